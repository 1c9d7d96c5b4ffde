/** Segments, attribution, columns and files of a report, each seen on the screen and in what the API answers. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newVisitorId, sendHit } from '../path/wire.ts';
import { axeFaults } from './axe.ts';
import { createStage, type Stage } from './stage.ts';

let stage: Stage;
let counter: number;
let page: Page;
beforeAll(async () => {
  stage = await createStage();
  counter = await stage.api.createCounter();
  for (const pageRef of ['https://www.google.com/', 'https://www.google.com/', 'https://vk.com/feed']) {
    await sendHit(stage.server.url, {
      counter,
      visitor: newVisitorId(),
      pageUrl: 'https://shop.example/',
      pageRef,
    });
  }
  await stage.server.flushed();
  page = await stage.openSignedIn(`/counter/${counter}/overview?period=today`);
});
afterAll(() => stage[Symbol.asyncDispose]());

const open = (search: string) =>
  page.goto(
    `${stage.server.url}/counter/${counter}/report/sources_summary?period=today&compare=off${search}`,
  );
const bar = () => page.getByRole('region', { name: 'Filters' });
const heads = () => page.getByRole('table').last().getByRole('columnheader').allInnerTexts();
const totalVisits = () =>
  page.getByRole('table').last().locator('.gp-table-totals').getByRole('cell').first().innerText();
const searchNow = (name: string) => new URL(page.url()).searchParams.get(name);

it('saves a filter as a segment, asks within it, renames and deletes it', async () => {
  await open(`&filters=${encodeURIComponent("ym:s:TrafficSource=='organic'")}`);
  await bar().getByRole('button', { name: 'Save as a segment' }).click();
  const dialog = page.getByRole('dialog', { name: 'Segments' });
  await dialog.getByText('Traffic source is Search engines').waitFor();
  await dialog.getByRole('textbox', { name: 'Name of the new segment' }).fill('From search');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const choice = bar().getByRole('combobox', { name: 'Segment' });
  await expect.poll(() => searchNow('segment')).not.toBeNull();
  expect(searchNow('filters')).toBeNull();
  await expect.poll(totalVisits).toBe('2');
  const segment = searchNow('segment') ?? '';
  const answer = await stage.api.stat(counter, {
    metrics: 'ym:s:visits',
    date1: 'today',
    date2: 'today',
    segment,
  });
  expect(answer.totals).toEqual([2]);
  await expect.poll(() => choice.locator('option:checked').innerText()).toBe('From search');
  // The closing dialog still darkens the page for a moment.
  await page.locator('.mantine-Modal-overlay').waitFor({ state: 'detached' });
  expect(await axeFaults(page)).toEqual([]);

  await choice.selectOption('All visits');
  await expect.poll(totalVisits).toBe('3');
  await page.goBack();
  await expect.poll(totalVisits).toBe('2');

  await bar().getByRole('button', { name: 'Segments…' }).click();
  await dialog.getByRole('textbox', { name: 'Name of From search' }).fill('Search');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await dialog.getByRole('button', { name: 'Delete “Search”' }).click();
  await page
    .getByRole('dialog', { name: 'Delete “Search”' })
    .getByRole('button', { name: 'Delete', exact: true })
    .click();
  await expect.poll(() => searchNow('segment')).toBeNull();
  await page.keyboard.press('Escape');

  await open(`&segment=${segment}`);
  await page.getByRole('alert').filter({ hasText: 'there is no segment' }).waitFor();
  await page.getByRole('button', { name: 'Remove all filters' }).click();
  await expect.poll(totalVisits).toBe('3');
});

it('credits visits to the source that the reader chooses', async () => {
  await open('');
  const asked = page.waitForRequest((request) => request.url().includes('attribution=first'));
  await bar().getByRole('combobox', { name: 'Attribution' }).selectOption('First source');
  await asked;
  expect(searchNow('attribution')).toBe('first');
});

it('shows the columns that the reader chose, in their order, also the next time', async () => {
  await open('');
  await page.getByRole('button', { name: 'Columns' }).click();
  const list = page.getByRole('dialog', { name: 'Columns' });
  await list.getByRole('checkbox', { name: 'Bounces' }).uncheck();
  await list.getByRole('checkbox', { name: 'Page views', exact: true }).check();
  await list.getByRole('button', { name: 'Move Page views up' }).click();
  const wanted = ['Traffic source', 'Visits ↓', 'Users', 'Depth', 'Page views', 'Time on site'];
  await expect
    .poll(async () => (await heads()).slice(0, 6).map((text) => text.trim()))
    .toEqual(wanted.map((text) => text.replace(' ', text.includes('↓') ? '\u00a0' : ' ')));
  await page.keyboard.press('Escape');
  await open('');
  await expect.poll(async () => (await heads())[4]?.trim()).toBe('Page views');
});

it('exports the table as it stands on the screen', async () => {
  await open(`&filters=${encodeURIComponent("ym:s:TrafficSource=='organic'")}&columns=users,visits`);
  const save = async (name: string): Promise<Buffer> => {
    await page.getByRole('button', { name: 'Export' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name, exact: true }).click(),
    ]);
    return readFile(await file.path());
  };
  const lines = (await save('CSV')).toString('utf8').replace('\uFEFF', '').trim().split(/\r?\n/);
  expect(lines).toHaveLength(3);
  expect(lines[2]).toMatch(/,2,2,/);
  expect((await save('Spreadsheet (XLSX)')).subarray(0, 2).toString()).toBe('PK');
});
