/** Every method of a counter: what it sends, what it refuses, what it calls back. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Recorded } from './recorder.ts';
import { COUNTER, isGoal, isView, setStage } from './stage.ts';

const stage = setStage();

/** Calls each in a page of its own counter and gives what was sent. */
async function sentBy(script: string, init = '{}'): Promise<Recorded[]> {
  const page = await stage.open({ init });
  await page.evaluate(script.replaceAll('@', String(COUNTER)));
  return stage.settled(page);
}

describe('reachGoal', () => {
  it('[W4] sends an event with its params, and calls back once', async () => {
    const page = await stage.open();
    await page.evaluate(`new Promise((done) => {
      const calls = [];
      const context = { name: 'context' };
      ym(${COUNTER}, 'reachGoal', 'Jivo_Client_initiate_chat', { order_price: 10.5, currency: 'RUB' },
        function () { calls.push(this.name); window.calls = calls; done() }, context);
    })`);
    // What would come a second time comes while the tag is asked for something else.
    const [hit] = await stage.settled(page);
    const calls = await page.evaluate('calls');
    expect(calls).toEqual(['context']);
    expect(hit).toMatchObject({
      method: 'POST',
      counter: String(COUNTER),
      keys: {
        'page-url': 'goal://127.0.0.1/Jivo_Client_initiate_chat',
        'page-ref': page.url(),
        'site-info': '{"order_price":10.5,"currency":"RUB"}',
      },
      info: { ar: '1', rqn: '2', t: 'Shop' },
    });
    expect(hit?.info).not.toHaveProperty('pv');
  });

  it('takes the callback in the place of params', async () => {
    const page = await stage.open();
    await page.evaluate(`new Promise((done) => ym(${COUNTER}, 'reachGoal', 'a', done, null))`);
    expect((await stage.settled(page)).map((hit) => hit.keys['site-info'])).toEqual([undefined]);
  });

  it.each(['""', "'a/b'", "'a&b'", "'a=b'", "'a?b'", "'a#b'", 'undefined', 'null', '{}.x'])(
    '[G4] sends nothing for the target %s, and warns',
    async (target) => {
      const sent = await sentBy(`ym(@, 'reachGoal', ${target})`);
      expect(sent).toEqual([]);
      expect(stage.console.filter((line) => line.startsWith('Bad goal'))).toHaveLength(1);
    },
  );

  it('names the goal in the console under _ym_debug', async () => {
    const page = await stage.open({ query: '?_ym_debug=1' });
    await page.evaluate(`new Promise((done) => ym(${COUNTER}, 'reachGoal', 'bought', done))`);
    expect(stage.console.join('\n')).toMatch(new RegExp(`Hit ${COUNTER} .*goal://127.0.0.1/bought`));
  });

  it('says nothing in the console otherwise', async () => {
    await sentBy("ym(@, 'reachGoal', 'bought')");
    expect(stage.console).toEqual([]);
  });

  it('params too long for an address travel in the body', async () => {
    const [hit] = await sentBy("ym(@, 'reachGoal', 'long', { text: 'ю'.repeat(1000) })");
    expect(hit?.body['site-info']).toBe(JSON.stringify({ text: 'ю'.repeat(1000) }));
  });

  it('counts although its params contain themselves', async () => {
    const [hit] = await sentBy("const me = {}; me.me = me; ym(@, 'reachGoal', 'loop', me)");
    expect(hit?.keys['page-url']).toBe('goal://127.0.0.1/loop');
  });

  it('is of the virtual page after hit', async () => {
    const sent = await sentBy("ym(@, 'hit', 'http://other.example/x'); ym(@, 'reachGoal', 'g')");
    expect(sent.map(({ keys }) => [keys['page-url'], keys['page-ref']])).toEqual([
      ['goal://other.example/g', 'http://other.example/x'],
    ]);
  });
});

describe('params and the visitor', () => {
  it('[W6] params, userParams and setUserID stand where the wire has them', async () => {
    const sent = await sentBy(`ym(@, 'params', { cart: { items: 2 } }); ym(@, 'params', 'a', 'b', 1);
      ym(@, 'userParams', { vip: true, UserID: 77 }); ym(@, 'setUserID', 'u-77')`);
    expect(sent.map(({ keys, info }) => [keys['site-info'], info['pa'], info['ar']])).toEqual(
      [
        '{"cart":{"items":2}}',
        '{"a":{"b":1}}',
        '{"__ymu":{"vip":true,"UserID":77}}',
        '{"__ym":{"user_id":"u-77"}}',
      ].map((text) => [text, '1', '1']),
    );
  });

  it('each calls back once, with its context', async () => {
    const page = await stage.open();
    const called = await page.evaluate(`Promise.all([
      ['params', { a: 1 }], ['params', 'a', 'b', 2], ['userParams', { a: 1 }], ['setUserID', 5], ['hit', '/x', 'T', '', {}],
    ].map((call) => new Promise((done) => ym(${COUNTER}, ...call, function () { done(this.me) }, { me: call[0] }))))`);
    expect(called).toEqual(['params', 'params', 'userParams', 'setUserID', 'hit']);
  });

  it('options call back too', async () => {
    const page = await stage.open();
    const called = await page.evaluate(`Promise.all([
      ['hit', '/x'], ['notBounce'], ['extLink', 'http://e.example/'], ['file', '/a.pdf'],
    ].map((call) => new Promise((done) => ym(${COUNTER}, ...call, { callback() { done(this.me) }, ctx: { me: call[0] } }))))`);
    expect(called).toEqual(['hit', 'notBounce', 'extLink', 'file']);
  });

  it('an object of params stays one, whatever empty arguments follow', async () => {
    const sent = await sentBy("ym(@, 'params', { a: 1 }, undefined, null)");
    expect(sent.map(({ keys }) => keys['site-info'])).toEqual(['{"a":1}']);
  });

  it('nothing is sent for what is no params', async () => {
    expect(
      await sentBy(`for (const nothing of [undefined, null, '', 0, 5, 'text', false]) {
        ym(@, 'params', nothing);
      }
      ym(@, 'params'); ym(@, 'userParams'); ym(@, 'setUserID'); ym(@, 'setUserID', '')`),
    ).toEqual([]);
  });

  it('given to a deferred init they are sent by themselves', async () => {
    const sent = await sentBy('0', '{defer:true,params:{a:1},userParams:{b:2}}');
    expect(sent.map(({ keys }) => keys['site-info'])).toEqual(['{"a":1}', '{"__ymu":{"b":2}}']);
    expect(stage.recorder.hits.filter(isView)).toEqual([]);
  });

  it('getClientID tells the id that hits carry', async () => {
    const page = await stage.open();
    const told = await page.evaluate(`new Promise((done) => ym(${COUNTER}, 'getClientID', done))`);
    const [view] = await stage.recorder.wait(1, isView);
    expect(told).toBe(view?.info['u']);
    expect(await page.evaluate(`yaCounter${COUNTER}.getClientID()`)).toBe(told);
  });

  it('contact data is hashed on the page', async () => {
    const page = await stage.open();
    await page.evaluate(
      `ym(${COUNTER}, 'firstPartyParams', { email: ' Me@Shop.example ', phone_number: '+7 (912) 345-67-89' });
       ym(${COUNTER}, 'firstPartyParamsHashed', { email: 'abc=' })`,
    );
    const sent = await stage.recorder.wait(2, ({ info }) => info['pa'] === '1');
    const hash = (text: string): string => createHash('sha256').update(text).digest('base64');
    expect(sent.map(({ keys }) => keys['site-info']).toSorted()).toEqual(
      [
        {
          __ym: {
            fpp: [
              ['email', hash('me@shop.example')],
              ['phone_number', hash('79123456789')],
            ],
          },
        },
        { __ym: { fpmh: [['email', 'abc=']] } },
      ]
        .map((value) => JSON.stringify(value))
        .toSorted(),
    );
  });
});

describe('links and bounces', () => {
  it('extLink and file are sent as links', async () => {
    const sent =
      await sentBy(`ym(@, 'extLink', 'https://example.org/out', { title: 'Out', params: { a: 1 } });
      ym(@, 'file', '/price.pdf')`);
    expect(sent).toMatchObject([
      {
        keys: { 'page-url': 'https://example.org/out', 'site-info': '{"a":1}' },
        info: { ln: '1', t: 'Out' },
      },
      { keys: { 'page-url': `${stage.recorder.url}/price.pdf` }, info: { dl: '1', ln: '1', t: 'Shop' } },
    ]);
  });

  it('notBounce says so', async () => {
    const [hit] = await sentBy("ym(@, 'notBounce')");
    expect(hit?.info).toMatchObject({ nb: '1', ar: '1' });
  });

  it('accurateTrackBounce sends it by itself, once a page', async () => {
    const page = await stage.open({ init: '{accurateTrackBounce:50}' });
    await stage.recorder.wait(1, ({ info }) => info['nb'] === '1');
    await page.clock.install();
    await page.evaluate(`ym(${COUNTER}, 'accurateTrackBounce', 1)`);
    await page.clock.runFor(60_000);
    expect(await stage.settled(page)).toHaveLength(1);
  });

  it('and not at all when it is off', async () => {
    const page = await stage.open({ init: '{accurateTrackBounce:false}' });
    await page.clock.install();
    await page.clock.runFor(60_000);
    expect(await stage.settled(page)).toEqual([]);
  });
});

describe('ecommerce', () => {
  const PURCHASE = "{ ecommerce: { currencyCode: 'RUB', purchase: { actionField: { id: 'T1' } } } }";
  const SENT = '{"__ym":{"ecommerce":[{"currencyCode":"RUB","purchase":{"actionField":{"id":"T1"}}}]}}';

  it.each([
    ['true', 'dataLayer'],
    ["'shopData'", 'shopData'],
  ])('ecommerce: %s follows %s, what stands in it and what is pushed', async (option, name) => {
    const page = await stage.open({
      head: `<script>${name} = [${PURCHASE}, { event: 'gtm.js' }, { ecommerce: null }]</script>`,
      init: `{ecommerce:${option}}`,
    });
    await page.evaluate(`${name}.push({ event: 'x' }, ${PURCHASE}); ${name}.push(${PURCHASE})`);
    await page.evaluate(`(function () { ${name}.push(arguments) })('event', 'page_view')`);
    expect((await stage.settled(page)).map(({ keys }) => keys['site-info'])).toEqual([SENT, SENT, SENT]);
    expect(await page.evaluate(`${name}.length`)).toBe(7);
  });

  it('an array itself, and one that is not there yet', async () => {
    const page = await stage.open({ init: '{ecommerce:(window.mine=[])}' });
    await page.evaluate(`mine.push(${PURCHASE})`);
    expect(await stage.settled(page)).toHaveLength(1);
    const other = await stage.open({ init: '{ecommerce:true}' });
    await other.evaluate(`dataLayer.push(${PURCHASE})`);
    expect(await stage.settled(other)).toHaveLength(1);
  });

  it("leaves another script's push in its place", async () => {
    const page = await stage.open({
      head: '<script>dataLayer = []; seen = []; const push = dataLayer.push; dataLayer.push = function (...items) { seen.push(...items); return push.apply(dataLayer, items) }</script>',
      init: '{ecommerce:true}',
    });
    await page.evaluate(`dataLayer.push(${PURCHASE}, 2)`);
    expect(await page.evaluate('[seen.length, dataLayer.length]')).toEqual([2, 2]);
    expect(await stage.settled(page)).toHaveLength(1);
  });
});

describe('a counter', () => {
  it('is called by number, text, number with a class, or an address', async () => {
    const sent = await sentBy(
      "ym(@, 'reachGoal', 'a'); ym('@', 'reachGoal', 'b'); ym('@:1', 'reachGoal', 'c'); ym('http://x.example/?counterID=@', 'reachGoal', 'd')",
    );
    expect(sent.map(({ keys, counter }) => [counter, keys['page-url']?.slice(-1)])).toEqual(
      ['a', 'b', 'c', 'd'].map((goal) => [String(COUNTER), goal]),
    );
  });

  it('its methods answer the counter, so that calls can be chained', async () => {
    const page = await stage.open();
    await page.evaluate(
      `yaCounter${COUNTER}.reachGoal('a').params({ b: 1 }).clickmap(true).enableAll().replacePhones()`,
    );
    expect(await stage.settled(page)).toHaveLength(2);
  });

  it('destruct ends it; it can be started again', async () => {
    const page = await stage.open();
    await page.evaluate(`yaCounter${COUNTER}.destruct(); ym(${COUNTER}, 'reachGoal', 'waits')`);
    expect(await page.evaluate(`[typeof yaCounter${COUNTER}, Ya.Metrika2.counters().length]`)).toEqual([
      'undefined',
      0,
    ]);
    expect(stage.recorder.hits.filter(isGoal)).toEqual([]);
    await page.evaluate(`ym(${COUNTER}, 'init', {})`);
    await stage.recorder.wait(1, isGoal);
    expect(await stage.recorder.wait(2, isView)).toHaveLength(2);
  });

  it('several stand on one page', async () => {
    const page = await stage.open();
    await page.evaluate(`ym(77, 'init', {}); ym(77, 'reachGoal', 'other')`);
    const [hit] = await stage.recorder.wait(1, isGoal);
    expect(hit).toMatchObject({ counter: '77', info: { rqn: '2' } });
    expect(await page.evaluate("ym('counters')")).toEqual([
      { id: COUNTER, type: 0, clickmap: true, trackLinks: true, trackHash: false, accurateTrackBounce: true },
      { id: 77, type: 0, clickmap: true, trackLinks: true, trackHash: false, accurateTrackBounce: true },
    ]);
  });
});
