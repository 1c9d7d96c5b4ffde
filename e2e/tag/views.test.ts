/** Page views: what is sent, and what is not. */
import { describe, expect, it } from 'vitest';
import { COUNTER, inOrder, isGoal, isView, quiet, setStage, views } from './stage.ts';

const stage = setStage();
const CHAT_SCRIPTS = 'document.querySelectorAll(\'script[src*="/chat/widget.js"]\').length';

describe('a page view', () => {
  it('[W4] is sent at init, as the wire says', async () => {
    const before = Date.now();
    const page = await stage.open({ init: "{params:{plan:'pro'}}", query: '?utm_source=x' });
    const [hit] = await stage.recorder.wait(1);
    const now = Date.now();
    expect(hit).toMatchObject({
      method: 'POST',
      counter: String(COUNTER),
      body: {},
      keys: { 'page-url': page.url(), 'site-info': '{"plan":"pro"}' },
      info: { pv: '1', v: '1', c: '1', rqn: '1', t: 'Shop' },
    });
    expect(hit?.keys).not.toHaveProperty('page-ref');
    expect(hit?.info).not.toHaveProperty('ar');
    const info = hit?.info ?? {};
    expect(Number(info['ms'])).toBeGreaterThanOrEqual(before);
    expect(Number(info['ms'])).toBeLessThanOrEqual(now);
    expect(info['u']).toMatch(/^1\d{18}$/);
    expect(info['hid']).toMatch(/^\d{9}$/);
    expect(info['rn']).toMatch(/^\d{9}$/);
    expect(info['w']).toBe('1280x720');
    expect(info['s']).toMatch(/^1280x720x\d+$/);
    expect(info['la']).toBe('en-US');
    expect(info['z']).toMatch(/^-?\d+$/);
  });

  it('is not sent under `defer`; `hit` then counts, with referrer and title as given', async () => {
    const page = await stage.open({ init: '{defer:true}' });
    await page.evaluate(`ym(${COUNTER}, 'hit', '/one', { title: 'One', referer: 'http://else.example/' })`);
    const [hit] = await stage.recorder.wait(1, isView);
    expect(hit).toMatchObject({
      keys: { 'page-url': `${stage.recorder.url}/one`, 'page-ref': 'http://else.example/' },
      info: { pv: '1', ar: '1', t: 'One' },
    });
    expect(stage.recorder.hits).toHaveLength(1);
  });

  it('has the one before it as its referrer', async () => {
    const page = await stage.open();
    await page.evaluate(`ym(${COUNTER}, 'hit', '/a'); ym(${COUNTER}, 'hit', '/b', 'B', '', { n: 1 });
      ym(${COUNTER}, 'hit', '/b')`);
    await stage.recorder.wait(4, isView);
    const at = stage.recorder.url;
    const sent = inOrder(views(stage.recorder.hits));
    expect(sent.map(({ keys }) => [keys['page-url'], keys['page-ref'], keys['site-info']])).toEqual([
      [page.url(), undefined, undefined],
      [`${at}/a`, page.url(), undefined],
      [`${at}/b`, `${at}/a`, '{"n":1}'],
      [`${at}/b`, `${at}/a`, undefined],
    ]);
    expect(sent.map(({ info }) => info['t'])).toEqual(['Shop', 'Shop', 'B', 'Shop']);
  });

  it('is counted for a changed hash under `trackHash`, and only then', async () => {
    const page = await stage.open({ init: '{trackHash:true}' });
    await page.evaluate("location.hash = 'one'");
    const [, hash] = inOrder(await stage.recorder.wait(2, isView));
    expect(hash?.keys).toMatchObject({ 'page-url': `${page.url().split('#')[0]}#one` });
    await page.evaluate(`ym(${COUNTER}, 'trackHash', false); location.hash = 'two'`);
    await stage.settled(page);
    expect(views(stage.recorder.hits)).toHaveLength(2);
  });

  it('is not counted again when the page comes back from the back-forward cache', async () => {
    const page = await stage.open();
    await stage.recorder.wait(1, isView);
    await page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
    await stage.settled(page);
    expect(views(stage.recorder.hits)).toHaveLength(1);
  });

  it('of a prerendered page waits until somebody looks at it', async () => {
    const head = `<script>Object.defineProperty(document, 'prerendering', { configurable: true, get: () => true })</script>`;
    const page = await stage.open({ head });
    await page.evaluate(`ym(${COUNTER}, 'reachGoal', 'soon')`);
    await quiet(page);
    expect(stage.recorder.hits).toEqual([]);
    // The chat waits with the tag [W41].
    expect(await page.evaluate(CHAT_SCRIPTS)).toBe(0);
    await page.evaluate("document.dispatchEvent(new Event('prerenderingchange'))");
    const sent = await stage.recorder.wait(2);
    expect(sent.map(isView)).toEqual(expect.arrayContaining([true, false]));
  });

  it('carries no title under `sendTitle: false`', async () => {
    await stage.open({
      init: "{sendTitle:false,url:'http://shop.example/x',referrer:'http://r.example/'}",
    });
    const [hit] = await stage.recorder.wait(1);
    expect(hit?.info).not.toHaveProperty('t');
    expect(hit?.keys).toMatchObject({
      'page-url': 'http://shop.example/x',
      'page-ref': 'http://r.example/',
    });
  });
});

describe('calls before the tag has come', () => {
  it('are replayed in order, those before init after it', async () => {
    const head = `<script>
      window.ym = function () { (ym.a = ym.a || []).push(arguments) }; ym.l = 1;
      ym(${COUNTER}, 'reachGoal', 'early');
    </script>`;
    await stage.open({ head, body: `<script>ym(${COUNTER}, 'reachGoal', 'late')</script>` });
    await stage.recorder.wait(3);
    const sent = inOrder(stage.recorder.hits);
    expect(sent.map((hit) => (isGoal(hit) ? hit.keys['page-url'] : 'view'))).toEqual([
      'view',
      'goal://127.0.0.1/early',
      'goal://127.0.0.1/late',
    ]);
  });

  it('a second init of the same counter is ignored with a word in the console', async () => {
    await stage.open({ body: `<script>ym(${COUNTER}, 'init', {}); ym('${COUNTER}:1', 'init', {})</script>` });
    await stage.recorder.wait(1);
    expect(stage.console.filter((line) => line.includes(`Duplicate counter ${COUNTER}`))).toHaveLength(2);
    expect(stage.recorder.hits).toHaveLength(1);
  });
});
