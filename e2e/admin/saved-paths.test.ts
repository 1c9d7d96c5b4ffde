/** Funnels by name: kept, opened again, shown to colleagues, and put on a board; and private segments. */
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newVisitorId, sendHit } from '../path/wire.ts';
import { axeFaults } from './axe.ts';
import { createStage, type Stage } from './stage.ts';

const SHOTS = process.env['GOALPOST_SHOTS'];

let stage: Stage;
let counter: number;
let page: Page;
beforeAll(async () => {
  stage = await createStage();
  counter = await stage.api.createCounter({ name: 'Shop' });
  for (const paths of [['/', '/cart'], ['/']]) {
    const visitor = newVisitorId();
    for (const path of paths)
      await sendHit(stage.server.url, { counter, visitor, pageUrl: `https://shop.example${path}` });
  }
  await stage.server.flushed();
  const steps = JSON.stringify([
    { type: 'page', value: '/' },
    { type: 'page', value: '/cart' },
  ]);
  page = await stage.openSignedIn(`/counter/${counter}/funnels?${new URLSearchParams({ steps }).toString()}`);
});
afterAll(() => stage[Symbol.asyncDispose]());

const chart = () => page.getByRole('list', { name: 'Funnel', exact: true });
const saved = () => page.getByRole('combobox', { name: 'Saved funnels' });

it('[M143] a funnel is kept by a name, opened again without its days, and changed in its place', async () => {
  await chart().getByText('50').first().waitFor();
  await page.getByRole('button', { name: 'Keep by name' }).click();
  const dialog = page.getByRole('dialog', { name: 'Keep this funnel' });
  await dialog.getByLabel('Name').fill('To the cart');
  await dialog.getByLabel('Show it to everybody').check();
  await dialog.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByText('Kept as “To the cart”').waitFor();
  await expect.poll(() => saved().inputValue()).not.toBe('');

  await page.goto(`${stage.server.url}/counter/${counter}/funnels?period=7d`);
  await page.getByRole('heading', { name: 'See where people fall out' }).waitFor();
  await saved().selectOption({ label: 'To the cart' });
  await chart().getByText('2. /cart').waitFor();
  expect(new URL(page.url()).searchParams.get('period')).toBe('7d');

  await page.getByRole('combobox', { name: 'Whose steps are joined' }).selectOption('visit');
  await page.getByRole('button', { name: 'This saved one' }).click();
  await page.getByRole('menuitem', { name: 'Keep changes in “To the cart”' }).click();
  await expect.poll(() => saved().inputValue()).not.toBe('');
  await page.reload();
  await expect.poll(() => saved().inputValue()).not.toBe('');
});

it('[M143] it stands on a board, with its way back, and is deleted from the list', async () => {
  await page.getByRole('button', { name: 'Add to board' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add to a board' });
  await dialog.getByLabel('Name', { exact: false }).fill('Wall');
  expect(await dialog.getByLabel('Title').inputValue()).toBe('To the cart');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('Added to “Wall”').waitFor();
  await page.getByRole('button', { name: 'This saved one' }).click();
  await page.getByRole('menuitem', { name: 'Delete “To the cart”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Keep by name' }).waitFor();
  await page.goto(`${stage.server.url}/boards`);
  await page.getByRole('link', { name: 'Wall' }).click();
  await chart().getByText('2. /cart').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await shoot('board-of-paths');
  await page.getByRole('link', { name: /^Open the report: To the cart/ }).click();
  await page.getByRole('region', { name: 'Funnel as a table' }).waitFor();
});

it('[M144] a segment is kept in one’s own list alone', async () => {
  const filters = encodeURIComponent("ym:s:deviceCategory=='desktop'");
  await page.goto(`${stage.server.url}/counter/${counter}/report/sources_summary?filters=${filters}`);
  await page.getByRole('button', { name: 'Save as a segment' }).click();
  const dialog = page.getByRole('dialog', { name: 'Segments' });
  await dialog.getByLabel('Name of the new segment').fill('Mine');
  await dialog.getByLabel('Only in my own list').check();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Segments…' }).click();
  const own = dialog.getByLabel('Only mine: Mine');
  await expect.poll(() => own.isChecked()).toBe(true);
  await shoot('segments');
  await own.uncheck();
  await expect.poll(() => own.isEnabled()).toBe(true);
  await page.reload();
  await page.getByRole('button', { name: 'Segments…' }).click();
  await expect.poll(() => own.isChecked()).toBe(false);
});

async function shoot(name: string): Promise<void> {
  if (SHOTS === undefined) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}
