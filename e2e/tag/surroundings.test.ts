/** Where the script hangs, how it is loaded, what the page allows and what it is called with. */
import { expect, it } from 'vitest';
import { buildTag } from '@goalpost/tag/build';
import { COUNTER, goals, inOrder, isGoal, isView, setStage } from './stage.ts';

// What a policy blocks, the browser says itself.
const stage = setStage(/Content Security Policy|Failed to load resource|net::ERR_|violates/);

const CALLS = `ym = function () { (ym.a = ym.a || []).push(arguments) }; ym(${COUNTER}, 'init', {})`;
const goal = `new Promise((done) => { let calls = 0; ym(${COUNTER}, 'reachGoal', 'g', () => { calls++; setTimeout(() => done(calls), 300) }) })`;

it.each([
  ['named by its src', (src: string) => `<script>${CALLS}</script><script async src="${src}"></script>`],
  ['as a module', (src: string) => `<script>${CALLS}</script><script type="module" src="${src}"></script>`],
  [
    'inserted',
    (src: string) =>
      `<script>${CALLS}; document.head.append(Object.assign(document.createElement('script'), { src: '${src}' }))</script>`,
  ],
  [
    'below another base',
    (src: string) =>
      `<base href="https://else.example/x/"><script>${CALLS}</script><script async src="${src}"></script>`,
  ],
  [
    'fetched, and run from a blob',
    (src: string) =>
      `<script>${CALLS}; fetch('${src}').then((answer) => answer.blob()).then((blob) => document.head.append(Object.assign(document.createElement('script'), { src: URL.createObjectURL(blob) })))</script>`,
  ],
])('[W30] hits go below what precedes the script %s', async (_name, body) => {
  const { code } = await buildTag();
  for (const path of ['/stats/metrika/tag.js', '/stats/tag.js', '/stats/resource/watch.js']) {
    const src = stage.recorder.script(path, code);
    const page = await stage.newPage();
    const asked = page.waitForRequest((request) => request.url().includes(`/watch/${COUNTER}`));
    await page.goto(stage.recorder.page('/hung', `<!doctype html><body>${body(src)}`));
    expect((await asked).url()).toMatch(`${stage.recorder.url}/stats/watch/${COUNTER}?`);
    await page.close();
  }
});

it.each([
  ['by number', `new Ya.Metrika(${COUNTER})`],
  ['by text', `new Ya.Metrika('${COUNTER}')`],
  ['by number, params and type', `new Ya.Metrika(${COUNTER}, null, 1)`],
  ['by options', `new Ya.Metrika({ id: ${COUNTER}, clickmap: true, trackLinks: true, webvisor: true })`],
  ['the second', `new Ya.Metrika2({ id: ${COUNTER}, type: 1 })`],
])('[W30] an old module makes its counter %s', async (_name, made) => {
  const { code } = await buildTag();
  const src = stage.recorder.script('/metrika/watch.js', code);
  const page = await stage.newPage();
  await page.goto(
    stage.recorder.page(
      '/old',
      `<!doctype html><body><script>(function (d, w, c) {
        (w[c] = w[c] || []).push(function () { try { w.yaCounter${COUNTER} = ${made}; yaCounter${COUNTER}.reachGoal('old') } catch (e) {} });
        var s = d.createElement('script'); s.async = true; s.src = '${src}'; d.body.appendChild(s);
      })(document, window, 'yandex_metrika_callbacks')</script>`,
    ),
  );
  await stage.recorder.wait(1, isGoal);
  await stage.recorder.wait(1, isView);
  expect(await page.evaluate('Ya.Metrika.counters().length')).toBe(1);
});

it('[W32] images go where the policy blocks connect-src', async () => {
  const page = await stage.open({
    headers: { 'content-security-policy': "connect-src 'none'" },
  });
  expect(await page.evaluate(goal)).toBe(1);
  await stage.recorder.wait(1, isView);
  expect((await stage.recorder.wait(1, isGoal))[0]?.method).toBe('GET');
});

it('[W32] a call calls back once, and of its own hit, whatever hits modules send during it', async () => {
  stage.recorder.carry(['engagement', 'prices'], ['@data-price']);
  const page = await stage.newPage();
  // While the page is read, `prices` holds its views; each view sends what `engagement` knows of the one before.
  const calls = `var calls = [], said = (name) => () => calls.push(name);
    ym(${COUNTER}, 'hit', '/a', { title: 'a' }, said('a')); ym(${COUNTER}, 'reachGoal', 'g', {}, said('g'));
    ym(${COUNTER}, 'hit', '/b', { callback: said('b') })`;
  await page.goto(
    stage.recorder.page(
      '/calls',
      `<!doctype html><script>${CALLS}</script><script src="{{tag}}?id=${COUNTER}"></script><script>${calls}</script><body>`,
    ),
  );
  await page.evaluate(
    `new Promise((done) => ym(${COUNTER}, 'hit', '/c', () => { calls.push('c'); done() }))`,
  );
  await stage.recorder.wait(4, isView);
  await page.evaluate(goal);
  expect(await page.evaluate('calls.sort()')).toEqual(['a', 'b', 'c', 'g']);
});

it.each([
  ['beacons', 'is missing', 'delete window.fetch; fetch = undefined'],
  ['beacons', 'is an object', 'fetch = {}'],
  ['beacons', 'throws', 'fetch = () => { throw new Error("no") }'],
  ['beacons', 'answers nothing', 'fetch = () => undefined'],
  ['images', 'promises nothing', 'fetch = () => Promise.resolve()'],
  ['images', 'promises null', 'fetch = () => Promise.resolve(null)'],
  ['images', 'promises no status', 'fetch = () => Promise.resolve({ ok: true })'],
  ['images', 'is refused', 'fetch = () => Promise.reject(new TypeError("no"))'],
  ['beacons', 'never answers', 'fetch = () => new Promise(() => {})'],
])('[W32] %s go where fetch %s, and the callback comes once', async (what, _name, script) => {
  const page = await stage.open({ head: `<script>${script}</script>` });
  expect(await page.evaluate(goal)).toBe(1);
  await stage.recorder.wait(1, isView);
  expect((await stage.recorder.wait(1, isGoal))[0]?.method).toBe(what === 'images' ? 'GET' : 'POST');
  await page.evaluate('new Promise((done) => setTimeout(done, 200))');
  expect(stage.recorder.hits.filter(isGoal)).toHaveLength(1);
});

it.each(['', '1700000000', 'abc', '"1795378102825877058"', '1795378102825877058x', '9'.repeat(30)])(
  '[W28] the cookie _ym_uid=%s is written anew, and no other is taken for it',
  async (value) => {
    const page = await stage.newPage();
    await page.goto(stage.recorder.page('/plain', '<title>Plain</title>'));
    await page.evaluate(
      `document.cookie = '_ym_uid=${value};path=/'; document.cookie = '_ym_d=1700000000;path=/'`,
    );
    await stage.open({ page });
    const [hit] = await stage.recorder.wait(1);
    expect(hit?.info['u']).toMatch(/^1\d{18}$/);
    expect(hit?.info['u']).not.toContain('1700000000');
    expect(await page.evaluate('document.cookie')).toContain(`_ym_uid=${hit?.info['u']}`);
  },
);

it('[W33] a long address is sent whole, in the body, for the server to read tags from', async () => {
  const page = await stage.open();
  const marks = [
    'utm_source=vk',
    'utm_medium=cpc',
    'gclid=g1',
    'yclid=y1',
    'fbclid=f1',
    'msclkid=m1',
    '_openstat=a;b;c;d',
  ];
  await page.evaluate(`ym(${COUNTER}, 'hit', '/x?long=${'x'.repeat(3000)}&amp;${marks.join('&')}')`);
  const [, hit] = inOrder(await stage.recorder.wait(2, isView));
  expect(hit?.method).toBe('POST');
  const found = new URL((hit?.body['page-url'] ?? '').replaceAll('&amp;', '&')).searchParams;
  expect(marks.map((mark) => `${mark.split('=')[0]}=${found.get(mark.split('=')[0] ?? '')}`)).toEqual(marks);
  expect(goals(stage.recorder.hits)).toEqual([]);
});

it('[W33] what is longer than the server takes arrives without its end', async () => {
  const page = await stage.open();
  await page.evaluate(`ym(${COUNTER}, 'reachGoal', 'big', { order_price: 5, text: 'ю'.repeat(50000) })`);
  const [hit] = await stage.recorder.wait(1, isGoal);
  expect(hit?.keys['page-ref']).toBe(page.url());
  expect(hit?.body['site-info']).toMatch(/^\{"order_price":5,"text":"ю{6000}/);
  expect(new URLSearchParams(hit?.body).toString().length).toBeLessThan(64 * 1024);
});
