/** Five chats on pages that are not made for us. The page is unharmed, and what it leaves of the language is enough. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { OPEN } from './habits/open.ts';
import { RUSSIA } from './habits/russia.ts';
import { bodyOf, TOOLS, type Widget } from './habits/vendor.ts';
import { WORLD } from './habits/world.ts';
import { goals, setStage } from './stage.ts';

const stage = setStage(/Failed to load resource|net::ERR_|Content Security Policy/);
/** Heard by events, by calls on an object and on a queue, by a place of the page's, and by messages. */
const FIVE: readonly Widget[] = [...WORLD, ...OPEN, ...RUSSIA].filter(({ id }) =>
  ['tawk', 'freshchat', 'crisp', 'userlike', 'papercups'].includes(id),
);

const HOSTILE: Record<string, string> = {
  'a class called Map': 'function Map(el) { this.el = el }; function Set() {}',
  'iterators gone': 'delete Array.prototype[Symbol.iterator]; delete String.prototype[Symbol.iterator]',
  'helpers on every list':
    'Array.prototype.last = function () { throw 1 }; Array.prototype.remove = function () { throw 1 }',
  'options on every object': `['defer', 'url', 'callback', 'params', 'id', 'thread', 'name', 'from', 'single', 'rows', 'by', 'slot', 'args', 'path', 'reports', 'off', 'own', 'hand', 'detail', 'tawk', 'crisp', 'onBitrixLiveChat', 'visitor', 'length']
    .forEach(function (name) { Object.prototype[name] = function () { throw 1 } })`,
  'lists of an old library': `Array.prototype.reverse = function () { return this }; Object.keys = function () { return [] };
    Array.from = function () { return [] }; Array.prototype.find = function () {}; Array.prototype.includes = function () { return false };
    Array.prototype.some = function () { return false }; Array.prototype.map = Array.prototype.filter = function () { return [] }; Array.prototype.slice = function () { return [] }`,
  'no locks, observer or idle time': `Object.defineProperty(navigator, 'locks', { get: function () { throw 1 } });
    window.requestIdleCallback = 5`,
  'a storage that throws': `Object.defineProperty(window, 'localStorage', { get: function () { throw 1 } });
    Object.defineProperty(window, 'sessionStorage', { get: function () { throw 1 } })`,
  'no way to listen but its own': `(function (real) { EventTarget.prototype.addEventListener = function (type, run) { return real.apply(this, arguments) } })(EventTarget.prototype.addEventListener)`,
  'keys, focus and messages taken': `['keydown', 'focusin', 'message', 'load', 'click'].forEach(function (type) { window.addEventListener(type, function (event) { if (type !== 'load' && type !== 'message') event.stopImmediatePropagation() }, true) })`,
  'sockets wrapped and blocked': 'window.WebSocket = function () { throw 1 }; window.fetch = undefined',
};

/** At each press, all say the same. Not by evaluation: that needs what the page has taken. */
const DRIVER = `window.addEventListener('pointerdown', () => {
  ${FIVE.map(({ id }) => `act('${id}', 'DB')`).join(';')};
  console.log('the site heard ' + typeof ulSite);
}, true)`;

async function open(head: string, headers: Record<string, string> = {}): Promise<Page> {
  const page = await stage.newPage();
  for (const widget of FIVE)
    await page.route(
      (url) => url.href === new URL(widget.address, stage.recorder.url).href,
      (route) => route.fulfill({ contentType: 'text/javascript', body: bodyOf(widget) }),
    );
  await page.route(/papercups\.io\/\?/, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  stage.recorder.carry(['chats']);
  const tags = FIVE.map(
    ({ snippet = '', address }) => `<script>${snippet}</script><script async src="${address}"></script>`,
  );
  const scripts = [head, TOOLS, DRIVER].map((script) => `<script>${script}</script>`);
  await stage.open({ page, head: `${scripts.join('')}${tags.join('')}`, headers });
  return page;
}

/** Resolves when all five have made their goals, each once, however often they tell. */
async function heard(page: Page): Promise<void> {
  const told = async (): Promise<string[]> => {
    await page.mouse.click(5, 5);
    return goals(stage.recorder.hits)
      .map(({ keys }) => (keys['page-url'] ?? '').replace('goal://127.0.0.1/', ''))
      .toSorted();
  };
  await expect.poll(told).toEqual(ALL);
  expect(await told()).toEqual(ALL);
  expect(stage.console).toContain('the site heard number');
}

const ALL = FIVE.map(({ prefix, tells, after }) => `${prefix}_${after ?? tells.B ?? ''}`).toSorted();

it.each(Object.entries(HOSTILE))('[W29] [W47] %s', async (_name, script) => {
  await heard(await open(script));
});

it('[W47] the document is replaced', async () => {
  const page = await open('');
  await page.evaluate('document.documentElement.innerHTML = document.documentElement.innerHTML');
  await heard(page);
});

it('[W47] a policy lets nothing connect', async () => {
  await heard(await open('', { 'content-security-policy': "connect-src 'none'" }));
});
