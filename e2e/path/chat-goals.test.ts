/** The product's main job. A chat event on a real page becomes a goal by itself, however the chat reports it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../packages/server/test/start-server.ts';
import { launchBrowser, newVisitor } from '../browser.ts';
import { type Api, conversions, createApi } from './api.ts';
import { openShop, type Shop } from './shop.ts';

const NAMES: Readonly<Record<string, string>> = {
  Jivo_Client_initiate_chat: 'Jivo auto-goal: customer opened chat',
  Jivo_Proactive_invitation_accepted: 'Jivo auto-goal: auto-invite to chat',
  Jivo_Client_answer_on_agent_request: 'Jivo auto-goal: manual invitation to chat',
  Jivo_Offline_message_sent: 'Jivo auto-goal: offline message',
};
const EVENTS = Object.keys(NAMES);

/** Each is the body of a function of `(event, id)` that runs in the page and resolves when the hit has gone. */
const WAYS: Readonly<Record<string, string>> = {
  'ym()': `return new Promise((done) => ym(id, 'reachGoal', event, done))`,
  'yaCounter<id>': `return new Promise((done) => window['yaCounter' + id].reachGoal(event, done))`,
  'Ya.Metrika.counters()': `return Promise.all(Ya.Metrika.counters().map((c) => new Promise((done) => window['yaCounter' + c.id].reachGoal(event, done))))`,
  'Ya.Metrika2.counters()': `return Promise.all(Ya.Metrika2.counters().map((c) => new Promise((done) => window['yaCounter' + c.id].reachGoal(event, done))))`,
  'Ya._metrika.getCounters()': `return Promise.all(Ya._metrika.getCounters().map((c) => new Promise((done) => ym(c.id, 'reachGoal', event, done))))`,
  'a queue of callbacks': `return new Promise((done) => (window.yandex_metrika_callbacks2 = window.yandex_metrika_callbacks2 || []).push(() => Promise.all(Ya.Metrika2.counters().map((c) => new Promise((sent) => window['yaCounter' + c.id].reachGoal(event, sent)))).then(done)))`,
};

let server: TestServer;
let api: Api;
let browser: Browser;
let shop: Shop;
beforeAll(async () => {
  server = await startServer();
  api = createApi(server.url, server.token);
  browser = await launchBrowser();
  shop = await openShop(server.url, '<h1>Shop</h1>');
});
afterAll(async () => {
  await browser.close();
  await shop[Symbol.asyncDispose]();
  await server.close();
});

describe.each(Object.entries(WAYS))('reported through %s', (_way, body) => {
  it('[S3]–[S8] the four events make the four goals, each counted once', async () => {
    const counter = await api.createCounter();
    const visitor = await newVisitor(browser);
    const page = await visitor.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`${shop.url}/?counter=${counter}`);
    await page.waitForFunction((id) => `yaCounter${id}` in window, counter);
    for (const event of EVENTS) {
      await page.evaluate(
        ([source, name, id]) => new Function('event', 'id', source as string)(name, id) as Promise<unknown>,
        [body, event, counter] as const,
      );
    }
    await visitor.close();
    await server.flushed();

    const goals = await api.goals(counter);
    expect(
      Object.fromEntries(goals.map((goal) => [goal.conditions[0]?.url, [goal.name, goal.goal_source]])),
    ).toEqual(Object.fromEntries(EVENTS.map((event) => [event, [NAMES[event], 'auto']])));
    expect(await conversions(api, counter)).toEqual(
      Object.fromEntries(EVENTS.map((event) => [NAMES[event], [1, 1, 1, 1, 100]])),
    );
    expect(errors).toEqual([]);
  });
});
