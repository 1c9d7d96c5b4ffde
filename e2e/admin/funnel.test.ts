import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newKey, visit, visitorNumber } from '../../packages/server/test/chat-client.ts';
import { reach, sendHit } from '../path/wire.ts';
import { fits } from './fits.ts';
import { createStage, type Stage } from './stage.ts';

let stage: Stage;
let counter: number;
beforeAll(async () => {
  stage = await createStage();
  counter = await stage.api.createCounter({ currency: 'EUR' });
  await turnChat(true);
  await stage.api.call('POST', `/management/v1/counter/${counter}/goals`, {
    goal: { name: 'Order', type: 'action', conditions: [{ type: 'exact', url: 'order_sent' }] },
  });
  for (const number of [0, 1, 2, 3, 4]) await comes(number);
  await stage.server.flushed();
});
afterAll(() => stage[Symbol.asyncDispose]());

async function turnChat(enabled: boolean): Promise<void> {
  await stage.api.call('PUT', `/api/v1/counters/${counter}/chat/settings`, { settings: { enabled } });
}

/** The first two leave a message, the first of whom buys; so does the last, who does not. */
async function comes(number: number): Promise<void> {
  const visitor = visitorNumber();
  const { url } = stage.server;
  await sendHit(url, { counter, visitor, pageUrl: 'https://shop.example/' });
  if (number < 2) {
    const { tab } = await visit(url, counter, { visitor });
    tab.send({ type: 'offline', key: newKey(), text: 'Call me', contact: { email: 'ann@example.com' } });
    await tab.next('stored');
    await tab.close();
  }
  if (number === 0 || number === 4) {
    const params = { order_price: number === 0 ? 150 : 450, currency: 'EUR' };
    await reach(url, { counter, visitor, params }, 'order_sent');
  }
}

const strip = (page: Page, name = 'From visitors to revenue') => page.getByRole('list', { name });

async function linesOf(page: Page, name?: string): Promise<string[][]> {
  await strip(page, name).getByRole('link').first().waitFor();
  const texts = await strip(page, name).getByRole('listitem').allInnerTexts();
  return texts.map((text) => text.split('\n').filter((line) => line.trim() !== ''));
}

const openToday = (more = '', options = {}) =>
  stage.openSignedIn(`/counter/${counter}/conversions?period=today&compare=off${more}`, options);

it('[M19]–[M23] shows the way from visitors to revenue, each step with its share', async () => {
  const page = await openToday();
  expect(await linesOf(page)).toEqual([
    ['Visitors', '5'],
    ['Invitations shown', '0', '0.00% of visitors'],
    ['Conversations', '2', 'by 2, 40.00% of visitors'],
    ['Chat goals', '2', '100.00% of conversations'],
    ['Revenue after chat', '€150', '25.00% of all revenue'],
  ]);
  const chart = await page.locator('figure').first().boundingBox();
  const shown = await strip(page).boundingBox();
  expect((shown?.y ?? 0) + (shown?.height ?? 0)).toBeLessThan(chart?.y ?? 0);
});

it('is not there where nobody came in the days of the address', async () => {
  const page = await stage.openSignedIn(
    `/counter/${counter}/conversions?period=2025-01-01..2025-01-31&compare=off`,
  );
  await page.getByRole('heading', { name: 'No goal was reached in this period' }).waitFor();
  expect(await strip(page).count()).toBe(0);
});

it('compares as the page does, and claims nothing on small numbers', async () => {
  const page = await stage.openSignedIn(`/counter/${counter}/conversions?period=7d`);
  await strip(page).getByText('too few').first().waitFor();
  expect((await linesOf(page))[0]).toEqual(['Visitors', '5', 'too few']);
});

it.each([
  ['Visitors', '/report/traffic', 'Traffic'],
  ['Invitations shown', '/chat/invitations', null],
  ['Conversations', '/chat/inbox', null],
] as const)('leads from %s to where the number is from', async (step, path, heading) => {
  const page = await openToday();
  await strip(page)
    .getByRole('link', { name: new RegExp(`^${step}`) })
    .click();
  await page.waitForURL((url) => url.pathname === `/counter/${counter}${path}`);
  if (heading === null) return;
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
  expect(new URL(page.url()).searchParams.get('period')).toBe('today');
});

it('leads from goals and revenue to the rows of the table', async () => {
  const page = await openToday();
  await strip(page).getByRole('link', { name: 'Chat goals' }).click();
  const offline = (await stage.api.goals(counter)).find(({ goal_source: source }) => source === 'auto');
  await page.waitForURL((url) => url.searchParams.get('goals') === String(offline?.id));
  expect(new URL(page.url()).hash).toBe('#goals');
  await strip(page).getByRole('link', { name: 'Revenue' }).click();
  await page.waitForURL((url) => url.searchParams.get('sort') === '-revenue');
  const head = page.getByRole('columnheader', { name: 'Revenue' });
  expect(await head.getAttribute('aria-sort')).toBe('descending');
});

it('keeps its place while it loads', async () => {
  const page = await stage.openSignedIn(`/counter/${counter}/conversions?period=7d`);
  await strip(page).getByText('too few').last().waitFor();
  await linesOf(page);
  const heightNow = async () => (await page.locator('.gp-funnel').boundingBox())?.height;
  const height = await heightNow();
  const asked = Promise.withResolvers<void>();
  await page.route('**/chat/funnel?*', () => asked.resolve());
  await page.reload();
  await asked.promise;
  await page.locator('.gp-funnel .mantine-Skeleton-root').first().waitFor();
  await expect.poll(heightNow).toBe(height);
  await page.unrouteAll();
});

it('fits a phone, every step whole', async () => {
  const page = await openToday('', { width: 390 });
  await linesOf(page);
  await fits(page);
  for (const step of await strip(page).getByRole('link').all()) {
    const box = await step.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  }
});

it('speaks Russian to a Russian browser', async () => {
  const page = await openToday('', { locale: 'ru-RU' });
  const lines = await linesOf(page, 'От посетителей до дохода');
  expect(lines[2]).toEqual(['Диалоги', '2', expect.stringMatching(/^от 2 чел. — 40,00\s%\sпосетителей$/)]);
});

it('is not there while the chat is off', async () => {
  await turnChat(false);
  const page = await openToday();
  await page.getByRole('row').first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.locator('.gp-funnel').count()).toBe(0);
  await turnChat(true);
});

it('says once that the server is away, not for each part that it keeps away', async () => {
  await turnChat(true);
  const page = await stage.openSignedIn('/icon.svg');
  for (const asked of [/\/stat\/v1\//, /\/chat\/funnel/])
    await page.route(asked, (route) =>
      route.fulfill({ status: 403, json: { errors: [], code: 403, message: 'no' } }),
    );
  await page.goto(`${stage.server.url}/counter/${counter}/conversions`);
  await page.getByRole('alert').first().waitFor();
  // No part waits any more: each that is to say something says it.
  await expect.poll(() => page.locator('.gp-bones, .gp-funnel').count()).toBe(0);
  expect(await page.getByRole('alert').count()).toBe(1);
  await page.context().close();
});
