/** The site's own visits in the settings: addresses, and links that mark a browser, as an owner uses them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newVisitorId, sendHit } from '../path/wire.ts';
import { axeFaults } from './axe.ts';
import { createStage, type Stage } from './stage.ts';

const SHOTS = process.env['GOALPOST_SHOTS'];

let stage: Stage;
let counter: number;
beforeAll(async () => {
  stage = await createStage();
  counter = await stage.api.createCounter({ name: 'Shop' });
});
afterAll(() => stage[Symbol.asyncDispose]());

it('[P28] an address that is none is said, links are made, and a marked browser is listed and counted again', async () => {
  const page = await stage.openSignedIn(`/counter/${counter}/settings`);
  const part = page.getByRole('region', { name: 'Your own visits' });
  const addresses = part.getByLabel('Network addresses that are left out');
  // A word that is still being typed is applied, too.
  await addresses.pressSequentially('203.0.113.0/24,office');
  await part.getByRole('button', { name: 'Apply the addresses' }).click();
  await part.getByText('a network address or a range').waitFor();
  await addresses.press('Backspace');
  await part.getByRole('button', { name: 'Apply the addresses' }).click();
  await page.getByText('Saved').waitFor();
  await part.getByRole('button', { name: 'Make the links' }).click();
  const link = await part.getByRole('group', { name: 'Do not count this browser' }).innerText();
  await sendHit(stage.server.url, { counter, visitor: newVisitorId(), pageUrl: link.trim() });
  await page.reload();
  await part.getByText('left out since').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await part.getByRole('button', { name: 'Make the links' }).click();
  await part.getByRole('group', { name: 'Count this browser again' }).waitFor();
  for (const width of [1440, 390])
    if (SHOTS !== undefined) {
      await page.setViewportSize({ width, height: 900 });
      await part.scrollIntoViewIfNeeded();
      await part.screenshot({ path: `${SHOTS}/own-visits-${width}.png` });
    }
  await part.getByRole('button', { name: 'Count again' }).click();
  await part.getByText('left out since').waitFor({ state: 'detached' });
});

it('reads in Russian, dark, on a phone', async () => {
  const page = await stage.openSignedIn(`/counter/${counter}/settings`, {
    locale: 'ru-RU',
    colorScheme: 'dark',
    width: 390,
  });
  const part = page.getByRole('region', { name: 'Ваши собственные визиты' });
  await part.getByText('203.0.113.0/24', { exact: true }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  if (SHOTS !== undefined) await part.screenshot({ path: `${SHOTS}/own-visits-ru-dark.png` });
});
