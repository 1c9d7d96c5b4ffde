/** Costs of advertising as an owner brings them: a file with faults, one that is right, the report. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFaults } from './axe.ts';
import { createStage, type Stage } from './stage.ts';

let stage: Stage;
let counter: number;
beforeAll(async () => {
  stage = await createStage();
  counter = await stage.api.createCounter({ name: 'Shop', currency: 'EUR' });
});
afterAll(() => stage[Symbol.asyncDispose]());

const TODAY = new Date().toISOString().slice(0, 10);
const file = (...lines: string[]) => ({
  name: 'spring.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['Date,UTMSource,UTMCampaign,Expenses,Clicks', ...lines].join('\n')),
});

it('[G122] [G123] faults are said line by line; what is taken is listed, stands in the report, and goes away', async () => {
  const page = await stage.openSignedIn(`/counter/${counter}/costs`);
  await page.getByText('No costs yet').waitFor();
  const choose = page.locator('input[type=file]');
  await choose.setInputFiles(file(`${TODAY},google,spring,10,4`, 'yesterday,google,,1,1', `${TODAY},,,1,1`));
  const alert = page.getByRole('alert');
  await alert.getByText('line 3, Date').waitFor();
  await alert.getByText('line 4, UTMSource').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await choose.setInputFiles(file(`${TODAY},google,spring,10,4`, `${TODAY},vk,,2.5,1`));
  await page.getByText('The costs are taken').waitFor();
  await page.getByText('spring.csv').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(await axeFaults(page)).toEqual([]);
  // Dropped, too; the same file is the same upload.
  await page.locator('.gp-file-drop').evaluate(
    (zone, text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'spring.csv', { type: 'text/csv' }));
      zone.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    },
    file(`${TODAY},google,spring,10,4`, `${TODAY},vk,,2.5,1`).buffer.toString(),
  );
  await page.getByText('The costs are taken').waitFor();
  expect(await page.getByRole('list', { name: 'What was uploaded' }).getByRole('listitem').count()).toBe(1);

  await page.getByRole('link', { name: 'Costs and return' }).click();
  await page.getByRole('heading', { name: 'Advertising costs and return', level: 1 }).waitFor();
  await page.getByRole('rowheader', { name: 'google' }).waitFor();
  expect(await page.getByRole('row', { name: /google/ }).innerText()).toContain('10');
  expect(await axeFaults(page)).toEqual([]);

  await page.getByRole('link', { name: 'Upload costs' }).click();
  await page.getByRole('button', { name: /^Delete the upload of/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('No costs yet').waitFor();
});

it('[G123] reads in Russian, dark, on a phone', async () => {
  const page = await stage.openSignedIn(`/counter/${counter}/costs`, {
    locale: 'ru-RU',
    colorScheme: 'dark',
    width: 390,
  });
  await page.getByText('Расходов пока нет').waitFor();
  await page.locator('input[type=file]').setInputFiles(file(`${TODAY},google,spring,дорого,4`));
  await page.getByText('нужна сумма вида 12.34').waitFor();
  expect(await axeFaults(page)).toEqual([]);
});
