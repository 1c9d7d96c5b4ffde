/** What bears a vendor's name and is none, or cannot be read, changes nothing of other vendors. */
import { expect, it } from 'vitest';
import { VENDORS } from '@goalpost/contract/vendors';
import { STAND_INS } from './stand-ins/list.ts';
import { scriptOf, TOOLS } from './stand-ins/stand-in.ts';
import { chatsPage } from './chats-page.ts';
import { setStage } from './stage.ts';
import { vendorPages } from './vendor-pages.ts';

const stage = setStage(/Failed to load resource|net::ERR_/);
const { told, open } = chatsPage(stage);
const pages = vendorPages(stage);
const fetched = (): string[] =>
  stage.recorder.scripts.flatMap((address) => /\/tag\/chats\/([\w-]+)\.js/.exec(address)?.[1] ?? []);
const TAWK = 'window.Tawk_API = {}';
const WROTE = `dispatchEvent(new CustomEvent('tawkChatMessageVisitor'))`;

const NAMES = [
  ...new Set(VENDORS.flatMap(({ seen }) => seen.globals ?? []).map((path) => path.split('.')[0]!)),
].filter((name) => name !== 'Tawk_API');

const ODD: Record<string, string> = {
  'a getter that throws': `Object.defineProperty(window, name, { get() { throw new Error(name) } })`,
  'an object any part of which throws': `window[name] = new Proxy(function () {}, { get() { throw new Error(name) }, has() { throw 1 }, apply() { throw 1 } })`,
  'a revoked proxy': `{ const { proxy, revoke } = Proxy.revocable({}, {}); window[name] = proxy; revoke() }`,
  'two elements': `document.documentElement.append(...[0, 1].map(() => Object.assign(document.createElement('a'), { id: name })))`,
  'a form with a field of that name': `{ const form = document.createElement('form'); form.name = name; document.documentElement.append(form) }`,
  'a frame of another site': `document.documentElement.append(Object.assign(document.createElement('iframe'), { name: name, src: 'https://other.example/' }))`,
  'a frame of this site': `document.documentElement.append(Object.assign(document.createElement('iframe'), { name: name }))`,
  'a text': `window[name] = name`,
};
it.each(Object.entries(ODD))('[W46] all names at once are %s', async (_what, script) => {
  const page = await stage.newPage();
  await page.route('https://other.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: 'other' }),
  );
  await open(
    `<script>${TAWK}; window.all = ${JSON.stringify(NAMES)}; for (const name of all) { ${script} }</script>`,
    ['tawk'],
    page,
  );
  await page.evaluate(WROTE);
  await stage.settled(page);
  expect(told()).toEqual(['Tawk_Client_initiate_chat']);
  expect(fetched().filter((name) => !/^(odd-object|tawk|hear)$/.test(name))).toEqual([]);
});

it.each([
  'window.goalpostChats = Object.freeze([])',
  'window.goalpostChats = "text"',
  'window.goalpostChats = 5',
  `Object.defineProperty(window, 'goalpostChats', { get() { throw new Error('closed') } })`,
])('[W50] what a page has at the name of our own API keeps no vendor from being seen: %s', async (script) => {
  const page = await open(`<script>${TAWK}; ${script}</script>`, ['tawk']);
  await page.evaluate(WROTE);
  await stage.settled(page);
  expect(told()).toEqual(['Tawk_Client_initiate_chat']);
});

it('[C117] a page with one vendor names this one, and no other', async () => {
  const named: Record<string, readonly string[]> = {};
  for (const vendor of STAND_INS) {
    const address = vendor.address ?? `/vendors/${vendor.id}.js`;
    const page = await pages.newPage([{ ...vendor, address }], () => scriptOf(vendor));
    await pages.open(
      page,
      `${TOOLS}<script>${vendor.stub ?? ''}</script><script async src="${address}"></script>`,
    );
    await pages.looked(page);
    await page.clock.runFor(5_000);
    await page.waitForLoadState('networkidle');
    named[vendor.id] = fetched().filter((name) => name !== 'hear');
    stage.recorder.clear();
    await page.close();
  }
  expect(named).toEqual(Object.fromEntries(STAND_INS.map(({ id }) => [id, [id]])));
});

it('[W47] a slot that wraps whatever is put into it is taken so often, and no more', async () => {
  const page = await open(
    `<script>window.userlikeConfig = {}; window.sets = 0; window.site = 0; {
      let held = () => { site++ };
      Object.defineProperty(window, 'userlikeTrackingEvent', {
        get: () => held,
        set(run) { sets++; held = (...args) => run(...args) },
      });
    }</script>`,
    ['userlike'],
  );
  stage.recorder.script('/more.js', '');
  await page.evaluate(`(async () => {
    for (let n = 0; n < 300; n++)
      await new Promise((done) => document.head.append(Object.assign(document.createElement('script'), { src: '/more.js', onload: done })));
  })()`);
  expect(await page.evaluate('sets')).toBeLessThan(150);
  await page.evaluate(`userlikeTrackingEvent('chat_started', {}, { chat_id: 5 })`);
  await stage.settled(page);
  expect(told()).toEqual(['Userlike_Client_initiate_chat']);
  expect(await page.evaluate('site')).toBe(1);
});
