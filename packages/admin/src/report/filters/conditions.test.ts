import { FilterFault, parseFilter, printFilter, type Filter } from '@goalpost/contract/reports/filters';
import { describe, expect, it } from 'vitest';
import { readConditions, sameAs, withCondition, writeConditions } from './conditions.ts';
import { emptyLine, readLines, toFilter } from './editor/draft.ts';

const A = "ym:s:browser=='a'";
const B = "ym:s:browser!='b'";

function read(text: string | undefined): Filter[] {
  const list = readConditions(text);
  if (!Array.isArray(list)) throw new Error(list.message);
  return list;
}

describe('the conditions of an address', () => {
  it.each<[string | undefined, number]>([
    [undefined, 0],
    ['  ', 0],
    [A, 1],
    [`${A} AND ${B}`, 2],
    [`(${A} AND ${B}) AND ${A}`, 3],
    [`${A} OR ${B}`, 1],
    [`NONE(ym:pv:URL=@'x') AND (${A} OR ${B})`, 2],
  ])('%s are %i chips, and mean the same when written', (text, count) => {
    const list = read(text);
    expect(list).toHaveLength(count);
    expect(read(writeConditions(list)).map(printFilter)).toEqual(list.map(printFilter));
  });

  it('says where they cannot be read', () => {
    expect(readConditions('ym:s:browser==')).toBeInstanceOf(FilterFault);
    const fifty = Array.from({ length: 50 }, (_, index) => `ym:s:browser=='${index}'`).join(' AND ');
    expect(readConditions(fifty)).toMatchObject({ overLimit: true });
  });

  it('keeps an alternative whole when a condition is added', () => {
    const list = withCondition(read(`${A} OR ${B}`), sameAs('ym:s:browser', "it's", true));
    expect(writeConditions(list)).toBe(String.raw`(${A} OR ${B}) AND ym:s:browser=='it\'s'`);
  });

  it('takes the same condition once, and gathers what is left out', () => {
    const once = withCondition(read(A), sameAs('ym:s:browser', 'a', true));
    expect(writeConditions(once)).toBe(A);
    const two = withCondition(read(B), sameAs('ym:s:browser', 'c', false));
    expect(writeConditions(two)).toBe("ym:s:browser!.('b','c')");
    expect(writeConditions(withCondition(read(B), sameAs('ym:s:browser', null, false)))).toBe(
      `${B} AND ym:s:browser!=null`,
    );
  });
});

describe('the lines of the editor', () => {
  it.each([
    A,
    "ym:s:browser=.('a','b')",
    `${A} OR ${B}`,
    "ym:pv:URLPath=@'/cart'",
    "NOT EXISTS (ym:pv:URLPath=@'/cart')",
    "EXISTS ym:u:userID WITH (ym:s:goal=='1')",
    "NOT EXISTS ym:u:userID WITH (ym:s:goal=='1')",
    "EXISTS ym:u:userID WITHIN 30 DAYS WITH (ym:s:goal=='1')",
    "NOT EXISTS ym:u:userID WITHIN 3660 DAYS WITH (ym:pv:URLPath=@'/cart')",
    "ym:s:pageViews>='3'",
  ])('hold %s without loss', (text) => {
    const lines = readLines(parseFilter(text) as Filter);
    expect(lines).not.toBeNull();
    expect(printFilter(toFilter(lines ?? []) as Filter)).toBe(text);
  });

  it.each(['0', '3661', '1.5', '-1', 'x', '1e2'])(
    '[M71] wait for days that the language takes, not %s',
    (days) => {
      const line = { ...emptyLine(), name: 'ym:s:goal', when: 'ever', values: ['1'], days } as const;
      expect(toFilter([line])).toBeNull();
      // In this visit there are no days to say.
      expect(toFilter([{ ...line, when: 'visit' }])).not.toBeNull();
    },
  );

  it.each(["ym:s:browser=='a' AND ym:s:hour=='1'", 'ym:s:browser==null', "ym:s:startOfYear=='2026-01-01'"])(
    'leave %s to be edited as text',
    (text) => {
      expect(readLines(parseFilter(text) as Filter)).toBeNull();
    },
  );

  it('read a source of any attribution as the one that the screen says', () => {
    expect(readLines(parseFilter("ym:s:lastsignTrafficSource=='ad'") as Filter)).toMatchObject([
      { name: 'ym:s:TrafficSource', values: ['ad'] },
    ]);
  });
});
