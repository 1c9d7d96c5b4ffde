/** What is wrong with a goal that a client sends, field by field [G14, G54, G56]. */
import { GOAL_DESCRIPTORS, GoalInput, isUploaded } from '@goalpost/contract/goals';
import { describe, expect, it } from 'vitest';
import { testGoal } from './test-goal.ts';
import { foreignFaults, goalFaults, normaliseInput, type Surroundings } from './validation.ts';

const NOBODY: Surroundings = { autogoals: false, goals: [] };

function faultsOf(goal: object, around = NOBODY): string[] {
  const input = normaliseInput(GoalInput.parse({ name: 'Goal', ...goal }));
  return goalFaults(input, around).map(({ location }) => location ?? '');
}
const step = (type: string, ...conditions: object[]) => ({ name: '', type, conditions });
const fill = step('url', { type: 'exact', url: '/thanks' });

describe('a goal that is sent', () => {
  it('[G54] of params names where the value stands, within 2 KB', () => {
    const of = (condition: object) => faultsOf({ type: 'params', conditions: [condition] });
    expect(of({ type: 'exact', url: 'card', path: 'order.pay' })).toEqual([]);
    expect(of({ type: 'exact', url: 'card' })).toEqual(['goal.conditions.0.path']);
    expect(of({ type: 'exact', url: '', path: 'order' })).toEqual(['goal.conditions.0.url']);
    expect(of({ type: 'exact', url: 'x'.repeat(2_000), path: 'y'.repeat(49) })).toEqual([
      'goal.conditions.0.url',
    ]);
    expect(of({ type: 'start', url: 'card', path: 'order' })).toEqual(['goal.conditions.0.type']);
    expect(of({ type: 'regexp', url: '(', path: 'order' })).toEqual(['goal.conditions.0.url']);
  });

  it('[G54] drops the path of conditions that look at no params', () => {
    const input = GoalInput.parse({
      name: 'G',
      type: 'url',
      conditions: [{ type: 'exact', url: '/a', path: 'b' }],
    });
    expect(normaliseInput(input).conditions).toEqual([{ type: 'exact', url: '/a' }]);
  });

  it('[G48] of contact data names a kind that there is', () => {
    const of = (url: string) => faultsOf({ type: 'contact_data', conditions: [{ type: 'contact', url }] });
    expect([of('email'), of('card')]).toEqual([[], ['goal.conditions.0.url']]);
  });

  it('[G96] is refused at every text that has half of a character', () => {
    const half = 'a\ud83d';
    const conditions = [{ type: 'exact', url: half, path: half }];
    const given = {
      name: half,
      type: 'multi',
      conditions,
      price_place: { type: 'param', value: half },
      steps: [{ name: half, type: 'url', conditions }],
      any: [{ type: 'phone', conditions }],
      all: [{ type: 'phone', conditions }],
    };
    const { error } = GoalInput.safeParse(given);
    expect(error?.issues.map(({ path }) => path.join('.')).toSorted()).toEqual(
      [
        'name',
        'price_place.value',
        'steps.0.name',
        ...['', 'steps.0.', 'any.0.', 'all.0.'].flatMap((at) =>
          ['url', 'path'].map((field) => `${at}conditions.0.${field}`),
        ),
      ].toSorted(),
    );
    expect(GoalInput.safeParse(JSON.parse(JSON.stringify(given).replaceAll('\\ud83d', '😀'))).success).toBe(
      true,
    );
  });

  it('[G80] of several conditions may have an empty list beside the other', () => {
    const any = [{ type: 'phone' }];
    for (const [given, kept] of [
      [{ any: [], all: any }, 'all'],
      [{ any, all: [] }, 'any'],
    ] as const) {
      expect(faultsOf({ type: 'multi', ...given })).toEqual([]);
      const { any: one, all: other } = normaliseInput(
        GoalInput.parse({ name: 'G', type: 'multi', ...given }),
      );
      expect([one === undefined ? [] : ['any'], other === undefined ? [] : ['all']].flat()).toEqual([kept]);
    }
    expect(faultsOf({ type: 'multi', any: [], all: [] })).toEqual(['goal.any']);
    expect(faultsOf({ type: 'multi', all: [] })).toEqual(['goal.all']);
    expect(faultsOf({ type: 'multi', any, all: any })).toEqual(['goal.all']);
  });

  it('[G80] may leave conditions out where its steps have none', () => {
    expect(faultsOf({ type: 'step', steps: [{ type: 'e_cart' }, { type: 'payment_system' }] })).toEqual([]);
    expect(faultsOf({ type: 'step', steps: [{ type: 'e_cart' }, { type: 'action' }] })).toEqual([
      'goal.steps.1.conditions',
    ]);
  });

  it('[G56] takes events in a step of a page, and there alone', () => {
    const event = { type: 'contain_action', url: 'cart' };
    expect(faultsOf({ type: 'step', steps: [step('url', event), fill] })).toEqual([]);
    expect(faultsOf({ type: 'step', steps: [step('action', event), fill] })).toEqual([
      'goal.steps.0.conditions.0.type',
    ]);
    expect(faultsOf({ type: 'url', conditions: [event] })).toEqual(['goal.conditions.0.type']);
    expect(faultsOf({ type: 'step', steps: [step('url', { type: 'action', url: 'a/b' }), fill] })).toEqual([
      'goal.steps.0.conditions.0.url',
    ]);
    expect(
      faultsOf({ type: 'step', steps: [step('url', { type: 'regexp_action', url: '(' }), fill] }),
    ).toEqual(['goal.steps.0.conditions.0.url']);
  });

  it('[G73] refuses states of which no visit can have all, at the first that leaves none', () => {
    const event = { type: 'action', conditions: [{ type: 'exact', url: 'buy' }] };
    const state = (type: 'device' | 'source', ...values: string[]) => ({
      type,
      conditions: values.map((url) => ({ type, url })),
    });
    const of = (...all: object[]) => faultsOf({ type: 'multi', all: [event, ...all] });
    expect(of(state('device', 'desktop'), state('device', 'mobile'))).toEqual(['goal.all.2.conditions']);
    expect(of(state('source', 'ad'), state('device', 'tv'), state('source', 'direct'))).toEqual([
      'goal.all.3.conditions',
    ]);
    expect(
      of(state('device', 'tv', 'mobile'), state('device', 'mobile', 'tablet'), state('device', 'tv')),
    ).toEqual(['goal.all.3.conditions']);
    expect(of(state('device', 'tv', 'mobile'), state('device', 'mobile'), state('source', 'ad'))).toEqual([]);
    expect(of(state('device', 'car'), state('device'))).toEqual([
      'goal.all.1.conditions.0.url',
      'goal.all.2.conditions',
    ]);
  });

  it('[G84] takes a place of the price that a page can have, as it is compared', () => {
    const of = (price_place: object | null) =>
      faultsOf({ type: 'action', conditions: [{ type: 'exact', url: 'buy' }], price_place });
    const good = {
      param: ['total', 'order.total', 'sum in rubles', 'заказ.сумма'],
      data: ['data-price', ' DATA-Price ', 'data-a_b.c-1'],
      selector: ['#order .total', '[itemprop=price]', 'main > div:nth-of-type(2) > span', 'a, b', '.цена'],
    };
    const bad = {
      param: ['', ' ', '.total', 'total.', 'order..total', '__ym.prices', 'x'.repeat(201)],
      data: ['', 'price', 'data-', 'data-1', 'data-a b', '[data-price]', 'data-price=1'],
      selector: ['', '#', 'div[', 'p:has(b)', 'a::before', '{}', '>a', 'a >', '@data-price', 'x'.repeat(201)],
    };
    for (const [type, values] of Object.entries(good))
      for (const value of values) expect(of({ type, value }), value).toEqual([]);
    for (const [type, values] of Object.entries(bad))
      for (const value of values) expect(of({ type, value }), value).toEqual(['goal.price_place.value']);
    expect(of(null)).toEqual([]);
    const kept = (price_place: object) =>
      normaliseInput(GoalInput.parse({ name: 'G', type: 'number', depth: 2, price_place })).price_place;
    expect(kept({ type: 'data', value: ' DATA-Price ' })).toEqual({ type: 'data', value: 'data-price' });
    expect(kept({ type: 'param', value: ' Total ' })).toEqual({ type: 'param', value: 'Total' });
  });

  it('[G84] [G81] refuses one on every type that only uploads reach, and on none other', () => {
    const price_place = { type: 'data', value: 'data-price' };
    const refused = GOAL_DESCRIPTORS.filter(({ id }) =>
      foreignFaults(GoalInput.parse({ name: 'G', type: id, price_place })).some(
        ({ location }) => location === 'goal.price_place',
      ),
    ).map(({ id }) => id);
    expect(refused).toEqual(GOAL_DESCRIPTORS.map(({ id }) => id).filter(isUploaded));
  });

  it('[G83] [G95] takes paths of elements that a tag can write', () => {
    const of = (url: string) => faultsOf({ type: 'button', conditions: [{ type: 'path', url }] });
    for (const path of [
      '#order>div:2>button',
      '>html>body>a',
      'F1D0',
      '#order>div:2>',
      '#order>di',
      '#a>div:',
      // Pages have such ids.
      '#call back form>div:2>button',
      '#заказ:2>button',
      '# lead',
    ])
      expect(of(path), path).toEqual([]);
    for (const path of ['>>>', '>>a', '#', '#>a', 'a>b', 'div > p', '#a > p', '>div:x', '[id=x]', '{}'])
      expect(of(path), path).toEqual(['goal.conditions.0.url']);
  });

  it('[G14] [G56] refuses an automatic goal as a step, however it is written', () => {
    const id = 'Jivo_Client_initiate_chat';
    const around = { autogoals: true, goals: [] };
    const written = [step('action', { type: 'exact', url: id }), step('url', { type: 'action', url: id })];
    for (const first of written) {
      expect(faultsOf({ type: 'step', steps: [first, fill] }, around)).toEqual([
        'goal.steps.0.conditions.0.url',
      ]);
      const own = { autogoals: true, goals: [testGoal({ conditions: [{ type: 'exact', url: id }] })] };
      expect(faultsOf({ type: 'step', steps: [first, fill] }, own)).toEqual([]);
    }
    expect(faultsOf({ type: 'step', steps: [step('form'), fill] }, around)).toEqual([
      'goal.steps.0.conditions',
    ]);
    expect(
      faultsOf({ type: 'step', steps: [step('form', { type: 'id', url: 'lead' }), fill] }, around),
    ).toEqual([]);
  });
});
