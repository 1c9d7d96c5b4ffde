/** [S3] Chat events are passed on to the page's other counters, each once. Never to our own, which has them already. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { OWN_MARK } from '@goalpost/contract/wire';
import { COUNTER } from './fake-server.ts';
import { log, openChat, setStage, write } from './stage.ts';

const stage = setStage();

const EVENT = 'Jivo_Client_initiate_chat';
const told = (page: Page): Promise<string[]> => page.evaluate('window.told ?? []');
const INSTANCE = `window.told = [];
  const counter = (id) => ({ reachGoal: (event) => told.push(id + ' ' + event) });`;

const WAYS: Readonly<Record<string, string>> = {
  'yaCounter<id>': `window.yaCounter5 = counter(5)`,
  'Ya.Metrika.counters()': `window.ym = (id, method, event) => told.push(id + ' ' + event);
    window.Ya = { Metrika: { counters: () => [{ id: 5 }] } }`,
  'Ya.Metrika2.counters()': `window.ym = (id, method, event) => told.push(id + ' ' + event);
    window.Ya = { Metrika2: { counters: () => [{ id: 5 }] } }`,
  'Ya._metrika.getCounters()': `window.ym = (id, method, event) => told.push(id + ' ' + event);
    window.Ya = { _metrika: { getCounters: () => [{ id: 5 }] } }`,
  'the queue of a tag that has not come yet': `window.ym = function () { (ym.a = ym.a || []).push(arguments);
      if (arguments[1] === 'reachGoal') told.push(arguments[0] + ' ' + arguments[2]) };
    ym(5, 'init', {})`,
  'a queue of callbacks, later': `window.yandex_metrika_callbacks2 = [];
    window.later = () => { window.yaCounter5 = counter(5); yandex_metrika_callbacks2.forEach((run) => run()) }`,
};

async function talk(page: Page): Promise<void> {
  stage.server.nextEvent = EVENT;
  await openChat(page).click();
  await write(page, 'Hi');
  await log(page).getByText('Sent', { exact: true }).waitFor();
}

describe('a foreign counter is told once', () => {
  it.each(Object.entries(WAYS))('found through %s', async (_way, code) => {
    const page = await stage.open({ head: `<script>${INSTANCE}${code}</script>` });
    await talk(page);
    await page.evaluate('window.later?.()');
    await page.waitForFunction('told.length > 0');
    expect(await told(page)).toEqual([`5 ${EVENT}`]);
  });

  it('however many ways lead to it, however often the server says it', async () => {
    const page = await stage.open({
      head: `<script>${INSTANCE} window.yaCounter5 = counter(5); window.yaCounter6 = counter(6);
        const counters = () => [{ id: 5 }, { id: 6 }];
        window.Ya = { Metrika: { counters }, Metrika2: { counters }, _metrika: { getCounters: counters } }</script>`,
    });
    await talk(page);
    stage.server.tell({ type: 'event', event: EVENT });
    await page.clock.install();
    stage.server.tell({ type: 'event', event: 'Jivo_Chat_established' });
    await page.waitForFunction('told.length === 4');
    await page.clock.runFor(10_000);
    expect((await told(page)).toSorted()).toEqual([
      `5 Jivo_Chat_established`,
      `5 ${EVENT}`,
      `6 Jivo_Chat_established`,
      `6 ${EVENT}`,
    ]);
  });

  it('by one of the visitor’s tabs', async () => {
    const head = `<script>${INSTANCE} window.yaCounter5 = counter(5)</script>`;
    const one = await stage.open({ head });
    const two = await stage.open({ head, path: '/two', page: await stage.newPage() });
    const heard = (text: string) =>
      [one, two].map((page) => page.waitForFunction(`heard.includes('${text}')`));
    for (const page of [one, two]) {
      await page.evaluate(`window.heard = []; goalpost.chat.on('message', ({ text }) => heard.push(text))`);
    }
    await talk(one);
    stage.server.says('Hello');
    await Promise.all(heard('Hello'));
    stage.server.tell({ type: 'event', event: 'Jivo_Chat_established' });
    stage.server.says('How can I help?');
    await Promise.all(heard('How can I help?'));
    // Both have asked for their turn to tell by now; this comes after them.
    await one.evaluate(`navigator.locks.request('_gp.chat.${COUNTER}', () => true)`);
    const all = [...(await told(one)), ...(await told(two))];
    expect(all.toSorted()).toEqual(['5 Jivo_Chat_established', `5 ${EVENT}`]);
  });
});

it('[C26, C80] our own counter is not told, wherever its tag came from: it has the event from the server', async () => {
  const page = await stage.open({
    head: `<script>${INSTANCE} window.yaCounter5 = counter(5);
      window.yaCounter${COUNTER} = { ...counter(${COUNTER}), ${OWN_MARK}: 1 }</script>`,
  });
  await talk(page);
  await page.waitForFunction('told.length > 0');
  expect(await told(page)).toEqual([`5 ${EVENT}`]);
});

it('a counter of another system that has our number is told', async () => {
  const page = await stage.open({
    head: `<script>${INSTANCE} window.yaCounter${COUNTER} = counter(${COUNTER})</script>`,
  });
  await talk(page);
  await page.waitForFunction('told.length > 0');
  expect(await told(page)).toEqual([`${COUNTER} ${EVENT}`]);
});

it('tells data layers', async () => {
  const page = await stage.open({
    head: `<script>window.dataLayer = []; window.gtag = function () { dataLayer.push([...arguments]) }</script>`,
  });
  await talk(page);
  await page.waitForFunction('dataLayer.length > 1');
  expect(await page.evaluate('dataLayer')).toEqual([
    ['event', EVENT, { event_category: 'JivoSite', event_action: 'Client initiate chat' }],
    { event: EVENT, eventCategory: 'JivoSite', eventAction: 'Client initiate chat' },
  ]);
});

it('a counter that throws harms neither the chat nor the next counter', async () => {
  const page = await stage.open({
    head: `<script>${INSTANCE} window.yaCounter4 = { reachGoal() { throw new Error('mine') } }; window.yaCounter5 = counter(5);
      window.Ya = { Metrika: { counters() { throw new Error('mine') } } }</script>`,
  });
  await talk(page);
  await page.waitForFunction('told.length > 0');
  expect(await told(page)).toEqual([`5 ${EVENT}`]);
});
