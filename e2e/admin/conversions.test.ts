import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStage, type Stage } from './stage.ts';
import { CHAT_GOAL, sendVisits } from './traffic.ts';

let stage: Stage;
let counter: number;
beforeAll(async () => {
  stage = await createStage();
  counter = await stage.api.createCounter();
  await sendVisits(stage, counter, { visits: 6, chats: 3, from: 'https://www.google.com/' });
  await sendVisits(stage, counter, { visits: 4, chats: 1 });
});
afterAll(() => stage[Symbol.asyncDispose]());

async function cellsOf(page: Page, name: string): Promise<string[]> {
  const head = page.getByRole('rowheader', { name: new RegExp(name) });
  const row = page.getByRole('row').filter({ has: head }).last();
  await row.waitFor();
  return (await row.getByRole('cell').allInnerTexts()).map((text) => text.trim());
}

it('[S11] shows what the goal was reached, with its chart, and where from', async () => {
  const page = await stage.openSignedIn(`/counter/${counter}/conversions?period=today`);
  const cells = await cellsOf(page, CHAT_GOAL);
  expect(cells).toContain('40.00%');
  expect(cells.filter((text) => text === '4').length).toBeGreaterThanOrEqual(2);
  await page.locator('figure svg').first().waitFor();

  await page.getByRole('button', { name: `Open ${CHAT_GOAL}` }).click();
  expect(await cellsOf(page, 'Search engines')).toContain('50.00%');
  expect(await cellsOf(page, 'Direct')).toContain('25.00%');
  await page.getByRole('combobox', { name: 'Break down by' }).selectOption('startURLPath');
  expect(await cellsOf(page, '^/')).toContain('40.00%');

  const copy = await stage.openSignedIn(new URL(page.url()).pathname + new URL(page.url()).search);
  expect(await cellsOf(copy, '^/')).toContain('40.00%');
});

it('shows a new reach while the page is open', async () => {
  const busy = await stage.api.createCounter();
  await sendVisits(stage, busy, { visits: 2, chats: 1 });
  const page = await stage.openSignedIn(`/counter/${busy}/conversions?period=today`);
  expect(await cellsOf(page, CHAT_GOAL)).toContain('50.00%');
  await page.waitForResponse((answer) => answer.url().endsWith('/live'));
  await sendVisits(stage, busy, { visits: 2, chats: 2 });
  await page.getByRole('cell', { name: '75.00%' }).first().waitFor();
});

it('gives the report as a file', async () => {
  const page = await stage.openSignedIn(`/counter/${counter}/conversions?period=today`);
  await page.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'CSV', exact: true }).click(),
  ]);
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain(CHAT_GOAL);
});

it('claims no change on small numbers', async () => {
  const page = await stage.openSignedIn(`/counter/${counter}/conversions?period=7d`);
  expect((await cellsOf(page, CHAT_GOAL)).at(-1)).toBe('too few');
});

it('says why there is nothing, with the button that does something about it', async () => {
  const fresh = await stage.api.createCounter();
  const page = await stage.openSignedIn(`/counter/${fresh}/conversions`);
  await page.getByRole('heading', { name: 'No visits yet' }).waitFor();
  await page.getByRole('link', { name: 'Install the tag' }).waitFor();

  await sendVisits(stage, fresh, { visits: 1, chats: 0 });
  await page.getByRole('heading', { name: 'No goal was reached yet' }).waitFor();
  await page.getByRole('main').getByRole('link', { name: 'New goal' }).waitFor();

  await stage.api.call('PUT', `/management/v1/counter/${fresh}`, { counter: { autogoals_enabled: false } });
  await page.reload();
  await page.getByRole('heading', { name: 'Automatic goals are switched off' }).waitFor();
});

it('shows sources as a tree with the columns of chosen goals', async () => {
  const page = await stage.openSignedIn(`/counter/${counter}/sources?period=today`);
  expect(await cellsOf(page, 'Search engines')).toContain('6');
  await page.getByRole('button', { name: /^Goals:/ }).click();
  await page.getByRole('checkbox', { name: CHAT_GOAL }).check();
  await page.getByRole('columnheader', { name: CHAT_GOAL }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Open Search engines' }).click();
  await page
    .getByRole('row', { name: /google/i })
    .first()
    .waitFor();
  expect(new URL(page.url()).searchParams.get('open')).toBe('organic');
});

it('shows traffic by hour, and the overview', async () => {
  const page = await stage.openSignedIn(`/counter/${counter}/traffic?period=today`);
  expect(await cellsOf(page, 'Total and average')).toContain('10');
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('button', { name: /^Visits 10/ }).waitFor();
  expect(new URL(page.url()).searchParams.get('period')).toBe('today');
});

it('speaks Russian to a Russian browser', async () => {
  const page = await stage.openSignedIn(`/counter/${counter}/conversions?period=today`, { locale: 'ru-RU' });
  await page.getByRole('heading', { name: 'Конверсии' }).waitFor();
  expect(
    (await cellsOf(page, 'Автоцель Jivo: запуск чата клиентом')).some((text) => /^40,00\s%$/.test(text)),
  ).toBe(true);
  expect(await page.locator('html').getAttribute('lang')).toBe('ru');
  await page.getByRole('link', { name: 'Цели', exact: true }).click();
  await page.getByRole('heading', { name: 'Цели' }).waitFor();
});
