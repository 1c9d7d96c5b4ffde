/** Visitors behind proxies that let no socket through: each message arrives, and makes its goal, once. */
import type { BrowserContext } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attend, type Operator, untilOffline } from '../../packages/server/test/chat-client.ts';
import { fourWays } from './four-ways.ts';
import { type Proxy, type Sockets, startProxy } from './proxy.ts';
import { log, openChat, write } from './stage.ts';
import { setWhole } from './whole.ts';

const whole = setWhole();
const ways = fourWays(whole);
const [first, invited, byHand, offline] = Object.keys(ways);

let proxy: Proxy;
let context: BrowserContext;
let operator: Operator | null = null;
beforeEach(async () => {
  proxy = await startProxy(whole.server.url);
  context = await whole.visitor(false, false);
});
afterEach(async () => {
  await context.close();
  await operator?.close();
  operator = null;
  await proxy.close();
});

const pageOf = (counter: number, path = '/'): string => whole.pageOf(counter, path, proxy.url);

const attended = async (): Promise<Operator> =>
  (operator = (await attend(whole.server.url, whole.server.token)).console);

describe('[C93, C95] where sockets are', () => {
  it.each<[Sockets, string | undefined]>([
    [403, first],
    [400, invited],
    [502, offline],
    ['swallowed', byHand],
    ['ended', first],
  ])('%s: %s', async (sockets, name = '') => {
    const way = ways[name];
    if (way === undefined) throw new Error(`no way "${name}"`);
    proxy.sockets = sockets;
    const counter = await whole.counterWithChat();
    await way.prepare?.(counter);
    if (way.online) await attended();
    else await untilOffline(whole.server.url, counter);
    const page = await context.newPage();
    await page.goto(pageOf(counter));
    await openChat(page).waitFor();
    await way.play({ counter, page, phone: false, operator });
    await whole.server.flushed();
    expect(await whole.reached(counter)).toEqual({ [way.goal]: [1, 1, 1] });
  });
});

it('[C94] an answer that is lost, a page that goes in the middle, two tabs: once each, in order', async () => {
  proxy.sockets = 403;
  const counter = await whole.counterWithChat();
  const console = await attended();
  const page = await context.newPage();
  await page.goto(pageOf(counter));
  await openChat(page).click();
  await proxy.polled(1);
  proxy.loses = 'One';
  await write(page, 'One');
  await log(page).getByText('Sent', { exact: true }).waitFor();
  expect(proxy.loses).toBeNull();
  proxy.loses = 'Two';
  await write(page, 'Two');
  await page.reload();
  const other = await context.newPage();
  await other.goto(pageOf(counter));
  await openChat(other).click();
  await log(other).getByText('Two').waitFor();
  await write(other, 'Three');
  await log(page).getByText('Three').waitFor();

  const texts: string[] = [];
  while (texts.length < 3) texts.push((await console.next('message')).message.text);
  expect(texts).toEqual(['One', 'Two', 'Three']);
  await whole.server.flushed();
  expect(await whole.reached(counter)).toEqual({ 'Jivo auto-goal: customer opened chat': [1, 1, 1] });
});

it('[C97] the tab remembers, and a socket takes over when it gets through', async () => {
  proxy.sockets = 403;
  const counter = await whole.counterWithChat();
  const console = await attended();
  const page = await context.newPage();
  await page.goto(pageOf(counter));
  await openChat(page).click();
  await write(page, 'Good morning');
  await log(page).getByText('Sent', { exact: true }).waitFor();
  const { asked } = proxy;
  await page.goto(pageOf(counter, '/next'));
  await log(page).getByText('Good morning').waitFor();
  await write(page, 'Still here');
  await console.next('message', ({ message }) => message.text === 'Still here');
  expect(proxy.asked, 'no socket is tried on the next page').toBe(asked);

  proxy.sockets = 'let through';
  await page.evaluate("dispatchEvent(new Event('online'))");
  await proxy.through(1);
  await write(page, 'By socket');
  const { message } = await console.next('message', (one) => one.message.text === 'By socket');
  console.send({
    type: 'message',
    conversationId: message.conversationId,
    key: 'key-of-the-answer',
    text: 'Heard you',
    fileId: null,
  });
  await log(page).getByText('Heard you').waitFor();
});
