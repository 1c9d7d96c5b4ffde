/** Who comes back: two actions by clicking, and a grid of cohorts. */
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newVisitorId, sendHit } from '../path/wire.ts';
import { axeFaults } from './axe.ts';
import { fits } from './fits.ts';
import { createStage, type Stage } from './stage.ts';

const SHOTS = process.env['GOALPOST_SHOTS'];

let stage: Stage;
let counter: number;
beforeAll(async () => {
  stage = await createStage();
  counter = await stage.api.createCounter({ name: 'Shop' });
  const { server } = stage;
  for (const path of ['/', '/cart']) {
    await sendHit(server.url, { counter, visitor: newVisitorId(), pageUrl: `https://shop.example${path}` });
  }
  await server.flushed();
});
afterAll(() => stage[Symbol.asyncDispose]());

it('[M117] counts whom the two actions name, and holds them in the address', async () => {
  const page = await stage.openSignedIn(`/counter/${counter}/retention`);
  const grid = page.getByRole('region', { name: 'Who came back' });
  const all = grid.getByRole('row', { name: /^All together/ });
  await expect.poll(() => all.innerText()).toMatch(/All together\s+2/);
  await page.getByLabel('They begin with', { exact: true }).selectOption('page');
  const address = page.getByLabel('They begin with: address', { exact: true });
  await address.fill('/cart');
  await address.press('Enter');
  await expect.poll(() => all.innerText()).toMatch(/All together\s+1\b/);
  await page.getByRole('combobox', { name: 'Length of an interval' }).selectOption('day');
  await grid.getByRole('columnheader', { name: 'Day 29' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.goto(`${page.url()}&period=2025-01-01..2025-12-31`);
  await page.getByText('Too many intervals for one table').waitFor();
  await page.getByRole('button', { name: 'By weeks' }).click();
  await page.getByText('Nobody began in this period').waitFor();
  await page.context().close();
});

it('does not scroll sideways on a phone, in Russian and in the dark', async () => {
  const page = await stage.openSignedIn(`/counter/${counter}/retention?unit=day&mode=rolling`, {
    width: 390,
    locale: 'ru-RU',
    colorScheme: 'dark',
  });
  await page.getByRole('region', { name: 'Кто вернулся' }).waitFor();
  await fits(page);
  expect(await axeFaults(page)).toEqual([]);
  if (SHOTS) {
    mkdirSync(SHOTS, { recursive: true });
    await page.screenshot({ path: `${SHOTS}/retention-phone.png` });
  }
  await page.context().close();
});
