/** What visitors do on a real page becomes goals by itself [G42], with our tag in a real browser. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../packages/server/test/start-server.ts';
import { launchBrowser, newVisitor } from '../browser.ts';
import { type Api, conversions, createApi } from './api.ts';
import { openShop, type Shop } from './shop.ts';

/** What a visitor clicks, and the goal it makes; null: none. */
const LINKS: readonly (readonly [text: string, link: string, goal: string | null])[] = [
  ['Call us', '<a href="tel:+7 (495) 123-45-67">Call us</a>', 'Auto-goal: click on phone number'],
  ['Write to us', '<a href="mailto:info@shop.example">Write to us</a>', 'Auto-goal: click on email'],
  ['WhatsApp', '<a href="https://wa.me/74951234567">WhatsApp</a>', 'Auto-goal: click to messenger'],
  ['Our group', '<a href="https://vk.com/shop">Our group</a>', 'Auto-goal: click to social network'],
  ['Price list', '<a href="/price.pdf" download>Price list</a>', 'Auto-goal: file download'],
  ['A partner', '<a href="https://partner.example/">A partner</a>', null],
];

let server: TestServer;
let api: Api;
let browser: Browser;
let shop: Shop;
beforeAll(async () => {
  server = await startServer();
  api = createApi(server.url, server.token);
  browser = await launchBrowser();
  const links = LINKS.map(([, link]) => link).join(' ');
  // Clicks lead nowhere: the tag hears of them before the page does.
  const stay = `<script>addEventListener('click', (event) => event.preventDefault())</script>`;
  shop = await openShop(server.url, stay + links);
});
afterAll(async () => {
  await browser.close();
  await shop[Symbol.asyncDispose]();
  await server.close();
});

async function visit(counter: number, query: string, referer?: string) {
  const visitor = await newVisitor(browser);
  const page = await visitor.newPage();
  await page.goto(`${shop.url}/?counter=${counter}${query}`, referer === undefined ? {} : { referer });
  await page.waitForFunction((id) => `yaCounter${id}` in window, counter);
  return { page, leave: () => visitor.close() };
}

describe('automatic goals of behaviour', () => {
  it('[S2] [S4] [G42] each click makes its goal once, and counts 1', async () => {
    const counter = await api.createCounter();
    const { page, leave } = await visit(counter, '');
    for (const [text] of LINKS) {
      const sent = page.waitForResponse((response) => response.url().includes('/watch/'));
      await page.getByRole('link', { name: text }).click();
      await sent;
    }
    await leave();
    await server.flushed();
    const expected = LINKS.flatMap(([, , goal]) => goal ?? []);
    const goals = await api.goals(counter);
    expect(goals.map(({ name, goal_source: source }) => [name, source])).toEqual(
      expected.map((name) => [name, 'auto']),
    );
    expect(await conversions(api, counter)).toEqual(
      Object.fromEntries(expected.map((name) => [name, [1, 1, 1, 1, 100]])),
    );
  });

  it('[G39] [G40] a search, and a return from a payment system', async () => {
    const counter = await api.createCounter();
    for (const [query, referer] of [['&q=boots'], ['', 'https://yookassa.ru/checkout']] as const) {
      const { page, leave } = await visit(counter, query, referer);
      await page.evaluate(
        (id) => new Promise((done) => Reflect.get(window, 'ym')(id, 'notBounce', { callback: done })),
        counter,
      );
      await leave();
    }
    await server.flushed();
    expect(Object.keys(await conversions(api, counter)).toSorted()).toEqual([
      'Auto-goal: return from payment system',
      'Auto-goal: site search',
    ]);
  });

  it('[G15] makes none while the switch is off', async () => {
    const counter = await api.createCounter({ autogoals_enabled: false });
    const { page, leave } = await visit(counter, '&q=boots');
    const sent = page.waitForResponse((response) => response.url().includes('/watch/'));
    await page.getByRole('link', { name: 'Call us' }).click();
    await sent;
    await leave();
    await server.flushed();
    expect(await api.goals(counter)).toEqual([]);
  });
});
