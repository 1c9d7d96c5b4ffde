/** Whatever a page calls and a visitor does before consent: no hit, no cookie, no storage of any kind [P20]. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { COUNTER, quiet, setStage, UNASKED_MODULES, views } from './stage.ts';

const stage = setStage();

/** All that a browser keeps of a page's origin, by whatever way. */
const keptAnywhere = (page: Page): Promise<unknown> =>
  page.evaluate(`(async () => ({
    cookies: document.cookie,
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    name: window.name,
    state: history.state,
  }))()`);
const NOTHING = {
  cookies: '',
  local: [],
  session: [],
  databases: [],
  caches: [],
  workers: 0,
  name: '',
  state: null,
};

const BODY = `<button id="buy">Buy</button><a id="mail" href="mailto:a@shop.example">mail</a>
<a id="file" href="/price.pdf" download onclick="event.preventDefault()">file</a>
<a id="out" href="https://elsewhere.example/" onclick="event.preventDefault()">out</a>
<form id="order" onsubmit="event.preventDefault()"><input name="phone"><button id="send">Send</button></form>
<div style="height: 5000px">long</div>`;

/** Every method that a page may call, with what it takes. */
const CALLS = `for (const [method, ...values] of [
  ['hit', '/next', { params: { a: 1 } }], ['reachGoal', 'early', { price: 5 }], ['params', { a: { b: 1 } }],
  ['userParams', { UserID: 7, plan: 'pro' }], ['setUserID', 'u-7'], ['firstPartyParams', { email: 'a@shop.example' }],
  ['notBounce'], ['extLink', 'https://elsewhere.example/'], ['file', 'https://shop.example/a.pdf'],
  ['addFileExtension', 'xyz'], ['trackLinks', true], ['accurateTrackBounce', 10], ['clickmap', true], ['enableAll'],
  ['replacePhones'], ['getClientID', () => 0], ['ecommerceAdd', [{ id: 1 }], 'RUB'],
]) ym(${COUNTER}, method, ...values);
window.dataLayer = window.dataLayer || [];
dataLayer.push({ ecommerce: { purchase: { actionField: { id: '1' }, products: [{ id: '1', price: 5 }] } } });
history.pushState(null, '', '?another'); location.hash = 'part';`;

it('[P20] every method, every module and the end of the page send and keep nothing', async () => {
  stage.recorder.carry(['consent', ...UNASKED_MODULES]);
  const page = await stage.open({
    body: BODY,
    init: '{ webvisor: true, clickmap: true, ecommerce: "dataLayer" }',
  });
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!['script', 'document'].includes(request.resourceType()))
      asked.push(`${request.method()} ${request.url()}`);
  });
  await page.evaluate(CALLS);
  for (const id of ['buy', 'mail', 'file', 'out', 'send']) await page.click(`#${id}`);
  await page.fill('input', '+7 916 555-12-34');
  await page.click('#send');
  await page.mouse.wheel(0, 4_000);
  await quiet(page);
  expect(await keptAnywhere(page)).toEqual(NOTHING);
  // The end of a page has beacons of its own.
  await page.goto(stage.recorder.page('/after', '<!doctype html><title>After</title>'));
  await quiet(page);
  expect(await keptAnywhere(page)).toEqual(NOTHING);
  const own = asked.filter((one) => !one.includes('?another') && !one.includes('/after'));
  expect([own, stage.recorder.hits.length]).toEqual([[], 0]);
});

it('[P20] the same sends and keeps where consent is given: the proof above can fail', async () => {
  stage.recorder.carry(['consent', ...UNASKED_MODULES]);
  const page = await stage.open({ body: BODY, init: '{ ecommerce: "dataLayer" }' });
  await page.evaluate(CALLS);
  await page.evaluate(`ym(${COUNTER}, 'consent', true)`);
  const sent = await stage.recorder.wait(8);
  expect(views(sent).length).toBeGreaterThan(0);
  expect(await keptAnywhere(page)).not.toEqual(NOTHING);
});
