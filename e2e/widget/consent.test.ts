/** The chat keeps nothing that the visitor has not agreed to or asked for, and ends with consent [P20, P40–P42]. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { attend, untilOffline } from '../../packages/server/test/chat-client.ts';
import { fourWays } from './four-ways.ts';
import { log, message, openChat, write } from './stage.ts';
import { setWhole } from './whole.ts';

const whole = setWhole();

/** Everything that a page's origin can keep, by name. */
const kept = async (page: Page): Promise<readonly string[]> =>
  (await page.evaluate(`Promise.all([indexedDB.databases(), caches.keys()]).then(([databases, caches]) =>
    [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...databases.map(({ name }) => name), ...caches,
      ...document.cookie.split('; ').filter(Boolean).map((cookie) => cookie.split('=')[0])].sort())`)) as string[];
/** Resolves when the page's next connection has told it the first thing, such as what was said before. */
const connection = async (page: Page): Promise<void> => {
  const socket = await page.waitForEvent('websocket');
  await socket.waitForEvent('framereceived');
};
const isOfChat = (name: string): boolean => name.startsWith('_gp.chat.');

const DEVICES = [
  ['a desktop, with the tag', false, true],
  ['a phone, with the tag', true, true],
  ['a desktop, with the tag blocked', false, false],
  ['a phone, with the tag blocked', true, false],
] as const;
/** Each way once with the tag and once without, each device with both. */
const PAIRS = Object.entries(fourWays(whole)).flatMap(([name, way], at) =>
  [at % 4, (at + 2) % 4].map((device) => [name, DEVICES[device]![0], way, DEVICES[device]!] as const),
);

describe('without cookies', () => {
  it.each(PAIRS)(
    '[P40] %s, on %s: the goal counts once, in the visit of today',
    async (_name, _on, way, device) => {
      const { goal, online, prepare, play } = way;
      const [, phone, hasTag] = device;
      const counter = await whole.counterWithChat({}, { consent: { mode: 'cookieless' } });
      await prepare?.(counter);
      const operator = online ? (await attend(whole.server.url, whole.server.token)).console : null;
      if (!online) await untilOffline(whole.server.url, counter);
      const context = await whole.visitor(phone, hasTag);
      try {
        const page = await context.newPage();
        const connected = connection(page);
        await page.goto(whole.pageOf(counter));
        await openChat(page).waitFor();
        await connected;
        expect(await kept(page)).toEqual([]);
        await play({ counter, page, phone, operator });
        // What the visitor asked for goes on, on the next page; no number of theirs stands in cookies.
        const left = await kept(page);
        expect([left.length > 0, left.filter((name) => !isOfChat(name))]).toEqual([true, []]);
        expect(await context.cookies()).toEqual([]);
      } finally {
        await context.close();
        await operator?.close();
      }
      await whole.server.flushed();
      expect(await whole.reached(counter)).toEqual({ [goal]: [1, 1, 1] });
      // The goal is of the visit that the tag has counted, not of another one.
      const { totals } = await whole.api.stat(counter, { metrics: 'ym:s:visits,ym:s:users' });
      expect(totals).toEqual([1, 1]);
    },
  );
});

it('[P40] two tabs that were open before the visitor wrote have one conversation, also after a load', async () => {
  const counter = await whole.counterWithChat({}, { consent: { mode: 'cookieless' } });
  const { console: operator } = await attend(whole.server.url, whole.server.token);
  const context = await whole.visitor(false, true);
  const opened = async (): Promise<Page> => {
    const page = await context.newPage();
    const connected = page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived'));
    await page.goto(whole.pageOf(counter));
    await openChat(page).click();
    await message(page).waitFor();
    await connected;
    return page;
  };
  try {
    const [first, second] = [await opened(), await opened()];
    await write(first, 'From the first');
    await log(second).getByText('From the first').waitFor();
    await write(second, 'From the second');
    await log(first).getByText('From the second').waitFor();
    await first.reload();
    for (const text of ['From the first', 'From the second']) await log(first).getByText(text).waitFor();
  } finally {
    await context.close();
    await operator.close();
  }
});

describe('where the visitor is asked', () => {
  it.each([
    ['a desktop', false],
    ['a phone', true],
  ])(
    '[P20, P42] on %s, nothing before consent; then the chat; withdrawn, it ends and leaves nothing',
    async (_on, phone) => {
      const counter = await whole.counterWithChat({}, { consent: { mode: 'ask' } });
      const { console: operator } = await attend(whole.server.url, whole.server.token);
      const context = await whole.visitor(phone, true);
      try {
        const page = await context.newPage();
        const asked: string[] = [];
        page.on('request', (request) => asked.push(new URL(request.url()).pathname));
        await page.goto(whole.pageOf(counter));
        await page.waitForLoadState('networkidle');
        expect(asked.filter((path) => /^\/(watch|chat)\//.test(path))).toEqual([]);
        expect(await kept(page)).toEqual([]);

        await page.evaluate(`ym(${counter}, 'consent', true)`);
        await openChat(page).click();
        await write(page, 'Good day');
        await log(page).getByText('Sent', { exact: true }).waitFor();
        expect(await kept(page)).toEqual(expect.arrayContaining(['_ym_uid', '_ym_d']));

        const ended = page.evaluate(`new Promise((done) => goalpost.chat.on('destroy', () => done(true)))`);
        await page.evaluate(`ym(${counter}, 'consent', false)`);
        expect(await ended).toBe(true);
        expect(await page.locator('goalpost-chat').count()).toBe(0);
        expect([await kept(page), await context.cookies()]).toEqual([[], []]);
        // A page that calls it back has no consent either.
        await page.evaluate('jivo_init()');
        expect([await page.locator('goalpost-chat').count(), await kept(page)]).toEqual([0, []]);

        const connected = connection(page);
        await page.evaluate(`ym(${counter}, 'consent', true)`);
        await connected;
        await openChat(page).click();
        await message(page).waitFor();
        expect(await log(page).getByText('Good day').count()).toBe(0);
      } finally {
        await context.close();
        await operator.close();
      }
      await whole.server.flushed();
      expect(await whole.reached(counter)).toEqual({ 'Jivo auto-goal: customer opened chat': [1, 1, 1] });
    },
  );

  it.each([
    ['a desktop', false],
    ['a phone', true],
  ])(
    '[P41] on %s with the tag blocked, the button alone; who presses it may write, and counts for nothing',
    async (_on, phone) => {
      const counter = await whole.counterWithChat({}, { consent: { mode: 'ask' } });
      const { console: operator } = await attend(whole.server.url, whole.server.token);
      const context = await whole.visitor(phone, false);
      try {
        const page = await context.newPage();
        const sockets: string[] = [];
        page.on('websocket', (socket) => sockets.push(socket.url()));
        await page.goto(whole.pageOf(counter));
        await openChat(page).waitFor();
        await page.waitForLoadState('networkidle');
        expect([sockets, await kept(page)]).toEqual([[], []]);
        await openChat(page).click();
        await message(page).fill('Good day');
        expect(await kept(page)).toEqual([]);
        await write(page, 'Good day');
        await log(page).getByText('Sent', { exact: true }).waitFor();
        const left = await kept(page);
        expect([left.length > 0, left.filter((name) => !isOfChat(name))]).toEqual([true, []]);
        // The conversation is there after a load; withdrawn, it is nowhere.
        await page.reload();
        await openChat(page)
          .or(page.getByRole('button', { name: 'Close chat' }))
          .first()
          .waitFor();
        await page.evaluate(`goalpost.chat.consent(false)`);
        await page.locator('goalpost-chat').waitFor({ state: 'detached' });
        expect([await kept(page), await context.cookies()]).toEqual([[], []]);
      } finally {
        await context.close();
        await operator.close();
      }
      await whole.server.flushed();
      expect(await whole.reached(counter)).toEqual({});
    },
  );
});

it('[P41] the chat’s own line, which runs before the tag’s of a visitor who has agreed, counts all the same', async () => {
  const counter = await whole.counterWithChat({}, { consent: { mode: 'ask' } });
  const { console: operator } = await attend(whole.server.url, whole.server.token);
  const context = await whole.visitor(false, true);
  const stood = Promise.withResolvers<void>();
  try {
    const page = await context.newPage();
    await page.route(/widget\.js.*&cs/, async (route) => {
      await stood.promise;
      await route.continue();
    });
    await page.goto(whole.pageOf(counter));
    await page.evaluate(`ym(${counter}, 'consent', true)`);
    await page.evaluate(`new Promise((done) => {
      const line = document.createElement('script');
      line.onload = done;
      line.src = document.querySelector('[src*="&cs"]').src.replace(/&.*/, '');
      document.head.append(line);
    })`);
    const connected = connection(page);
    stood.resolve();
    await connected;
    await openChat(page).click();
    await write(page, 'Good day');
    await log(page).getByText('Sent', { exact: true }).waitFor();
    expect(await kept(page)).toEqual(expect.arrayContaining(['_ym_uid', '_ym_d']));
  } finally {
    stood.resolve();
    await context.close();
    await operator.close();
  }
  await whole.server.flushed();
  expect(await whole.reached(counter)).toEqual({ 'Jivo auto-goal: customer opened chat': [1, 1, 1] });
});

it('[P40] the chat’s own line beside the tag’s keeps nothing without cookies either', async () => {
  const counter = await whole.counterWithChat({}, { consent: { mode: 'cookieless' } });
  const context = await whole.visitor(false, true);
  try {
    const page = await context.newPage();
    const connected = connection(page);
    await page.goto(whole.pageOf(counter));
    await connected;
    await page.evaluate(`new Promise((done) => {
      const line = document.createElement('script');
      line.onload = done;
      line.src = document.querySelector('[src*="/chat/widget.js"]').src.replace(/&.*/, '&cs');
      document.head.append(line);
    })`);
    await page.evaluate('goalpost.chat.state()');
    expect(await kept(page)).toEqual([]);
  } finally {
    await context.close();
  }
});

it('[P42] with cookies, a page without the tag takes consent back by goalpost.chat.consent', async () => {
  const counter = await whole.counterWithChat();
  const { console: operator } = await attend(whole.server.url, whole.server.token);
  const context = await whole.visitor(false, false);
  try {
    const page = await context.newPage();
    await page.goto(whole.pageOf(counter));
    await openChat(page).click();
    await write(page, 'Good day');
    await log(page).getByText('Sent', { exact: true }).waitFor();
    expect(await kept(page)).toEqual(expect.arrayContaining(['_ym_uid', '_ym_d']));
    await page.evaluate('goalpost.chat.consent(false)');
    await page.locator('goalpost-chat').waitFor({ state: 'detached' });
    expect([await kept(page), await context.cookies()]).toEqual([[], []]);
  } finally {
    await context.close();
    await operator.close();
  }
});
