/** A price of the real page, from the goal's form to the page and into the reports [G84–G89]. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { snippet } from '@goalpost/tag/snippet';
import { axeFaults } from './axe.ts';
import { HOME, serveHome } from './site-home.ts';
import { createStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

const CARDS = ['1 990 ₽', '2 490 ₽', 'on request'].map(
  (price, n) => `<div class=card><b class=price>${price}</b><button id=buy${n}>Buy ${n}</button></div>`,
);
const BODY = `<main><h1>Shop</h1>${CARDS.join('')}<p data-total=500><i>500</i> in all</p></main>`;

async function serveSite(context: BrowserContext, counter: number): Promise<void> {
  const { loader } = snippet(counter, `${HOME}/metrika/tag.js`);
  await serveHome(context, stage.server.url);
  const html = `<!doctype html><html lang=en><meta name=viewport content="width=device-width"><title>Shop</title>${loader}<body>${BODY}`;
  await context.route('https://shop.example/**', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  );
}

/** Kept for people to look at, where a folder is named. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['GOALPOST_SHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/price-${name}.png`, fullPage: true });
}

it('[G89] [G84] [G86] is pointed at, read where a button is clicked, and counted', async () => {
  const counter = await stage.api.createCounter();
  const page = await stage.openSignedIn(`/counter/${counter}/goals/new`);
  await serveSite(page.context(), counter);
  await page.getByRole('radio', { name: 'Button click' }).check();
  await page.getByRole('textbox', { name: 'Name' }).fill('Bought');
  await page.getByRole('combobox', { name: 'Price from the page' }).selectOption('In an element of the page');
  await page.getByRole('textbox', { name: 'Its place' }).fill('b[');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Not a CSS selector that every browser takes').waitFor();

  const [site] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('button', { name: 'Show the price on the page' }).click(),
  ]);
  const picker = site.getByRole('dialog', { name: 'Show a price' });
  await picker.waitFor();
  const status = picker.getByRole('status');
  await site.getByText('1 990 ₽').click({ force: true });
  await status.getByText('it fits 3 elements. It reads RUB 1,990.00.').waitFor();
  expect(await picker.getByRole('textbox', { name: 'Value' }).inputValue()).toBe('.price');
  expect(await axeFaults(site)).toEqual([]);
  await shot(site, 'site');
  await site
    .getByText('on request')
    .click({ force: true, position: { x: 2, y: 2 } })
    .catch(() => undefined);
  await site.getByText('500', { exact: true }).click({ force: true });
  await status.getByText('It reads RUB 500.00.').waitFor();
  expect(await picker.getByRole('textbox', { name: 'Value' }).inputValue()).toBe('data-total');
  await picker.getByRole('textbox', { name: 'Value' }).fill('data-');
  await status.getByText('the name of a data attribute is needed').waitFor();
  await site.getByText('2 490 ₽').click({ force: true });
  await status.getByText('It reads RUB 2,490.00.').waitFor();
  await picker.getByRole('button', { name: 'Use', exact: true }).click();
  await status.getByText('Taken.').waitFor();
  await site.close();
  await page.getByRole('status').filter({ hasText: 'Taken from the page.' }).waitFor();
  expect(await page.getByRole('textbox', { name: 'Its place' }).inputValue()).toBe('.price');
  await expect.poll(() => axeFaults(page)).toEqual([]);
  await shot(page, 'form');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('“Bought” is saved').waitFor();
  const [goal] = await stage.api.goals(counter);
  expect(goal).toMatchObject({ type: 'button', price_place: { type: 'selector', value: '.price' } });

  // The page as visitors have it, watched in the test mode.
  const { body: link } = await stage.api.call<{ url: string; token: string }>(
    'POST',
    `/api/v1/counters/${counter}/test-mode`,
    {},
  );
  const visitor = await stage.open('/healthz');
  await serveSite(visitor.context(), counter);
  // Two clicks of one second would be one.
  await visitor.clock.install({ time: Date.now() - 60_000 });
  await visitor.goto(link.url);
  await visitor.waitForFunction((id) => `yaCounter${id}` in window, counter);
  for (const n of [1, 2]) {
    const sent = visitor.waitForResponse((response) => response.url().includes('/watch/'));
    await visitor.locator(`#buy${n}`).click();
    await sent;
    await visitor.clock.fastForward(5_000);
  }
  await stage.server.flushed();
  const { body } = await stage.api.call<{ hits: { goals: { goal_id: number; worth?: unknown }[] }[] }>(
    'GET',
    `/api/v1/counters/${counter}/test-mode?token=${link.token}`,
  );
  const worth = body.hits.flatMap(({ goals }) =>
    goals.flatMap((one) => (one.goal_id === goal?.id && one.worth ? [one.worth] : [])),
  );
  expect(worth).toEqual([
    { price: 0, currency: 'RUB', placed: { text: 'on request', understood: false } },
    { price: 2_490, currency: 'RUB', placed: { text: '2 490 ₽', understood: true } },
  ]);
  const { body: health } = await stage.api.call<{ days: { notes: Record<string, number> }[] }>(
    'GET',
    `/api/v1/counters/${counter}/health`,
  );
  expect(health.days.at(-1)?.notes['price']).toBe(1);
  await page.goto(`${stage.server.url}/counter/${counter}/goals/${goal?.id}`);
  await page.getByRole('region', { name: 'Latest examples' }).getByText('read: 2 490 ₽').waitFor();
  await page.getByText('not understood: on request').waitFor();
  await expect.poll(() => axeFaults(page)).toEqual([]);
  await shot(page, 'preview');
});
