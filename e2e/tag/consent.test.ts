/** Without consent no cookie, no storage, no hit; given later the visit starts; withdrawn, it ends [P20]. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { TagModule } from '@goalpost/contract/tag-modules';
import { COUNTER, quiet, setStage, views } from './stage.ts';

const stage = setStage();

/** What the browser keeps of the page's origin. The page is asked: its browser hears of ended cookies a little later. */
const kept = async (page: Page): Promise<readonly string[]> =>
  (await page.evaluate(
    `Object.keys(localStorage).concat(Object.keys(sessionStorage),
      document.cookie.split('; ').filter(Boolean).map((cookie) => cookie.split('=')[0])).sort()`,
  )) as string[];

it('[P20] keeps and sends nothing, then the visit with its own address and referrer, then nothing again', async () => {
  stage.recorder.carry(['consent', 'links']);
  const page = await stage.open({ query: '?utm_source=mail' });
  // Who waits for a goal's callback is not kept waiting.
  await page.evaluate(`new Promise((done) => ym(${COUNTER}, 'reachGoal', 'early', done))`);
  expect(
    await page.evaluate(`ym(${COUNTER}, 'getClientID', () => { window.told = 1 }), window.told`),
  ).toBeUndefined();
  await quiet(page);
  expect([stage.recorder.hits.length, await kept(page)]).toEqual([0, []]);
  const address = page.url();

  await page.evaluate(`ym(${COUNTER}, 'consent', true)`);
  const sent = await stage.recorder.wait(2);
  expect(views(sent).map(({ keys }) => keys['page-url'])).toEqual([address]);
  expect(sent.map(({ info }) => info['cs'])).toEqual(['1', '1']);
  expect(await kept(page)).toEqual(expect.arrayContaining(['_ym_d', '_ym_uid']));

  await page.evaluate(`ym(${COUNTER}, 'consent', false)`);
  expect(await kept(page)).toEqual([]);
  await page.evaluate(`new Promise((done) => ym(${COUNTER}, 'reachGoal', 'late', done))`);
  await quiet(page);
  expect(stage.recorder.hits.length).toBe(2);
  expect(await kept(page)).toEqual([]);

  // A new answer is a new visit; what was done in between is not told.
  await page.evaluate(`ym(${COUNTER}, 'consent', { analytics_storage: 'granted' })`);
  const again = await stage.recorder.wait(3);
  expect(views(again).length).toBe(2);
  expect(again.filter(({ keys }) => keys['page-url']?.includes('late'))).toEqual([]);
});

it.each([
  ['with cookies', []],
  ['without cookies', ['cookieless', 'consent_gpc', 'consent_unless']],
] as const)(
  '[P20] withdrawn in one tab, it ends in all, and can be given again (%s)',
  async (_name, more) => {
    stage.recorder.carry(['consent', ...more]);
    const pages = [await stage.open(), await stage.open()] as const;
    for (const page of pages) await page.evaluate(`ym(${COUNTER}, 'consent', true)`);
    await stage.recorder.wait(2);
    await pages[1].evaluate(`void (window.heard = new Promise((done) =>
      addEventListener('storage', ({ key }) => key === '_gp.no${COUNTER}' && done())))`);
    await pages[0].evaluate(`ym(${COUNTER}, 'consent', false)`);
    // The tag's own listener comes before those of the page.
    await pages[1].evaluate('heard');
    for (const page of pages) {
      await page.evaluate(`ym(${COUNTER}, 'reachGoal', 'late')`);
      await quiet(page);
      expect(await kept(page)).toEqual([]);
    }
    expect(stage.recorder.hits.length).toBe(2);
    // The other tab does not answer the withdrawal with one of its own.
    await pages[0].evaluate(`ym(${COUNTER}, 'consent', true)`);
    await stage.recorder.wait(3);
    await quiet(pages[1]);
    await pages[0].evaluate(`ym(${COUNTER}, 'reachGoal', 'again')`);
    expect((await stage.recorder.wait(4)).at(-1)?.keys['page-url']).toContain('again');
  },
);

/** A page that waits, with the script that names no counter. */
async function openStatic(more = ''): Promise<Page> {
  const page = await stage.newPage();
  await page.goto(
    stage.recorder.page(
      '/static-consent',
      `<!doctype html><script>window.ym = function () { (ym.a = ym.a || []).push(arguments) };
ym(${COUNTER}, 'init', { consent: true });${more}</script><script async src="{{tag}}"></script>`,
    ),
  );
  return page;
}

it('[P20] the script without a number waits for the module where the page says so', async () => {
  stage.recorder.carry(['consent']);
  const page = await openStatic();
  await expect.poll(() => stage.recorder.scripts.some((name) => name.includes('&modules='))).toBe(true);
  await quiet(page);
  expect([stage.recorder.hits.length, await kept(page)]).toEqual([0, []]);
  await page.evaluate(`ym(${COUNTER}, 'consent', 'granted')`);
  expect(views(await stage.recorder.wait(1)).length).toBe(1);
});

it('[P20] what the page says before the module is there holds', async () => {
  stage.recorder.carry(['consent']);
  await openStatic(`ym(${COUNTER}, 'consent', true)`);
  expect((await stage.recorder.wait(1)).map(({ info }) => [info['pv'], info['cs']])).toEqual([['1', '1']]);
});

it('[P20] sends at once where the counter asks nothing, although the page waits', async () => {
  stage.recorder.carry([]);
  await openStatic();
  expect((await stage.recorder.wait(1)).map(({ info }) => [info['pv'], info['cs']])).toEqual([
    ['1', undefined],
  ]);
  stage.recorder.clear();
  await stage.open({ init: '{ consent: true, defer: true }' });
  // Without consent to ask for, the visitor is known before anything is sent.
  await expect.poll(async () => (await stage.context.cookies()).length).toBe(2);
  expect(stage.recorder.hits).toEqual([]);
});

it('[P24] without cookies, hits are sent and nothing is kept', async () => {
  stage.recorder.carry(['cookieless']);
  const page = await stage.open();
  const [view] = await stage.recorder.wait(1);
  expect(view?.info['u'] ?? '').toBe('');
  await page.evaluate(`ym(${COUNTER}, 'reachGoal', 'lead')`);
  await stage.recorder.wait(2);
  expect(await kept(page)).toEqual([]);
});

it('[P24] nor after a signal was overruled, withdrawn and overruled again', async () => {
  stage.recorder.carry(['cookieless', 'consent', 'consent_gpc', 'consent_unless']);
  const page = await stage.open();
  await stage.recorder.wait(1);
  await page.evaluate(`ym(${COUNTER}, 'consent', false), ym(${COUNTER}, 'consent', true)`);
  const hits = await stage.recorder.wait(2);
  expect(hits.map(({ info }) => info['u'] ?? '')).toEqual(['', '']);
  expect(await kept(page)).toEqual([]);
});

it('[P20, P42] the chat comes with consent, hears when that ends, and leaves nothing', async () => {
  stage.recorder.carry(['consent', 'chat']);
  const page = await stage.open();
  const scripts = (): Promise<unknown> =>
    page.evaluate(`document.querySelectorAll('[src*="/chat/"]').length`);
  await quiet(page);
  expect(await scripts()).toBe(0);
  await page.route('**/chat/widget.js*', (route) => route.fulfill({ body: '' }));
  await page.evaluate(`localStorage['_gp.chat.1.seen'] = sessionStorage['_gp.chat.1.draft'] = localStorage.cart = 1,
    ym(${COUNTER}, 'consent', true)`);
  expect(await scripts()).toBe(1);
  await page.evaluate(`window.heard = [], window.goalpost = { chat: { consent: (yes) => heard.push(!!yes) } },
    ym(${COUNTER}, 'consent', false)`);
  expect(await kept(page)).toEqual(['cart']);
  await page.evaluate(`ym(${COUNTER}, 'consent', true)`);
  expect(await page.evaluate('heard')).toEqual([false, true]);
  await page.evaluate('localStorage.clear()');
});

/** Of each who tells of consent: what the banner puts on the page, and what it does when the visitor says yes, and no. */
const BANNERS: readonly (readonly [module: TagModule, head: string, yes: string, no: string])[] = [
  [
    'consent_tcf',
    `window.__tcfapi = (_c, _v, told) => { window.tell = told }`,
    `tell({ eventStatus: 'useractioncomplete', gdprApplies: true, purpose: { consents: { 1: true, 8: true } } }, true)`,
    `tell({ eventStatus: 'useractioncomplete', gdprApplies: true, purpose: { consents: { 1: true } } }, true)`,
  ],
  [
    'consent_google',
    `window.dataLayer = []; window.gtag = function () { dataLayer.push(arguments) };
gtag('consent', 'default', { analytics_storage: 'denied' })`,
    `gtag('consent', 'update', { analytics_storage: 'granted' })`,
    `gtag('consent', 'update', { analytics_storage: 'denied' })`,
  ],
  [
    'consent_cookiebot',
    `window.Cookiebot = { hasResponse: false, consent: { statistics: false } }`,
    `Cookiebot.hasResponse = Cookiebot.consent.statistics = true; dispatchEvent(new Event('CookiebotOnAccept'))`,
    `Cookiebot.consent.statistics = false; dispatchEvent(new Event('CookiebotOnDecline'))`,
  ],
  [
    'consent_onetrust',
    `window.OnetrustActiveGroups = ',C0001,'`,
    `OnetrustActiveGroups = ',C0001,C0002,'; dispatchEvent(new Event('OneTrustGroupsUpdated'))`,
    `OnetrustActiveGroups = ',C0001,'; dispatchEvent(new Event('OneTrustGroupsUpdated'))`,
  ],
  [
    'consent_cookieyes',
    `window.answer = { isUserActionCompleted: false, categories: {} }; window.getCkyConsent = () => answer`,
    `answer = { isUserActionCompleted: true, categories: { analytics: true } };
document.dispatchEvent(new Event('cookieyes_consent_update'))`,
    `answer = { isUserActionCompleted: true, categories: { analytics: false } };
document.dispatchEvent(new Event('cookieyes_consent_update'))`,
  ],
  [
    'consent_usercentrics',
    `window.all = false; window.UC_UI = { isInitialized: () => true, areAllConsentsAccepted: () => all }`,
    `all = true; dispatchEvent(new Event('UC_UI_CMP_EVENT'))`,
    `all = false; dispatchEvent(new Event('UC_UI_CMP_EVENT'))`,
  ],
  [
    'consent_complianz',
    `window.ok = false; window.cmplz_has_consent = (name) => name === 'statistics' && ok`,
    `ok = true; document.dispatchEvent(new Event('cmplz_status_change'))`,
    `ok = false; document.dispatchEvent(new Event('cmplz_status_change'))`,
  ],
  [
    'consent_osano',
    `window.said = 'DENY'; window.Osano = { cm: { getConsent: () => ({ ANALYTICS: said }),
addEventListener: (type, run) => { window.tell = run } } }`,
    `said = 'ACCEPT'; tell()`,
    `said = 'DENY'; tell()`,
  ],
];

it.each(BANNERS)('[P22] %s tells of consent and of its end', async (module, head, yes, no) => {
  stage.recorder.carry(['consent', module]);
  const page = await stage.open({ head: `<script>${head}</script>` });
  await quiet(page);
  expect([stage.recorder.hits.length, await kept(page)]).toEqual([0, []]);
  await page.evaluate(yes);
  expect(views(await stage.recorder.wait(1)).length).toBe(1);
  await page.evaluate(no);
  expect(await kept(page)).toEqual([]);
  await page.evaluate(`ym(${COUNTER}, 'reachGoal', 'late')`);
  await quiet(page);
  expect(stage.recorder.hits.length).toBe(1);
});

it.each([
  ['consent_gpc', 'globalPrivacyControl', 'true'],
  ['consent_dnt', 'doNotTrack', "'1'"],
] as const)(
  '[P23] %s refuses where the browser does, until the page says otherwise',
  async (module, name, value) => {
    stage.recorder.carry(['consent', module, 'consent_unless']);
    const plain = await stage.open();
    // Silence is no yes: a request that carries the signal all the same is refused by the server [P21].
    expect((await stage.recorder.wait(1)).map(({ info }) => info['cs'])).toEqual(['0']);
    await plain.evaluate(`ym(${COUNTER}, 'consent', true), ym(${COUNTER}, 'reachGoal', 'asked')`);
    expect((await stage.recorder.wait(2)).at(-1)?.info['cs']).toBe('1');
    stage.recorder.clear();
    stage.recorder.carry(['consent', module, 'consent_unless']);
    await stage.context.clearCookies();
    await plain.evaluate('localStorage.clear()');
    const page = await stage.open({
      head: `<script>Object.defineProperty(navigator, '${name}', { value: ${value} })</script>`,
    });
    await quiet(page);
    expect([stage.recorder.hits.length, await kept(page)]).toEqual([0, []]);
    await page.evaluate(`ym(${COUNTER}, 'consent', true)`);
    expect((await stage.recorder.wait(1)).map(({ info }) => info['cs'])).toEqual(['1']);
  },
);
