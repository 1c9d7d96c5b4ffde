/** A funnel put together by clicking: who fell out, and the rule that invites such people. */
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newVisitorId, reach, sendHit } from '../path/wire.ts';
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
  for (const buys of [true, false, false]) {
    const visitor = newVisitorId();
    for (const path of ['/', '/cart']) {
      await sendHit(server.url, { counter, visitor, pageUrl: `https://shop.example${path}` });
    }
    if (buys) await reach(server.url, { counter, visitor }, 'order');
  }
  await server.flushed();
});
afterAll(() => stage[Symbol.asyncDispose]());

it('[M81] [M82] says what to do, counts the steps, and leads from those who fell out to a rule', async () => {
  const page = await stage.openSignedIn(`/counter/${counter}/funnels`);
  await page.getByRole('button', { name: 'Build a funnel' }).click();
  const address = page.getByLabel('Step 1: address', { exact: true });
  await address.fill('/cart');
  await address.press('Enter');
  await page.getByLabel('Step 2', { exact: true }).selectOption('event');
  const name = page.getByLabel('Step 2: name', { exact: true });
  await name.fill('order');
  await name.press('Enter');
  const chart = page.getByRole('list', { name: 'Funnel', exact: true });
  await chart.getByText('2 fell out here (66.67%)').waitFor();
  const table = page.getByRole('region', { name: 'Funnel as a table' });
  const row = table.getByRole('row').filter({ hasText: 'order' });
  expect(await row.innerText()).toContain('33.33%');
  await chart.getByText('2 fell out here').click();
  const lost = page.getByRole('region', { name: 'Came no further than “/cart”' });
  await lost.getByRole('listitem').nth(1).waitFor();
  await page.getByRole('combobox', { name: 'Break down by' }).selectOption('deviceCategory');
  await page.getByRole('region', { name: 'Funnel by values' }).getByRole('row').nth(1).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  if (SHOTS) await shoot(page, 'funnels');
  await page.reload();
  await lost.getByRole('link', { name: 'Invite them to chat by a rule' }).click();
  await expect
    .poll(async () =>
      page.locator('input').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
    )
    .toContain('/cart');
  await page.context().close();
});

it('does not scroll sideways on a phone, in Russian and in the dark', async () => {
  const steps = JSON.stringify([
    { type: 'page', value: '/', match: 'starts' },
    { type: 'page', value: '/cart', directly: true },
    { type: 'goal' },
  ]);
  const page = await stage.openSignedIn(`/counter/${counter}/funnels?steps=${encodeURIComponent(steps)}`, {
    width: 390,
    locale: 'ru-RU',
    colorScheme: 'dark',
  });
  await page.getByText('Выберите цель в каждом шаге с целью.').waitFor();
  await page.getByLabel('Шаг 3', { exact: true }).selectOption('chat');
  await page.getByRole('list', { name: 'Воронка', exact: true }).waitFor();
  await fits(page);
  expect(await axeFaults(page)).toEqual([]);
  if (SHOTS) await shoot(page, 'funnels-phone');
  await page.context().close();
});

async function shoot(page: Awaited<ReturnType<Stage['open']>>, name: string): Promise<void> {
  mkdirSync(SHOTS ?? '', { recursive: true });
  await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}
