/** What each module of the tag sends of what visitors do, and that nothing is sent twice. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CONSENT_MODULE_NAMES, TAG_MODULE_NAMES } from '@goalpost/contract/tag-modules';
import { COUNTER, inOrder, isView, setStage, views } from './stage.ts';

const stage = setStage();
const EVERYTHING = TAG_MODULE_NAMES.filter((name) => name !== 'chat' && !CONSENT_MODULE_NAMES.includes(name));
const STAY =
  "<script>addEventListener('submit', (event) => event.preventDefault()); addEventListener('click', (event) => event.target.closest?.('a') && event.preventDefault())</script>";

async function open(body: string, init = '{}'): Promise<Page> {
  stage.recorder.carry(EVERYTHING);
  return stage.open({ body: body + STAY, init });
}

/** Addresses of what was done, without what engagement tells. */
async function done(page: Page): Promise<string[]> {
  const hits = await stage.settled(page);
  return hits.filter(({ info }) => !info['eng']).map(({ keys }) => keys['page-url'] ?? '');
}

describe('[W36] [W43] a form', () => {
  it.each([
    ['with a button', '<form id=lead name=f><input name=q><button>Go</button></form>', 'button'],
    [
      'by another action',
      '<form id=lead name=f><input name=q><input type=submit formaction="/x"></form>',
      '[type=submit]',
    ],
  ])('%s arrives once', async (_name, form, button) => {
    const page = await open(form);
    await page.click(button);
    const forms = (await done(page)).filter((url) => url.startsWith('form:'));
    expect(forms).toEqual(['form://127.0.0.1/?i=lead&n=f&p=%23lead']);
  });

  it('that sends no event arrives after its click, an invalid one never', async () => {
    const page = await open(
      '<form name=a><button>Go</button></form><form name=b><input required><button id=no>Go</button></form>' +
        "<script>document.forms.a.addEventListener('click', (event) => event.preventDefault())</script>",
    );
    await page.click('#no');
    await page.click('[name=a] button');
    const forms = await stage.recorder.wait(1, ({ keys }) => keys['page-url']?.startsWith('form:') ?? false);
    expect(forms.map(({ keys }) => keys['page-url'])).toEqual([
      'form://127.0.0.1/?i=&n=a&p=%3Ehtml%3Ebody%3Eform',
    ]);
  });
});

/** In an open shadow root, from which neither `submit` nor `change` comes out. */
const shadow = (inner: string): string =>
  `<div id=host></div><script>document.getElementById('host').attachShadow({ mode: 'open' }).innerHTML = '${inner}'</script>`;

// `method=dialog` outside a dialog: the browser stays on the page.
it.each([
  ['by a script', '<form id=lead method=dialog><a id=b onclick="lead.submit()">Go</a></form>'],
  [
    'by a script, once asked',
    '<form id=lead method=dialog onsubmit="Promise.resolve().then(() => lead.submit())"><button id=b>Go</button></form>',
  ],
  [
    'by a script instead of its button',
    '<form id=lead method=dialog><button id=b onclick="event.preventDefault(); lead.submit()">Go</button></form>',
  ],
  ['by a button outside', '<form id=lead></form><button id=b form=lead>Go</button>'],
  ['by an image', '<form id=lead><input type=image alt=Go id=b></form>'],
  ['in a shadow root', shadow('<form id=lead onsubmit="return false"><button id=b>Go</button></form>')],
])('[G90] a form that is sent %s arrives once', async (_name, body) => {
  const page = await open(body);
  await page.click('#b');
  const isForm = ({ keys }: { keys: Record<string, string> }): boolean =>
    keys['page-url']?.startsWith('form:') ?? false;
  await stage.recorder.wait(1, isForm);
  await done(page);
  expect(stage.recorder.hits.filter(isForm).map(({ keys }) => keys['page-url'])).toEqual([
    'form://127.0.0.1/?i=lead&n=&p=%23lead',
  ]);
});

it('[G90] a form that is sent long after its click arrives once, and again with the next one', async () => {
  const page = await open(
    '<form id=lead method=dialog><button id=b onclick="event.preventDefault()">Go</button></form>',
  );
  const forms = ({ keys }: { keys: Record<string, string> }): boolean =>
    keys['page-url']?.startsWith('form:') ?? false;
  for (const count of [1, 2]) {
    await page.click('#b');
    await stage.recorder.wait(count, forms);
    await page.evaluate('lead.requestSubmit()');
  }
  await done(page);
  expect(stage.recorder.hits.filter(forms)).toHaveLength(2);
});

it('[G91] in open shadow roots a form is heard without a button, and what is filled in', async () => {
  const page = await open(
    shadow('<form id=lead onsubmit="return false"><input type=tel></form>') + '<input id=other>',
  );
  await page.fill('#host input', '123');
  await page.focus('#other');
  await page.focus('#host input');
  await page.keyboard.press('Enter');
  expect((await done(page)).toSorted()).toEqual([
    'contact://127.0.0.1/?k=phone&s=0',
    'contact://127.0.0.1/?k=phone&s=1',
    'form://127.0.0.1/?i=lead&n=&p=%23lead',
  ]);
});

it.each([
  ['<label>Ваш телефон <input id=i></label>', 'phone'],
  ['<label for=i>E-mail</label><input id=i>', 'email'],
  ['<input id=i aria-label="Ваше имя">', 'name'],
])('[G91] the kind of %s is told by what people read', async (body, kind) => {
  const page = await open(`${body}<input id=other>`);
  await page.fill('#i', 'x');
  await page.focus('#other');
  expect(await done(page)).toEqual([`contact://127.0.0.1/?k=${kind}&s=0`]);
});

it('[G92] links in drawings and maps are links, and icons in buttons none', async () => {
  const page = await open(
    '<svg width=50 height=50><a href="tel:+74951234567"><rect id=a width=50 height=50 /></a></svg>' +
      '<button><svg width=50 height=50><use href="#icon"/><rect id=b width=50 height=50 /></svg></button>' +
      '<a href="/get?file=price.pdf&v=2" id=c>Price</a><a id=d>None</a>',
  );
  for (const id of ['a', 'b', 'c', 'd']) await page.click(`#${id}`);
  expect((await done(page)).map((url) => url.replace(/(?<=btn:.*)\?.*|http.*(?=\/get)/, ''))).toEqual([
    'tel:+74951234567',
    'btn://127.0.0.1/',
    '/get?file=price.pdf&v=2',
    'btn://127.0.0.1/',
  ]);
});

it('[G92] a data layer that is made by the first push into it is heard', async () => {
  const page = await open(
    '<button id=b onclick="(window.dataLayer ??= []).push({ ecommerce: { add: { products: [{ id: 1 }] } } })">Buy</button>',
  );
  await page.click('#b');
  await stage.recorder.wait(1, ({ info }) => info['pa'] === '1');
  await done(page);
  expect(stage.recorder.hits.filter(({ info }) => info['pa'] === '1')).toHaveLength(1);
});

it.each([
  ['a button', '<button id=b name=n> Buy  now </button>', 'i=b&n=n&p=%23b&t=Buy%20now&h='],
  ['what is inside one', '<button id=b><span id=x>Buy</span></button>', 'i=b&n=&p=%23b&t=Buy&h='],
  ['a div with the role', '<div id=b role=button>Buy</div>', 'i=b&n=&p=%23b&t=Buy&h='],
  ['an input', '<input id=b type=button value=Buy>', 'i=b&n=&p=%23b&t=Buy&h='],
  [
    'a drawing without a text',
    '<svg width=50 height=50><g id=b role=button><rect width=50 height=50 /></g></svg>',
    'i=b&n=&p=%23b&t=&h=',
  ],
  [
    "a list's item with a number",
    '<ol><li id=b role=button value=3 style="height:50px"></li></ol>',
    'i=b&n=&p=%23b&t=3&h=',
  ],
  [
    '[G120] the text of one',
    '<a id=b class="elementor-button" href="/x"><span id=x class="elementor-button-text">Buy</span></a>',
    'i=b&n=&p=%23b&t=Buy&h=http%3A%2F%2F{{host}}%2Fx',
  ],
  [
    '[G120] an icon in one',
    '<button id=b><i><span id=x class="ant-btn-icon">Buy</span></i></button>',
    'i=b&n=&p=%23b&t=Buy&h=',
  ],
  [
    '[G120] one in a row of them',
    '<div class="button-row"><div class=btn id=b>Buy</div></div>',
    'i=b&n=&p=%23b&t=Buy&h=',
  ],
  ['a div that looks like one', '<div id=b class="t-btn big">Buy</div>', 'i=b&n=&p=%23b&t=Buy&h='],
])('[W37] a click on %s arrives once', async (_name, body, query) => {
  const page = await open(body);
  await page.click((await page.$('#x')) ? '#x' : '#b');
  const { host } = new URL(page.url());
  expect(await done(page)).toEqual([
    `btn://127.0.0.1/?${query.replace('{{host}}', encodeURIComponent(host))}`,
  ]);
});

it('[W37] a click on a link that looks like a button is told once, one by a script never', async () => {
  const page = await open(
    '<a id=b class=btn href="https://example.org/">Out</a><button id=c>No</button><p id=p>Text</p>',
  );
  await page.click('#b');
  await page.click('#p');
  await page.evaluate("document.getElementById('c').click()");
  expect(await done(page)).toEqual(['https://example.org/']);
});

it('[W38] of contact data only the kind leaves the page', async () => {
  const page = await open(
    '<form id=f><input type=email><input name=q placeholder="Ваш телефон"><input name=name><input type=password><button>Go</button></form>',
  );
  await page.fill('[type=email]', 'me@shop.example');
  await page.fill('[name=q]', '+7 (000) 111-22-33');
  await page.fill('[type=password]', 'secret');
  await page.fill('[type=email]', 'you@shop.example');
  await page.click('button');
  const urls = await done(page);
  expect(urls.filter((url) => url.startsWith('contact:')).toSorted()).toEqual(
    ['k=email&s=0', 'k=email&s=1', 'k=phone&s=0', 'k=phone&s=1'].map(
      (query) => `contact://127.0.0.1/?${query}`,
    ),
  );
  expect(JSON.stringify(stage.recorder.hits)).not.toMatch(/me@|111-22|secret/);
});

it('[W44] objects of UA, of GA4 and of gtag arrive in one form', async () => {
  const page = await open('<script>dataLayer = []; function gtag() { dataLayer.push(arguments) }</script>');
  await page.evaluate(`dataLayer = window.dataLayer; dispatchEvent(new Event('load'));
    dataLayer.push({ ecommerce: { add: { products: [{ id: 1 }] } } });
    dataLayer.push({ event: 'purchase', ecommerce: { transaction_id: 'T1', items: [{ item_id: 1 }] } });
    gtag('event', 'purchase', { transaction_id: 'T2', value: 3 }); gtag('event', 'scroll', { percent: 90 })`);
  const hits = (await stage.settled(page)).filter(({ info }) => info['pa'] === '1');
  expect(hits.map(({ keys }) => JSON.parse(keys['site-info'] ?? '').__ym.ecommerce)).toEqual([
    [{ add: { products: [{ id: 1 }] } }],
    [{ event: 'purchase', ecommerce: { transaction_id: 'T1', items: [{ item_id: 1 }] } }],
    [{ event: 'purchase', ecommerce: { transaction_id: 'T2', value: 3 } }],
  ]);
});

it('[W39] engagement is sent when the page is hidden, each second once', async () => {
  const page = await open('<div style="height:3000px">Long</div>');
  await page.clock.install();
  await page.evaluate('scrollTo(0, 1000)');
  const hide =
    "Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' }); document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))";
  await page.evaluate(`${hide}; ${hide}; dispatchEvent(new Event('pagehide'))`);
  const hits = await stage.recorder.wait(1, ({ info }) => info['eng'] === '1');
  await done(page);
  expect(stage.recorder.hits.filter(({ info }) => info['eng'])).toHaveLength(1);
  expect(Number(hits[0]?.info['sd'])).toBeGreaterThan(50);
  expect(hits[0]?.keys['page-ref']).toBe(page.url());
});

it('[W40] a changed address is one page view, also where the page calls `hit`', async () => {
  const page = await open('');
  await page.evaluate(`history.pushState({}, '', '/two')`);
  await stage.recorder.wait(2, isView);
  await page.evaluate(
    `ym(${COUNTER}, 'hit', '/two', { params: { a: 1 } }); history.replaceState({}, '', '/two#part'); history.pushState({}, '', '/three'); ym(${COUNTER}, 'hit', '/three')`,
  );
  await page.evaluate(`history.pushState({}, '', '/four')`);
  await stage.recorder.wait(4, isView);
  await done(page);
  expect(
    inOrder(views(stage.recorder.hits))
      .map(({ keys }) => new URL(keys['page-url'] ?? '').pathname)
      .slice(1),
  ).toEqual(['/two', '/three', '/four']);
});

it('[W41] the chat is loaded by the tag', async () => {
  stage.recorder.script('/chat/widget.js', 'window.chats = (window.chats ?? 0) + 1');
  stage.recorder.carry(['chat']);
  const page = await stage.open();
  await page.waitForFunction('window.chats === 1');
});

it('[W42] a link of the picker loads it, on the next pages of the tab too', async () => {
  stage.recorder.script('/tag-tools.js', 'window.tools = import.meta.url');
  const page = await stage.open({ query: '?_gp_pick=5-form-en.abc.1' });
  await page.waitForFunction('window.tools');
  await stage.open({ page });
  await page.waitForFunction('window.tools');
  const { search } = new URL(await page.evaluate<string>('window.tools'));
  expect(search).toBe(`?id=${COUNTER}&pick=5-form-en.abc.1`);
});
