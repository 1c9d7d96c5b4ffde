/** Scripts that were composed for a counter, and what they fetch for another one [W34, W35]. */
import { expect, it } from 'vitest';
import { CONSENT_MODULE_NAMES, TAG_MODULE_NAMES } from '@goalpost/contract/tag-modules';
import { COUNTER, inOrder, isView, setStage } from './stage.ts';

const stage = setStage();
const others = (): string[] => stage.recorder.scripts.filter((address) => address.includes('&modules='));

it('[W34] the script that names the counter brings everything in one request', async () => {
  // The chats bring scripts of their own, when the page is idle; nothing is sent before consent.
  const apart = ['chat', 'chats', ...CONSENT_MODULE_NAMES];
  stage.recorder.carry(TAG_MODULE_NAMES.filter((name) => !apart.includes(name)));
  const page = await stage.open();
  expect(await stage.settled(page)).toEqual([]);
  expect(stage.recorder.scripts).toHaveLength(1);
});

it('[W34] a script with no module counts views and goals', async () => {
  stage.recorder.carry([]);
  const page = await stage.open({ body: '<a href="https://example.org/" onclick="return false">Out</a>' });
  await page.click('a');
  expect(await stage.settled(page)).toEqual([]);
  expect(stage.recorder.hits.filter(isView)).toHaveLength(1);
});

it('[W35] the modules of a counter that the address does not name are fetched once', async () => {
  const page = await stage.open();
  stage.recorder.carry(['links', 'buttons']);
  await page.evaluate(`ym(77, 'init', {}); ym(77, 'init', {});
    document.body.innerHTML = '<button>Buy</button><a href="https://example.org/">Out</a>';
    addEventListener('click', (event) => event.preventDefault())`);
  await expect.poll(() => others().length).toBe(1);
  await page.waitForFunction(
    `performance.getEntriesByType('resource').some(({ name }) => name.includes('&modules='))`,
  );
  await expect
    .poll(async () => {
      await page.click('button');
      return stage.recorder.hits.some(({ keys }) => keys['page-url']?.startsWith('btn://'));
    })
    .toBe(true);
  await page.click('a');
  const links = await stage.recorder.wait(2, ({ info }) => info['ln'] === '1');
  // Each counter tells of a link once, though 77 was handed links a second time.
  expect(links.map(({ counter }) => counter).toSorted()).toEqual([String(COUNTER), '77']);
  expect(
    stage.recorder.hits
      .filter(({ keys }) => keys['page-url']?.startsWith('btn://'))
      .map(({ counter }) => counter),
  ).not.toContain(String(COUNTER));
  expect(others()).toHaveLength(1);
});

it('[W35] the script without a number fetches what its `init` names, and counts before that comes', async () => {
  stage.recorder.carry(['forms']);
  const page = await stage.newPage();
  await page.goto(
    stage.recorder.page(
      '/static',
      `<!doctype html><script>window.ym = function () { (ym.a = ym.a || []).push(arguments) }; ym(${COUNTER}, 'init', {})</script>
      <script async src="{{tag}}"></script><body><form name=lead onsubmit="return false"><input name=q></form>`,
    ),
  );
  await stage.recorder.wait(1, isView);
  await expect.poll(() => others().length).toBe(1);
  await expect
    .poll(async () => {
      await page.press('input', 'Enter');
      return stage.recorder.hits.some(({ keys }) => keys['page-url']?.startsWith('form://'));
    })
    .toBe(true);
});

it('[W35] a counter that the address does not name has of the script what its own settings ask for', async () => {
  const facts = ['forms', 'buttons', 'contacts', 'commerce', 'engagement', 'routes'] as const;
  stage.recorder.carry([...facts, 'hashes']);
  const page = await stage.open({
    body: `<form onsubmit="return false"><input type=email><button>Send</button></form>
      <script>dataLayer = [{ ecommerce: { add: { products: [{ id: 'boots' }] } } }]</script>`,
  });
  stage.recorder.carry([]);
  await page.evaluate("ym(77, 'init', {}); ym(77, 'firstPartyParams', { email: 'me@shop.example' })");
  await expect.poll(() => others().length).toBe(1);
  await page.fill('input', 'me@shop.example');
  await page.click('button');
  await page.evaluate("history.pushState({}, '', '/other')");
  await stage.recorder.wait(2, ({ counter, info }) => counter === String(COUNTER) && info['pv'] === '1');
  await page.evaluate("dispatchEvent(new Event('pagehide'))");
  await stage.recorder.wait(1, ({ keys }) => keys['page-url']?.startsWith('form://') ?? false);
  // What the page itself calls by name works from the first moment.
  await stage.recorder.wait(
    1,
    ({ counter, keys }) => counter === '77' && !!keys['site-info']?.includes('fpp'),
  );
  const of77 = inOrder(stage.recorder.hits.filter(({ counter }) => counter === '77'));
  expect(of77.map(({ info }) => [info['pv'], info['pa']])).toEqual([
    ['1', undefined],
    [undefined, '1'],
  ]);
});

it('[W39] engagement that is fetched tells of the page that was viewed before it came', async () => {
  stage.recorder.carry(['engagement']);
  const page = await stage.newPage();
  const address = stage.recorder.page(
    '/static',
    `<!doctype html><script>window.ym = function () { (ym.a = ym.a || []).push(arguments) }; ym(${COUNTER}, 'init', {})</script>
    <script async src="{{tag}}"></script><body>Long`,
  );
  await page.goto(address);
  await stage.recorder.wait(1, isView);
  await expect.poll(() => others().length).toBe(1);
  // The module starts some time after its script has come.
  await expect
    .poll(async () => {
      await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
      return stage.recorder.hits.find(({ info }) => info['eng'])?.keys['page-ref'];
    })
    .toBe(address);
});

it("buttons and forms of the chat are not told as the site's", async () => {
  stage.recorder.carry(['forms', 'buttons', 'contacts']);
  const page = await stage.open({
    body: `<goalpost-chat></goalpost-chat><button id=own>Own</button><script>
      document.querySelector('goalpost-chat').attachShadow({ mode: 'open' }).innerHTML =
        '<form onsubmit="return false"><input type=email><button id=send>Send</button></form><button id=launch>Open</button>';
    </script>`,
  });
  await page.fill('[type=email]', 'me@shop.example');
  await page.click('#send');
  await page.click('#launch');
  await page.click('#own');
  // What waits for an event of a form is told now.
  await page.evaluate("dispatchEvent(new Event('pagehide'))");
  const done = (await stage.settled(page)).map(({ keys }) => keys['page-url']);
  expect(done).toEqual(['btn://127.0.0.1/?i=own&n=&p=%23own&t=Own&h=']);
});

it('[W41] the loader brings the chat where the tag does not run, and only there', async () => {
  const chats = 'document.querySelectorAll(\'script[src*="/chat/widget.js"]\').length';
  // It runs, and the page makes no counter, or another one.
  expect(await (await stage.open({ init: false })).evaluate(chats)).toBe(0);
  const other = await stage.open({
    init: false,
    body: `<script>addEventListener('load', () => new Ya.Metrika2({ id: 77 }))</script>`,
  });
  expect(await other.evaluate(chats)).toBe(0);

  const blocked = await stage.newPage();
  await blocked.route('**/metrika/tag.js*', (route) =>
    route.fulfill({ status: 200, contentType: 'text/javascript', body: '' }),
  );
  await stage.open({ page: blocked });
  await expect.poll(() => blocked.evaluate(chats)).toBe(1);
});
