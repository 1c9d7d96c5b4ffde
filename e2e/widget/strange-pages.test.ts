/** Pages that bend the language, write themselves again or allow little, with the tag and the chat on them. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { snippet } from '@goalpost/tag/snippet';
import { hasFocus } from '../browser.ts';
import { type Recorder, startRecorder } from '../tag/recorder.ts';
import { isGoal, isView } from '../tag/stage.ts';
import { log, message, openChat, setStage, write } from './stage.ts';

// What a page ends while it connects, the browser says itself.
const stage = setStage(/WebSocket is closed before/);
const COUNTER = 4242;

let recorder: Recorder;
beforeAll(async () => {
  recorder = await startRecorder();
});
afterEach(() => recorder.clear());
afterAll(() => recorder.close());

const tag = (): string => snippet(COUNTER, `${recorder.url}/metrika/tag.js`).loader;

/** View, goal and callback come; the chat opens, and a message goes either way. */
async function allWorks(page: Page, within: Page | Frame = page): Promise<void> {
  await recorder.wait(1, isView);
  const calls = `new Promise((done) => ym(${COUNTER}, 'reachGoal', 'g', {}, () => done(1)))`;
  // Where all objects have a `then`, the browser's own bridge awaits nothing that is an object.
  expect(await within.evaluate(calls)).toBe(1);
  await recorder.wait(1, isGoal);
  await openChat(within as Page).click();
  await write(within as Page, 'Good day');
  await stage.server.wait('message');
  stage.server.says('And to you');
  await log(within as Page)
    .getByText('And to you')
    .waitFor();
  expect(recorder.hits.filter(isView)).toHaveLength(1);
  expect(await within.locator('goalpost-chat').count()).toBe(1);
}

const BASICS = 'Object, Array, Function, String, Number, Promise, RegExp, Date, Error, Map, Set';
const freeze = `for (const one of [${BASICS}]) { Object.freeze(one.prototype); Object.freeze(one) }`;
const throwing = (at: string, name: string): string =>
  `Object.defineProperty(${at}, '${name}', { get() { throw new DOMException('no') }, set() { throw new DOMException('no') } })`;

const HEADS: Record<string, string> = {
  'give all objects a then': 'Object.prototype.then = function () {}',
  'give all objects a then that is none': 'Object.prototype.then = {}',
  'freeze the prototypes': freeze,
  'freeze the prototypes once loaded': `addEventListener('load', () => { ${freeze} })`,
  'freeze whatever can be frozen': `for (const name of Object.getOwnPropertyNames(window)) { const one = window[name];
    if (typeof one === 'function' && one.prototype) { Object.freeze(one.prototype); Object.freeze(one) } }
    Object.freeze(JSON); Object.freeze(Math); Object.freeze(Reflect)`,
  'forbid storage and cookies': `${throwing('window', 'localStorage')}; ${throwing('window', 'sessionStorage')}; ${throwing('document', 'cookie')}`,
  'have no storage': `for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { value: null })`,
  'have storage that throws': `for (const name of ['getItem', 'setItem', 'removeItem', 'key']) Storage.prototype[name] = () => { throw new Error('no') }`,
  'wrap fetch to send cookies along': `{ const native = fetch; window.fetch = (url, options) => native(new Request(url, { ...options, credentials: 'include' })) }`,
  'wrap fetch so that it needs options': `{ const native = fetch; window.fetch = (url, options) => { options.headers ??= {}; return native(url, options) } }`,
};

it.each(Object.entries(HEADS))('[C112] pages that %s', async (_name, script) => {
  const page = await stage.open({ head: `<script>${script}</script>${tag()}` });
  await allWorks(page);
});

it.each([
  ['Trusted Types', "require-trusted-types-for 'script'"],
  ['Trusted Types of our name alone', "require-trusted-types-for 'script'; trusted-types goalpost"],
  ['no styles', "style-src 'none'"],
  ['an origin that is none', 'sandbox allow-scripts'],
])('[W77] pages whose policy asks for %s', async (_name, policy) => {
  const page = await stage.open({ head: tag(), headers: { 'content-security-policy': policy } });
  await allWorks(page);
});

/** The page as text, to be opened at another address. */
const asText = (): string =>
  `<!doctype html><html lang="en"><title>Inner</title>${tag()}<script async src="${stage.server.url}/chat/widget.js?id=77"></script><body><h1>Inner</h1>`;

it.each([
  ['a data: address', "frame.src = 'data:text/html;charset=utf-8,' + encodeURIComponent(text)"],
  ['a blob: address', "frame.src = URL.createObjectURL(new Blob([text], { type: 'text/html' }))"],
  ['srcdoc in a sandbox', "frame.sandbox = 'allow-scripts'; frame.srcdoc = text"],
  ['what its parent writes', 'const at = frame.contentDocument; at.open(); at.write(text); at.close()'],
])('[C112] a frame of %s', async (_name, script) => {
  const page = await stage.newPage();
  await page.goto(
    stage.server.page(
      '/outer',
      '<!doctype html><link rel="icon" href="data:,"><iframe id="frame" width="1000" height="660"></iframe>',
    ),
  );
  await page.evaluate(`{ const text = ${JSON.stringify(asText())}; ${script} }`);
  await recorder.wait(1, isView);
  const inner = page.frames()[1];
  await allWorks(page, inner);
});

const WRITES = `document.open(); document.write('<!doctype html><html lang="en"><title>New</title><body><h1>New</h1>'); document.close()`;

it.each([
  ['once the chat is there', 'hello'],
  ['before it has connected', 'button'],
] as const)('[C112] a page that writes itself anew %s', async (_name, when) => {
  const page = await stage.open({ head: tag(), connected: when === 'hello' });
  await openChat(page).waitFor();
  await page.evaluate(WRITES);
  await page.getByRole('heading', { name: 'New' }).waitFor();
  await stage.server.wait('hello', when === 'hello' ? 2 : 1);
  await allWorks(page);
});

it('[C112] a page that writes itself anew while the chat is open keeps what was begun', async () => {
  const page = await stage.open();
  await openChat(page).click();
  await write(page, 'Good day');
  await message(page).fill('And another');
  for (const round of [2, 3]) {
    await page.evaluate(WRITES);
    await stage.server.wait('hello', round);
    await log(page).getByText('Good day').waitFor();
    expect(await message(page).inputValue()).toBe('And another');
  }
  await message(page).press('Enter');
  await log(page).getByText('And another').waitFor();
  await stage.server.wait('message', 2);
  expect(stage.server.connections()).toBe(1);
});

const CLOSED = `{ const host = document.body.appendChild(document.createElement('x-a'));
  const root = host.attachShadow({ mode: 'closed' });
  root.innerHTML = '<dialog style="width:300px;height:200px;padding:0"><button style="width:100%;height:100%">Press</button></dialog>';
  root.querySelector('button').onclick = () => { window.pressed = (window.pressed ?? 0) + 1 };
  root.firstChild.showModal() }`;

it('[C113] a modal in a closed shadow root leaves the chat to be used, and is used again', async () => {
  const page = await stage.open();
  await openChat(page).waitFor();
  await page.evaluate(CLOSED);
  const field = page.locator('goalpost-chat textarea').first();
  for (const [at, text] of ['one', 'two'].entries()) {
    // By place: what is inert is nothing to be found by its role.
    if (at === 0) await page.mouse.click(1280 - 48, 720 - 48);
    else await page.mouse.click(1280 - 200, 720 - 120);
    await hasFocus(field);
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await stage.server.wait('message', at + 1);
    await page.mouse.move(300, 300);
    await page.mouse.click(640, 360);
    expect(await page.evaluate('window.pressed')).toBe(at + 1);
  }
});

it('[C113] what a page puts over the chat stays over it', async () => {
  const page = await stage.open({
    body: '<div id="over" style="position:fixed;inset:auto 0 0 auto;width:400px;height:300px;z-index:2147483647;background:#fff" onclick="window.pressed = 1">Over</div>',
  });
  await openChat(page).waitFor();
  await page.mouse.click(1280 - 48, 720 - 48);
  expect(await page.evaluate('window.pressed')).toBe(1);
  expect(stage.server.frames.some(({ type }) => type === 'window')).toBe(false);
});

it.each([
  ['passes all on', 'event.respondWith(fetch(event.request))'],
  [
    'keeps copies of all',
    `event.respondWith(caches.open('all').then(async (all) => (await all.match(event.request)) ?? fetch(event.request).then((answer) => {
      if (event.request.method === 'GET' && answer.ok) all.put(event.request, answer.clone());
      return answer })))`,
  ],
])('[C112] a page whose own service worker %s', async (_name, act) => {
  const worker = `addEventListener('install', () => skipWaiting()); addEventListener('activate', (event) => event.waitUntil(clients.claim()));
    addEventListener('fetch', (event) => { ${act} })`;
  const site = createServer((request, response) => {
    const isWorker = request.url === '/worker.js';
    response.writeHead(200, { 'content-type': isWorker ? 'text/javascript' : 'text/html; charset=utf-8' });
    response.end(isWorker ? worker : request.url === '/' ? '<!doctype html><title>Begin</title>' : asText());
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  try {
    const page = await stage.newPage();
    await page.goto(url);
    await page.evaluate(`navigator.serviceWorker.register('/worker.js').then(() =>
      navigator.serviceWorker.controller || new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done))).then(() => 0)`);
    await page.goto(`${url}/page`);
    await allWorks(page);
  } finally {
    site.closeAllConnections();
    await new Promise((resolve) => site.close(resolve));
  }
});
