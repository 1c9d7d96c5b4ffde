import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { action, funnel, newGoalRequests, type GoalRequests } from './goal-requests.ts';
import { openManagementApi, type ManagementApi } from './management-api.ts';

let api: ManagementApi;
let goals: GoalRequests;
beforeAll(async () => {
  api = await openManagementApi();
});
beforeEach(async () => {
  goals = await newGoalRequests(api);
});
afterAll(() => api.close());

const several = (lists: object) => ({ goal: { name: 'x', type: 'multi', ...lists } });
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    type: 'action',
    conditions: [{ type: 'exact', url: `id${index}` }],
  }));
const state = (type: string, url: string) => ({ type, conditions: [{ type, url }] });
const number = (depth: unknown) => ({ goal: { name: 'x', type: 'number', depth } });

describe('what is refused, and the field that is named', () => {
  it.each<[string, unknown, string[]]>([
    ['an empty ID', action(''), ['invalid_parameter goal.conditions.0.url']],
    ['[G20] a forbidden character', action('a/b'), ['invalid_parameter goal.conditions.0.url']],
    [
      '[G20] a value of 16,385 characters',
      action('a'.repeat(16_385)),
      ['invalid_parameter goal.conditions.0.url'],
    ],
    [
      '[G20] a pattern that does not compile',
      {
        goal: {
          name: 'x',
          type: 'url',
          conditions: [
            { type: 'exact', url: '/a' },
            { type: 'regexp', url: '(' },
          ],
        },
      },
      ['invalid_parameter goal.conditions.1.url'],
    ],
    [
      'a pattern of a huge program',
      { goal: { name: 'x', type: 'url', conditions: [{ type: 'regexp', url: '(a{1000}){1000}' }] } },
      ['invalid_parameter goal.conditions.0.url'],
    ],
    ['no conditions', action('a', { conditions: [] }), ['invalid_parameter goal.conditions']],
    [
      'an unknown operator',
      action('a', { conditions: [{ type: 'glob', url: 'a' }] }),
      ['invalid_parameter goal.conditions.0.type'],
    ],
    ['an unknown type', action('a', { type: 'teleport' }), ['invalid_parameter goal.type']],
    ['no name', action('a', { name: undefined }), ['missing_parameter goal.name']],
    ['a blank name', action('a', { name: '  ' }), ['invalid_parameter goal.name']],
    ['a name of 256 characters', action('a', { name: 'x'.repeat(256) }), ['invalid_parameter goal.name']],
    ['a price below nothing', action('a', { default_price: -1 }), ['invalid_parameter goal.default_price']],
    [
      '[G6] a price beyond 10¹²',
      action('a', { default_price: 1e12 + 1 }),
      ['invalid_parameter goal.default_price'],
    ],
    ['is_favorite of 2', action('a', { is_favorite: 2 }), ['invalid_parameter goal.is_favorite']],
    ['[G57] several conditions of which there are none', several({}), ['invalid_parameter goal.any']],
    ['[G57] 11 conditions', several({ any: many(11) }), ['invalid_parameter goal.any']],
    ['[G58] 11 conditions', several({ all: many(11) }), ['invalid_parameter goal.all']],
    ['[G57] both any and all', several({ any: many(1), all: many(1) }), ['invalid_parameter goal.all']],
    ['[G57] no list', several({ any: 'a' }), ['invalid_parameter goal.any']],
    [
      '[G57] faults of each condition, as its type has them',
      several({
        any: [
          { type: 'action', conditions: [{ type: 'exact', url: '' }] },
          { type: 'number', depth: 1 },
          { type: 'url', conditions: [{ type: 'regexp', url: '(' }] },
          { type: 'messenger', conditions: [{ type: 'messenger', url: 'pigeon' }] },
          { type: 'scroll' },
        ],
      }),
      [
        'invalid_parameter goal.any.0.conditions.0.url',
        'invalid_parameter goal.any.1.depth',
        'invalid_parameter goal.any.2.conditions.0.url',
        'invalid_parameter goal.any.3.conditions.0.url',
        'invalid_parameter goal.any.4.depth',
      ],
    ],
    ...(['step', 'multi', 'teleport'] as const).map((type): [string, unknown, string[]] => [
      `[G57] a condition that is ${type}`,
      several({ all: [{ type, conditions: [] }] }),
      ['invalid_parameter goal.all.0.type'],
    ]),
    [
      '[G71] a price without ends',
      several({ all: [{ type: 'price' }] }),
      ['invalid_parameter goal.all.0.price_from'],
    ],
    [
      '[G71] a price that nothing has',
      several({ any: [{ type: 'price', price_from: 10, price_to: 9 }] }),
      ['invalid_parameter goal.any.0.price_to'],
    ],
    [
      '[G71] a price below nothing, and one beyond all',
      several({
        all: [
          { type: 'price', price_from: -1 },
          { type: 'price', price_to: 1e13 },
        ],
      }),
      ['invalid_parameter goal.all.0.price_from', 'invalid_parameter goal.all.1.price_to'],
    ],
    [
      '[G72] what every hit would meet',
      several({ any: [state('device', 'mobile'), state('source', 'ad')] }),
      ['invalid_parameter goal.any.0.type', 'invalid_parameter goal.any.1.type'],
    ],
    [
      '[G72] a device and a source that there is not',
      several({ all: [state('device', 'fridge'), state('source', 'telepathy')] }),
      ['invalid_parameter goal.all.0.conditions.0.url', 'invalid_parameter goal.all.1.conditions.0.url'],
    ],
    ...(['price', 'device', 'source'] as const).map((type): [string, unknown, string[]] => [
      `[G71] a goal that is ${type} alone`,
      action('a', { type }),
      ['invalid_parameter goal.type'],
    ]),
    ...['div[', '#order >', '>div:first', 'a{b}', '#a>b>c d', '"x"'].map(
      (url): [string, unknown, string[]] => [
        `[G83] a path of an element that is none: ${url}`,
        { goal: { name: 'x', type: 'form', conditions: [{ type: 'path', url }] } },
        ['invalid_parameter goal.conditions.0.url'],
      ],
    ),
    ...['(x{1,900}){1,900}', '(?=a)', '(?P<n', '[a-'].map((url): [string, unknown, string[]] => [
      `[G20] an expression that explodes or is none: ${url}`,
      several({ any: [{ type: 'url', conditions: [{ type: 'regexp', url }] }] }),
      ['invalid_parameter goal.any.0.conditions.0.url'],
    ]),
    ['[G2] one step', funnel(['action', 'a']), ['invalid_parameter goal.steps']],
    [
      '[G2] six steps',
      funnel(...Array.from({ length: 6 }, (_, index) => ['action', `s${index}`] as const)),
      ['invalid_parameter goal.steps'],
    ],
    [
      'an empty ID in a step',
      funnel(['action', 'a'], ['action', '']),
      ['invalid_parameter goal.steps.1.conditions.0.url'],
    ],
    [
      'more steps than can be read, all of them wrong',
      { goal: { name: 'x', type: 'step', steps: Array<number>(100_000).fill(1) } },
      ['invalid_parameter goal.steps'],
    ],
    [
      'more conditions of a step than can be read, all of them wrong',
      {
        goal: {
          name: 'x',
          type: 'step',
          steps: [{ name: '', type: 'url', conditions: Array<number>(100_000).fill(1) }],
        },
      },
      ['invalid_parameter goal.steps.0.conditions'],
    ],
    ['a step of steps', funnel(['action', 'a'], ['step', 'b']), ['invalid_parameter goal.steps.1.type']],
    ['[G32] no depth', number(undefined), ['invalid_parameter goal.depth']],
    ['[G32] a depth of 1', number(1), ['invalid_parameter goal.depth']],
    ['[G32] a depth of 1,001', number(1_001), ['invalid_parameter goal.depth']],
    ['[G32] a depth of 2.5', number(2.5), ['invalid_parameter goal.depth']],
    ['[G32] a depth in letters', number('5'), ['invalid_parameter goal.depth']],
    ['no goal', {}, ['missing_parameter goal']],
  ])('%s', async (_, body, faults) => {
    const id = await goals.make(action('before'));
    expect(await goals.refusal('POST', goals.all, body)).toEqual([400, ...faults]);
    expect(await goals.refusal('PUT', goals.one(id), body)).toEqual([400, ...faults]);
    expect(await goals.listed()).toEqual([id]);
  });

  it('what is no JSON', async () => {
    const { status, body } = await api.call('POST', goals.all, '{"goal":');
    expect([status, body.errors[0]?.error_type]).toEqual([400, 'invalid_json']);
  });
});
