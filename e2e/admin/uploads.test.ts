/** Conversions from outside as an owner brings them: faults, what became of lines, the goal, taken back. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newVisitorId, sendHit } from '../path/wire.ts';
import { axeFaults } from './axe.ts';
import { createStage, type Stage } from './stage.ts';

let stage: Stage;
let counter: number;
const visitor = newVisitorId();
beforeAll(async () => {
  stage = await createStage();
  counter = await stage.api.createCounter({ name: 'Shop', currency: 'EUR' });
  await sendHit(stage.server.url, { counter, visitor, pageUrl: 'https://shop.example/' });
  await stage.server.flushed();
});
afterAll(() => stage[Symbol.asyncDispose]());

const now = (): number => Math.floor(Date.now() / 1_000);
const file = (...lines: string[]) => ({
  name: 'calls.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['ClientId,DateTime,TalkDuration,CallMissed', ...lines].join('\n')),
});

it('[G130] [G132] [G134] faults line by line; what became of the lines; the goal that was made; taken back', async () => {
  const page = await stage.openSignedIn(`/counter/${counter}/uploads`);
  await page.getByText('Nothing uploaded yet').waitFor();
  await page.getByText('Calls', { exact: true }).click();
  await page.getByText('The goal makes itself').waitFor();
  const choose = page.locator('input[type=file]');
  await choose.setInputFiles(file(`${visitor},soon,1,0`, `${visitor},${now()},long,0`));
  const alert = page.getByRole('alert');
  await alert.getByText('line 2, DateTime').waitFor();
  await alert.getByText('line 3, TalkDuration').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await choose.setInputFiles(file(`${visitor},${now()},60,0`, `${newVisitorId()},${now()},0,1`));
  const status = page.getByRole('status');
  await status.getByText('Found their visit: 1 of 2').waitFor();
  await status.getByText('of a known visitor without a visit in the 21 days before: 1').waitFor();
  const row = page.getByRole('list', { name: 'Uploaded files' }).getByRole('listitem');
  expect(await row.innerText()).toContain('calls.csv');
  expect(await axeFaults(page)).toEqual([]);

  await page.getByRole('link', { name: 'Goals', exact: true }).last().click();
  await page.getByText('Call', { exact: true }).first().waitFor();
  await page.goBack();
  await page.getByRole('button', { name: /^Delete the upload of/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('Nothing uploaded yet').waitFor();
});

it('[G130] reads in Russian, dark, on a phone', async () => {
  const page = await stage.openSignedIn(`/counter/${counter}/uploads`, {
    locale: 'ru-RU',
    colorScheme: 'dark',
    width: 390,
  });
  await page.getByText('Пока ничего не загружено').waitFor();
  await page.locator('input[type=file]').setInputFiles(file(`${visitor},${now()},60,0`));
  await page.getByText('нет столбца Target').waitFor();
  expect(await axeFaults(page)).toEqual([]);
});
