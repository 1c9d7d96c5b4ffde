/** Pages that are not made for us: nothing breaks in them, and hits arrive all the same. */
import { describe, expect, it } from 'vitest';
import { COUNTER, isGoal, isView, setStage } from './stage.ts';

const stage = setStage();

const REACH = `ym(${COUNTER}, 'reachGoal', 'g', { list: [1, 'two', { three: [3] }], when: 'now' })`;
const PARAMS = '{"list":[1,"two",{"three":[3]}],"when":"now"}';

describe('a page', () => {
  it.each([
    ['with the toJSON of Prototype.js', 'Array.prototype.toJSON = function () { return "bent" }', PARAMS],
    ['that replaces JSON later', "addEventListener('load', () => { JSON = { stringify: 5 } })", PARAMS],
    ['that has bent JSON before', 'JSON.stringify = function () { throw new Error("bent") }', ''],
    ['with no JSON', 'delete window.JSON', ''],
    [
      'with variables of common names',
      "var URL = 'x', name = 'y', status = 1, hostname = 'z', counter = 2, queue = 3, event = 4",
      PARAMS,
    ],
    [
      'that adds to Object.prototype',
      'Object.prototype.extra = function () { throw new Error("extra") }; Array.prototype.more = 1',
      PARAMS,
    ],
    [
      'that breaks CustomEvent, Image and the console',
      'CustomEvent = Image = 0; console.log = console.warn = () => { throw new Error("console") }',
      PARAMS,
    ],
    ['with a Ya of its own', 'Ya = { share: 1 }; Ya.Metrika = undefined', PARAMS],
    ['whose ym is no function', 'ym = undefined', PARAMS],
  ])('%s', async (_name, script, params) => {
    const page = await stage.open({ head: `<script>${script}</script>` });
    await page.evaluate(REACH);
    const [hit] = await stage.recorder.wait(1, isGoal);
    expect(hit?.keys['site-info'] ?? '').toBe(params);
    await stage.recorder.wait(1, isView);
  });

  it('keeps its own toJSON', async () => {
    const page = await stage.open({ head: '<script>Array.prototype.toJSON = () => 7</script>' });
    await page.evaluate(`const me = []; me.push(me); ${REACH}; ym(${COUNTER}, 'params', { me })`);
    expect(await page.evaluate('Array.prototype.toJSON() + Object.keys([]).length')).toBe(7);
  });

  it('with a fetch that throws gets no error, and its hits later', async () => {
    const page = await stage.open({
      head: '<script>real = fetch; fetch = () => { throw new Error("no") }</script>',
    });
    await page.evaluate(`new Promise((done) => ym(${COUNTER}, 'reachGoal', 'g', done))`);
    await page.evaluate("fetch = real; dispatchEvent(new Event('online'))");
    await stage.recorder.wait(2);
  });

  it('under a strict Content-Security-Policy', async () => {
    const at = stage.recorder.url;
    const inline = stage.recorder.script(
      '/inline.js',
      `ym = function () { (ym.a = ym.a || []).push(arguments) }; ym(${COUNTER}, 'init', {})`,
    );
    const page = await stage.newPage();
    await page.goto(
      stage.recorder.page(
        '/strict',
        `<!doctype html><script src="${inline}"></script><script async src="{{tag}}"></script>`,
        {
          'content-security-policy': `default-src 'none'; script-src ${at}; connect-src ${at}; img-src ${at}; trusted-types 'none'; require-trusted-types-for 'script'`,
        },
      ),
    );
    await stage.recorder.wait(1, isView);
  });

  it('in a sandboxed frame, with neither cookies nor storage', async () => {
    const { loader } = await import('@goalpost/tag/snippet').then(({ snippet }) =>
      snippet(COUNTER, `${stage.recorder.url}/metrika/tag.js`),
    );
    const inner = `${loader}<script>${REACH}</script>`.replaceAll('"', '&quot;');
    const page = await stage.newPage();
    await page.goto(
      stage.recorder.page('/outer', `<iframe sandbox="allow-scripts" srcdoc="${inner}"></iframe>`),
    );
    const sent = await stage.recorder.wait(2);
    expect(sent.map(({ info }) => info['c'])).toEqual(['0', '0']);
    expect(new Set(sent.map(({ info }) => info['u'])).size).toBe(1);
  });

  it('that throws in every callback it gives', async () => {
    const page = await stage.open({
      head: `<script>yandex_metrika_callbacks = [() => { throw new Error('mine') }]</script>`,
    });
    await page.evaluate(`new Promise((done) => {
      let calls = 0;
      const broken = () => { calls += 1; if (calls === 2) done(); throw new Error('mine') };
      ym(${COUNTER}, 'getClientID', broken);
      ym(${COUNTER}, 'reachGoal', 'g', broken);
    })`);
  });
});

describe('the visitor', () => {
  const cookies = async (): Promise<Record<string, { value: string; domain: string; days: number }>> =>
    Object.fromEntries(
      (await stage.context.cookies()).map(({ name, value, domain, expires }) => [
        name,
        { value, domain, days: Math.round((expires - Date.now() / 1000) / 86_400) },
      ]),
    );

  it('is kept in two cookies for a year, and the same on the next page', async () => {
    const page = await stage.open();
    const [first] = await stage.recorder.wait(1);
    const id = first?.info['u'] ?? '';
    const kept = await cookies();
    expect(kept['_ym_uid']).toEqual({ value: id, domain: '127.0.0.1', days: 365 });
    expect(kept['_ym_d']).toEqual({ value: id.slice(0, 10), domain: '127.0.0.1', days: 365 });
    await stage.open({ page });
    const [, second] = await stage.recorder.wait(2);
    expect(second?.info).toMatchObject({ u: id, rqn: '1', c: '1' });
    expect(BigInt(id)).toBeLessThan(2n ** 63n);
  });

  it('is remembered beside the cookie', async () => {
    const page = await stage.open();
    const [first] = await stage.recorder.wait(1);
    await stage.context.clearCookies();
    await stage.open({ page });
    const [, second] = await stage.recorder.wait(2);
    expect(second?.info['u']).toBe(first?.info['u']);
    expect((await cookies())['_ym_uid']?.value).toBe(first?.info['u']);
  });

  it('whom another tag has named keeps that name', async () => {
    await stage.newPage();
    await stage.context.addCookies([
      { name: '_ym_uid', value: '17953781028258770', url: stage.recorder.url },
    ]);
    await stage.open();
    const [hit] = await stage.recorder.wait(1);
    expect(hit?.info['u']).toBe('17953781028258770');
  });

  it('gets no cookie under `nck`', async () => {
    await stage.open({ init: '{nck:true}' });
    const [hit] = await stage.recorder.wait(1);
    expect(await cookies()).toEqual({});
    expect(hit?.info).toMatchObject({ c: '0' });
  });

  it('gets his cookie on the widest domain that takes it', async () => {
    const page = await stage.newPage();
    // Resolved by the browser: every name under localhost is this machine.
    const url = stage.recorder.page(
      '/wide',
      `<script async src="${stage.recorder.url.replace('127.0.0.1', 'a.b.localhost')}/tag.js?id=6"></script><script>ym=function(){(ym.a=ym.a||[]).push(arguments)};ym(6,'init',{})</script>`,
    );
    await page.goto(url.replace('127.0.0.1', 'a.b.localhost'));
    await stage.recorder.wait(1);
    expect((await cookies())['_ym_uid']?.domain).toBe('.b.localhost');
  });
});
