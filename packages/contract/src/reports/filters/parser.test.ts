/** The grammar of filters: what it reads, what it refuses and where, and that nothing makes it throw. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FilterFault, OPERATORS, type Condition, type Filter } from './ast.ts';
import { MAX_DEPTH, parseFilter } from './parser.ts';
import { printFilter } from './print.ts';

/** The tree without positions, which printing does not keep. */
function plain(filter: Filter | FilterFault): unknown {
  return JSON.parse(
    JSON.stringify(filter, (key: string, value: unknown) => (key === 'at' ? undefined : value)),
  );
}

const is = (name: string, operator: string, ...texts: (string | null)[]) => ({
  kind: 'condition',
  name,
  operator,
  values: texts.map((text) => ({ text })),
});

describe('reads', () => {
  const a = is('ym:s:browser', '==', 'a');
  const b = is('ym:s:browser', '==', 'b');
  const c = is('ym:s:browser', '==', 'c');
  const [A, B, C] = ["ym:s:browser=='a'", "ym:s:browser=='b'", "ym:s:browser=='c'"];
  it.each<[string, unknown]>([
    [A, a],
    [`  (${A}) `, a],
    [`${A} AND ${B} OR ${C}`, { kind: 'or', items: [{ kind: 'and', items: [a, b] }, c] }],
    [`${A} AND (${B} or ${C})`, { kind: 'and', items: [a, { kind: 'or', items: [b, c] }] }],
    [`NOT ${A} AND ${B}`, { kind: 'and', items: [{ kind: 'not', item: a }, b] }],
    [`NOT(${A} AND ${B})`, { kind: 'not', item: { kind: 'and', items: [a, b] } }],
    [`not NOT ${A}`, { kind: 'not', item: { kind: 'not', item: a } }],
    ['ym:s:pageViews>-5.25', is('ym:s:pageViews', '>', '-5.25')],
    ['ym:s:pageViews<5', is('ym:s:pageViews', '<', '5')],
    ["ym:s:goal<goal_id>IsReached=='Yes'", is('ym:s:goal<goal_id>IsReached', '==', 'Yes')],
    ["ym:s:UTMSource=.('x', 'y',7)", is('ym:s:UTMSource', '=.', 'x', 'y', '7')],
    ["ym:s:UTMSource IN ('x')", is('ym:s:UTMSource', '=.', 'x')],
    ["ym:s:UTMSource not in('x')", is('ym:s:UTMSource', '!.', 'x')],
    ["ym:s:UTMSource!.'x'", is('ym:s:UTMSource', '!.', 'x')],
    ['ym:s:UTMSource!=null', is('ym:s:UTMSource', '!=', null)],
    [`EXISTS(${A} OR ${B})`, { kind: 'some', key: 'visit', item: { kind: 'or', items: [a, b] } }],
    [`EXISTS ym:s:visitID WITH (${A})`, { kind: 'some', key: 'visit', item: a }],
    [`exists ym:u:userID with (${A})`, { kind: 'some', key: 'visitor', item: a }],
    [`NONE(${A})`, { kind: 'not', item: { kind: 'some', key: 'visit', item: a } }],
    [
      `ALL ym:u:userID WITH (${A}) AND ${B}`,
      {
        kind: 'and',
        items: [{ kind: 'not', item: { kind: 'some', key: 'visitor', item: { kind: 'not', item: a } } }, b],
      },
    ],
    [
      `EXISTS ym:u:userID WITH (${A} AND EXISTS(${B}))`,
      {
        kind: 'some',
        key: 'visitor',
        item: { kind: 'and', items: [a, { kind: 'some', key: 'visit', item: b }] },
      },
    ],
    [String.raw`ym:s:UTMSource=='it\'s \\ \d \n'`, is('ym:s:UTMSource', '==', String.raw`it's \ \d \n`)],
    ["ym:s:UTMSource=='a AND b) -- ؟'", is('ym:s:UTMSource', '==', 'a AND b) -- ؟')],
  ])('%s', (text, tree) => {
    expect(plain(parseFilter(text))).toEqual(tree);
  });

  it.each(OPERATORS)('the operator %s', (operator) => {
    expect(plain(parseFilter(`ym:s:x${operator}'v'`))).toEqual(is('ym:s:x', operator, 'v'));
  });
});

describe('refuses', () => {
  const many = (count: number, join: string, one: (index: number) => string): string =>
    Array.from({ length: count }, (_item, index) => one(index)).join(join);
  it.each<[string, number, RegExp]>([
    ['', 1, /found the end/],
    ['ym:s:x', 7, /an operator, found the end/],
    ["browser=='x'", 1, /a dimension or a metric/],
    ["ym:s:x='v'", 7, /unexpected "="/],
    ["ym:s:x=='v", 9, /never closed/],
    ['ym:s:x==v', 9, /a value/],
    ['ym:s:x==5daysAgo', 9, /unexpected "5"/],
    ["ym:s:x=='v' ym:s:y=='v'", 13, /AND, OR or the end/],
    ["(ym:s:x=='v'", 13, /"\)", found the end/],
    ["ym:s:x=='v')", 12, /AND, OR or the end, found "\)"/],
    ["ym:s:x=='v' AND", 16, /found the end/],
    ["ym:s:x=.('v' 'w')", 14, /"," or "\)"/],
    ['ym:s:x=.()', 10, /a value/],
    ["EXISTS ym:s:x=='v'", 8, /one of ym:s:visitID, ym:u:userID, found "ym:s:x"/],
    ["EXISTS ym:u:userID (ym:s:x=='v')", 20, /WITH, found/],
    ["EXISTS 'v'", 8, /"\(" after EXISTS/],
    ["NONE(ym:s:x=='v'", 17, /"\)", found the end/],
    ["ym:s:x=='v' AND none ym:s:y=='v'", 22, /one of ym:s:visitID/],
    [`${'NONE('.repeat(11)}ym:s:x==1${')'.repeat(11)}`, 51, /at most 10 times/],
    [many(11, ' AND ', () => 'EXISTS(ym:s:x==1)'), 10 * 22 + 1, /at most 10 times/],
    ["ym:s:visits[ym:s:x=='v']>5", 12, /within a metric/],
    ["ym:s:x=='v' ; DROP", 13, /unexpected ";"/],
    ["ym:s:x=='v' 😀", 13, /unexpected "😀"/],
    [`${'('.repeat(3000)}`, MAX_DEPTH + 2, /deep/],
    [`${'NOT '.repeat(2000)}`, (MAX_DEPTH + 1) * 4 + 1, /deep/],
    [many(21, ' AND ', () => "ym:s:x=='v'"), 20 * 16 + 1, /at most 20 conditions/],
    [
      many(11, ' AND ', (index) => `ym:s:${'x'.repeat(index + 1)}==1`),
      10 * 8 + 5 * 10 + 55 + 1,
      /at most 10 different/,
    ],
    [`ym:s:x=.(${many(101, ',', () => '1')})`, 9, /at most 100 values/],
    [`ym:s:x=='${'v'.repeat(10_000)}'`, 10_001, /at most 10000 characters/],
  ])('%.60s', (text, at, message) => {
    const fault = parseFilter(text);
    expect(fault).toBeInstanceOf(FilterFault);
    const overLimit = /at most/.test(String(message)) || String(message) === '/deep/';
    expect(fault).toMatchObject({ at, message: expect.stringMatching(message), overLimit });
  });
});

describe('any filter', () => {
  const value = fc.record({ text: fc.string({ unit: 'binary', maxLength: 12 }), at: fc.constant(0) });
  const condition = fc
    .record({
      kind: fc.constant('condition' as const),
      name: fc.constantFrom('ym:s:browser', 'ym:s:goal<goal_id>reaches', 'ym:pv:URL'),
      operator: fc.constantFrom(...OPERATORS),
      values: fc.array(value, { minLength: 1, maxLength: 4 }),
      at: fc.constant(0),
    })
    .map((one): Condition =>
      /[=!]\./.test(one.operator) ? one : { ...one, values: one.values.slice(0, 1) },
    );
  const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      condition,
      fc.record({ kind: fc.constant('not' as const), item: tie('filter') }),
      fc.record({
        kind: fc.constant('some' as const),
        key: fc.constantFrom('visit' as const, 'visitor' as const),
        item: tie('filter'),
      }),
      fc.record({
        kind: fc.constant('some' as const),
        key: fc.constant('visitor' as const),
        within: fc.integer({ min: 1, max: 3_660 }),
        item: tie('filter'),
      }),
      fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        items: fc.array(tie('filter'), { minLength: 2, maxLength: 3 }),
      }),
    ),
  }));

  it('reads as itself once printed', () => {
    const isSmall = (text: string): boolean =>
      text.length <= 10_000 &&
      (text.match(/ym:/g) ?? []).length <= 20 &&
      (text.match(/EXISTS/g) ?? []).length <= 10;
    fc.assert(
      fc.property(filter, (one) => {
        const text = printFilter(one);
        fc.pre(isSmall(text));
        expect(plain(parseFilter(text))).toEqual(plain(one));
      }),
      { numRuns: 500 },
    );
  });

  it('is a filter or a fault with a place in the text, never an exception', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'ym:s:x',
        '==',
        "'",
        '\\',
        '(',
        ')',
        ' AND ',
        'NOT ',
        'OR',
        ',',
        '=.',
        'null',
        '5',
        '<',
        '[',
        ' ',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const read = parseFilter(text);
        if (!(read instanceof FilterFault)) return;
        expect(read.message).not.toBe('');
        expect(read.at).toBeGreaterThanOrEqual(1);
        expect(read.at).toBeLessThanOrEqual(text.length + 1);
      }),
      { numRuns: 2000 },
    );
  });
});
