/** [G66] [G67] Hits of a browser in test mode, through the pipeline: why each goal was reached or was not. */
import { describe, expect, it } from 'vitest';
import type { HitRecord } from '../../collect/index.ts';
import { config, hit, NOON, processAll, testPipeline } from '../../collect/test-journal.ts';
import type { GoalDefinition } from '../../goals/index.ts';
import { testGoal } from '../../goals/test-goal.ts';
import { explain } from './explain.ts';
import { createTestTokens, TOKEN_MS } from './tokens.ts';
import { createTrials } from './trials.ts';

const COUNTER = 9;
const NOW = NOON * 1_000;
const tokens = createTestTokens('key');
const { token } = tokens.issue(COUNTER, NOW);
const PAGE = 'https://shop.example/';
const landing = hit({ counter: COUNTER, at: 0, kind: 'pv:1', url: `${PAGE}?a=1&_gp_test=${token}#top` });
const event = (identifier: string, at: number, more: Partial<Parameters<typeof hit>[0]> = {}): HitRecord =>
  hit({ counter: COUNTER, at, kind: 'ar:1', url: `goal://shop.example/${identifier}`, ref: PAGE, ...more });

async function explained(
  goals: readonly GoalDefinition[],
  records: readonly HitRecord[],
  { autogoals = true }: { readonly autogoals?: boolean } = {},
) {
  const [batch] = await processAll(testPipeline(), [
    [config({ counterId: COUNTER, goals, autogoals }), ...records],
  ]);
  const trials = createTrials(tokens);
  trials.push(batch?.live ?? [], NOW);
  const [latest] = trials.of(token);
  if (latest === undefined || latest.refused) throw new Error('no hit was shown');
  return explain(latest.hit, { goals, autogoals, currency: 'RUB', language: 'en' });
}

async function tried(...given: Parameters<typeof explained>) {
  return (await explained(...given)).map(({ goal_id: id, outcome, conditions }) =>
    [id, outcome, ...conditions.map(({ value, fits }) => `${value}:${fits ? 'yes' : 'no'}`)].join(' '),
  );
}
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
