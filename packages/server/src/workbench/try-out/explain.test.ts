/** [G66] [G67] Hits of a browser in test mode, through the pipeline: why each goal was reached or was not. */
import { describe, expect, it } from 'vitest';
import { config, hit, processAll, testPipeline } from '../../collect/test-journal.ts';
import { vendorEventOf, type GoalDefinition } from '../../goals/index.ts';
import { VENDOR_ENTRIES } from '../../goals/automatic/vendors.ts';
import { testGoal } from '../../goals/test-goal.ts';
import { COUNTER, event, explained, landing, NOW, PAGE, token, tried } from './test-trial.ts';
import { createTestTokens, TOKEN_MS } from './tokens.ts';
import { createTrials } from './trials.ts';

const lead = testGoal({ id: 1, conditions: [{ type: 'exact', url: 'lead' }] });

describe('[G67] of each goal it says', () => {
  it('that it was reached', async () => {
    expect(await tried([lead], [landing, event('lead', 2)])).toEqual(['1 reached']);
  });
  it('which conditions do not fit', async () => {
    const goal = testGoal({
      id: 1,
      conditions: [
        { type: 'exact', url: 'lead' },
        { type: 'contain', url: 'ord' },
      ],
    });
    expect(await tried([goal], [landing, event('other', 2)])).toEqual(['1 no_fit lead:no ord:no']);
  });
  it('[G71] [G72] which of all conditions do not fit, price, device and source among them', async () => {
    const state = (type: 'device' | 'source', url: string) => ({ type, conditions: [{ type, url }] });
    const goal = testGoal({
      id: 1,
      type: 'multi',
      conditions: [],
      all: [
        { type: 'action', conditions: [{ type: 'exact', url: 'lead' }] },
        { type: 'price', conditions: [], price_from: 100 },
        state('device', 'mobile'),
        state('device', 'desktop'),
        state('source', 'ad'),
        state('source', 'direct'),
      ],
    });
    const lead = event('lead', 2, { params: { order_price: 99 } });
    expect(await tried([goal], [landing, lead])).toEqual([
      '1 no_fit action lead:yes price 100–:no device mobile:no device desktop:yes source ad:no source direct:yes',
    ]);
  });
  it('that it looks at other kinds of hits', async () => {
    const pages = testGoal({ id: 1, type: 'url', conditions: [{ type: 'contain', url: 'shop' }] });
    expect(await tried([pages], [landing, event('lead', 2)])).toEqual(['1 other_kind shop:no']);
  });
  it('[G7] that it counted in the same second', async () => {
    expect(await tried([lead], [landing, event('lead', 2), event('lead', 2)])).toEqual([
      '1 same_second lead:yes',
    ]);
  });
  it('[G8] that the visit has its 400', async () => {
    const many = Array.from({ length: 401 }, (_, place) => event('lead', 2 + place * 2));
    expect(await tried([lead], [landing, ...many])).toEqual(['1 visit_full lead:yes']);
  });
  it('[G19] that robots reach none', async () => {
    const robot = { robot: true };
    expect(await tried([lead], [{ ...landing, x: 1 }, event('lead', 2, robot)])).toEqual([
      '1 robot lead:yes',
    ]);
  });
  it('[G16] that it is deleted, and nothing of a deleted one that does not fit', async () => {
    const deleted: GoalDefinition = { ...lead, status: 'Deleted' };
    expect(await tried([deleted], [landing, event('lead', 2)])).toEqual(['1 deleted lead:yes']);
    expect(await tried([deleted], [landing, event('other', 2)])).toEqual([]);
  });
  it('[G15] that the switch of automatic goals is off', async () => {
    const call = hit({ counter: COUNTER, at: 2, kind: 'ln:1', url: 'tel:112', ref: PAGE });
    expect(await tried([], [landing, call], { autogoals: false })).toEqual(['0 switch_off']);
  });
  it('that a space is compared, too', async () => {
    const spaced = testGoal({ id: 1, conditions: [{ type: 'exact', url: 'lead ' }] });
    expect(await tried([spaced], [landing, event('lead', 2)])).toEqual(['1 space lead :no']);
    expect(await tried([lead], [landing, event('lead%20', 2)])).toEqual(['1 space lead:no']);
  });
  it('[G28] that an earlier step is missing', async () => {
    const step = (url: string) => ({
      name: '',
      type: 'url' as const,
      conditions: [{ type: 'contain' as const, url }],
    });
    const steps = testGoal({ id: 1, type: 'step', conditions: [], steps: [step('/cart'), step('/thanks')] });
    const view = hit({ counter: COUNTER, at: 2, kind: 'pv:1', url: `${PAGE}thanks` });
    expect(await tried([steps], [landing, view])).toEqual(['1 earlier_step url /cart:no url /thanks:yes']);
  });
  it('[G57] the conditions of several, and what counted before', async () => {
    const all = testGoal({
      id: 1,
      type: 'multi',
      conditions: [],
      all: [{ type: 'action', conditions: [{ type: 'exact', url: 'lead' }] }],
    });
    expect(await tried([all], [landing, event('lead', 2), event('lead', 5)])).toEqual([
      '1 counted_before action lead:yes',
    ]);
  });
});

describe('[G94] of each goal it also says', () => {
  const part = (type: 'action' | 'url', url: string) => ({
    type,
    conditions: [{ type: 'contain' as const, url }],
  });
  const both = testGoal({
    id: 1,
    type: 'multi',
    conditions: [],
    all: [part('action', 'lead'), part('url', '/cart')],
  });
  const cart = hit({ counter: COUNTER, at: 3, kind: 'pv:1', url: `${PAGE}cart` });

  it('which of all conditions an earlier hit met, and that all of them counted before', async () => {
    expect(await tried([both], [landing, event('lead', 2), event('other', 4)])).toEqual([
      '1 no_fit action lead:earlier url /cart:no',
    ]);
    expect(await tried([both], [landing, event('lead', 2), cart, event('lead', 4)])).toEqual([
      '1 counted_before action lead:yes url /cart:earlier',
    ]);
  });
  it('[G121] of what kind each of several conditions and each step is', async () => {
    const types = async (goal: typeof both) =>
      (await explained([goal], [landing]))[0]?.conditions.map(({ type }) => type);
    const step = (url: string) => ({ name: url, ...part('url', url) });
    const steps = testGoal({ id: 1, type: 'step', conditions: [], steps: [step('/cart'), step('/pay')] });
    expect(await types(both)).toEqual(['action', 'url']);
    expect(await types(steps)).toEqual(['url', 'url']);
    expect(await types(lead)).toEqual([undefined]);
  });
  it('[G72] so it does where states had to hold', async () => {
    const device = { type: 'device' as const, conditions: [{ type: 'device' as const, url: 'desktop' }] };
    const goal = { ...both, all: [device, part('action', 'lead')] };
    expect(await tried([goal], [landing, event('lead', 2), event('other', 4)])).toEqual([
      '1 counted_before device desktop:yes action lead:earlier',
    ]);
  });
  it('[G31] [G41] that a depth or a duration counted before', async () => {
    const depth = testGoal({ id: 1, type: 'number', conditions: [], fields: { depth: 2 } });
    const lasting = testGoal({ id: 2, type: 'visit_duration', conditions: [], fields: { duration: 3 } });
    const more = hit({ counter: COUNTER, at: 9, kind: 'pv:1', url: PAGE });
    expect(await tried([depth, lasting], [landing, cart, more])).toEqual([
      '1 counted_before',
      '2 counted_before',
    ]);
    expect(await tried([depth, lasting], [landing])).toEqual(['1 no_fit', '2 no_fit']);
  });
  it('[G52] that an order counted before', async () => {
    const order = (at: number) =>
      hit({
        counter: COUNTER,
        at,
        kind: 'pa:1',
        params: { __ym: { ecommerce: [{ purchase: { actionField: { id: 'n1', revenue: 5 } } }] } },
      });
    const goal = testGoal({ id: 1, type: 'e_purchase', conditions: [] });
    expect(await tried([goal], [landing, order(2), order(5)])).toEqual(['1 counted_before']);
    expect(await tried([goal], [landing, order(2)])).toEqual(['1 reached']);
  });
  it('[G25] that an event which is only an automatic goal takes no step', async () => {
    const step = (url: string) => ({
      name: '',
      type: 'action' as const,
      conditions: [{ type: 'contain' as const, url }],
    });
    const goal = testGoal({
      id: 1,
      type: 'step',
      conditions: [],
      steps: [step('lead'), step('Jivo_Offline')],
    });
    expect(await tried([goal], [landing, event('lead', 2), event('Jivo_Offline_message_sent', 4)])).toEqual([
      '1 only_automatic action lead:earlier action Jivo_Offline:yes',
    ]);
  });
  it('that a space is compared in params, and in goals of several conditions', async () => {
    const params = testGoal({
      id: 1,
      type: 'params',
      conditions: [{ type: 'exact', url: 'card', path: 'pay' }],
    });
    const paid = hit({ counter: COUNTER, at: 2, kind: 'pa:1', params: { pay: ' card' } });
    expect(await tried([params], [landing, paid])).toEqual(['1 space card:no']);
    const any = testGoal({ id: 1, type: 'multi', conditions: [], any: [part('action', 'lead ')] });
    expect(await tried([any], [landing, event('lead', 2)])).toEqual(['1 space action lead :no']);
  });
  it('[W62] that events of a chat are switched off', async () => {
    const [entry] = VENDOR_ENTRIES;
    const identifier = entry?.conditions[0]?.url ?? '';
    const off = vendorEventOf(identifier)?.vendor ?? '';
    const goal = testGoal({ id: 1, conditions: [{ type: 'exact', url: identifier }] });
    expect(
      await tried([goal], [landing, event(identifier, 2)], { otherChats: { off: [off], events: [] } }),
    ).toEqual([`1 vendor_off ${identifier}:yes`]);
  });
  it('that it was made or changed after the hit', async () => {
    const [first] = await explained([], [landing, event('lead', 2)], { now: [lead] });
    expect(first?.outcome).toBe('changed_since');
    const [second] = await explained(
      [{ ...lead, conditions: [{ type: 'exact', url: 'other' }] }],
      [landing, event('lead', 2)],
      { now: [lead] },
    );
    expect(second?.outcome).toBe('changed_since');
  });
});

describe('[G88] of a goal that was reached it says', () => {
  it('what it is worth, and what stood where the goal says', async () => {
    const goals = [
      testGoal({ id: 1, conditions: lead.conditions, pricePlace: { type: 'data', value: 'data-price' } }),
      testGoal({ id: 2, conditions: lead.conditions, defaultPrice: 3 }),
    ];
    const worthOf = async (params?: unknown) =>
      (await explained(goals, [landing, event('lead', 2, { params })])).map(({ worth }) => worth);
    const own = { price: 3, currency: 'RUB' };
    expect(await worthOf({ __ym: { prices: { '@data-price': '49 €' } } })).toEqual([
      { price: 49, currency: 'EUR', placed: { text: '49 €', understood: true } },
      own,
    ]);
    expect(await worthOf({ __ym: { prices: { '@data-price': 0 } } })).toEqual([
      { price: 0, currency: 'RUB', placed: { text: '', understood: false } },
      own,
    ]);
    expect(await worthOf()).toEqual([{ price: 0, currency: 'RUB', placed: null }, own]);
    expect(await explained(goals, [landing])).toEqual([
      expect.not.objectContaining({ worth: expect.anything() }),
      expect.not.objectContaining({ worth: expect.anything() }),
    ]);
  });
});

describe('[G66] the browser', () => {
  it('is watched from the page it landed on, whose address stays what it was without', async () => {
    const exact = testGoal({ id: 1, type: 'url', conditions: [{ type: 'exact', url: `${PAGE}?a=1#top` }] });
    expect(await tried([exact], [landing])).toEqual(['1 reached']);
  });
  it('is not another one', async () => {
    const other = event('lead', 2, { visitor: '1700000000000000009' });
    const [batch] = await processAll(testPipeline(), [
      [config({ counterId: COUNTER, goals: [] }), landing, other],
    ]);
    expect(batch?.live.map((one) => one.tried !== undefined)).toEqual([true, false]);
  });
  it('is not watched by a forged token, one of another counter, or an old one', async () => {
    const [batch] = await processAll(testPipeline(), [[config({ counterId: COUNTER, goals: [] }), landing]]);
    const live = batch?.live ?? [];
    const shown = (key: string, now: number, changes: object = {}) => {
      const trials = createTrials(createTestTokens(key));
      trials.push(
        live.map((one) => ({ ...one, ...changes })),
        now,
      );
      return trials.of(token).length;
    };
    expect([
      shown('key', NOW),
      shown('other key', NOW),
      shown('key', NOW + TOKEN_MS),
      shown('key', NOW, { counterId: COUNTER + 1 }),
    ]).toEqual([1, 0, 0, 0]);
  });
});
