/** Boards and journeys: put a report on a board, look at it, and walk the pages before and after. */
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
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
  const visitor = newVisitorId();
  for (const path of ['/', '/cart', '/thanks']) {
    await sendHit(stage.server.url, { counter, visitor, pageUrl: `https://shop.example${path}` });
  }
  await stage.server.flushed();
});
afterAll(() => stage[Symbol.asyncDispose]());

it('[M120] a report is put on a new board, and the board shows its numbers', async () => {
  const page = await stage.openSignedIn(`/counter/${counter}/report/content_entrance`);
  await page.getByRole('button', { name: 'Add to board' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add to a board' });
  await dialog.getByLabel('Name', { exact: false }).fill('Wall');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('Added to “Wall”').waitFor();
  await page.goto(`${stage.server.url}/boards`);
  await page.getByRole('link', { name: 'Wall' }).click();
  const table = page.getByRole('list', { name: 'Wall' }).getByRole('table');
  await expect.poll(() => table.innerText()).toMatch(/\/\s+1/);
  expect(await axeFaults(page)).toEqual([]);
  await shoot(page, 'board');
  await page.getByRole('button', { name: /^Take off the board/ }).click();
  await page.getByText('Nothing is on this board yet').waitFor();
  await page.goto(`${stage.server.url}/boards/no-such-board`);
  await page.getByText('There is no such board').waitFor();
  await page.context().close();
});

it('[M120] widgets say their conditions, and cut neither a name nor a number at any width', async () => {
  const filters = encodeURIComponent("ym:s:startURLPathLevel1=='/' AND ym:s:browser!='Opera'");
  const page = await stage.openSignedIn(`/counter/${counter}/report/content_entrance?filters=${filters}`);
  await page.getByRole('button', { name: 'Add to board' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add to a board' });
  await dialog.getByLabel('Board', { exact: true }).selectOption({ label: 'New board' });
  await dialog.getByLabel('Name', { exact: false }).fill('Narrowed');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('Added to “Narrowed”').waitFor();
  await page.goto(`${stage.server.url}/boards`);
  await page.getByRole('link', { name: 'Narrowed' }).click();
  const widget = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2 }) });
  await widget.getByText(/Entry page, level 1 is \/ · Browser is not Opera/).waitFor();
  for (const width of [390, 1024, 1280, 1440, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    await expect
      .poll(() =>
        widget
          .locator('h2, .gp-widget-table, .gp-widget-where')
          .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length),
      )
      .toBe(0);
  }
  await page.context().close();
});

it('[M121] journeys stand around a page, and a click looks from another', async () => {
  const about = encodeURIComponent(JSON.stringify({ type: 'page', value: '/cart' }));
  const page = await stage.openSignedIn(`/counter/${counter}/journeys?about=${about}`, {
    width: 390,
    colorScheme: 'dark',
  });
  const flow = page.getByRole('region', { name: 'Flow', exact: true });
  await flow.getByRole('button', { name: '/thanks' }).waitFor();
  await fits(page);
  expect(await axeFaults(page)).toEqual([]);
  await shoot(page, 'journeys');
  await flow.getByRole('button', { name: '/thanks' }).click();
  const table = page.getByRole('region', { name: 'Flow as a table' });
  await table.getByRole('row', { name: /^\/thanks The action 1 100/ }).waitFor();
  await page.context().close();
});

async function shoot(page: Page, name: string): Promise<void> {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}
