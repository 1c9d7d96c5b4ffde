import fc from 'fast-check';
import type { Person } from '@goalpost/contract/chat';
import { describe, expect, it } from 'vitest';
import { person } from '../client/test-client.ts';
import { arrange, USERS_SORTS } from './arrange.ts';
import { findPeople, TALKS } from './find-people.ts';
import { windowOf } from './window.ts';

const people = (...all: readonly Person[]) => new Map(all.map((one) => [one.visitor, one] as const));
const keys = (rows: ReturnType<typeof arrange>) => rows.map(({ key, gone }) => (gone ? `(${key})` : key));

describe('the order of Users', () => {
  it('has the newest on top', () => {
    expect(keys(arrange([], people(person('1'), person('3'), person('2')), false))).toEqual(['3', '2', '1']);
  });

  it('moves nothing while it is held: the new stand below, the gone stay', () => {
    const before = arrange([], people(person('1'), person('2'), person('3')), false);
    const held = arrange(before, people(person('1'), person('3'), person('4'), person('5')), true);
    expect(keys(held)).toEqual(['3', '(2)', '1', '5', '4']);
    expect(keys(arrange(held, people(person('1'), person('4')), false))).toEqual(['4', '1']);
  });

  it('is by what was chosen, the newest first among equals', () => {
    const some = people(
      person('1', { visits: 2, pages: 9 }),
      person('2', { visits: 5, pages: 1 }),
      person('3', { visits: 2, pages: 4 }),
    );
    const sorted = USERS_SORTS.map((sort) => [sort, keys(arrange([], some, false, sort)).join('')]);
    expect(Object.fromEntries(sorted)).toEqual({
      time: '321',
      '-time': '123',
      visits: '312',
      '-visits': '231',
      pages: '231',
      '-pages': '132',
    });
    const held = arrange([], some, false, '-pages');
    expect(keys(arrange(held, people(person('3', { pages: 20 }), ...some.values()), true, '-pages'))).toEqual(
      keys(held),
    );
  });

  it('brings back in place whoever returns while it is held', () => {
    const before = arrange([], people(person('1'), person('2')), false);
    const without = arrange(before, people(person('1')), true);
    expect(keys(arrange(without, people(person('1'), person('2')), true))).toEqual(['2', '1']);
  });

  it('never moves a row under the pointer, whoever comes and goes', () => {
    const crowd = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 20 });
    fc.assert(
      fc.property(crowd, fc.array(crowd, { maxLength: 6 }), (first, later) => {
        const of = (ids: readonly number[]) => people(...ids.map((id) => person(String(id))));
        let rows = arrange([], of(first), false);
        for (const ids of later) {
          const next = arrange(rows, of(ids), true);
          expect(next.slice(0, rows.length).map(({ key }) => key)).toEqual(rows.map(({ key }) => key));
          expect(new Set(next.filter(({ gone }) => !gone).map(({ key }) => key))).toEqual(
            new Set(ids.map(String)),
          );
          rows = next;
        }
      }),
    );
  });

  it('draws a row again only when its person changed', () => {
    const same = person('1');
    const before = arrange([], people(same), false);
    expect(arrange(before, people(same), true)[0]).toBe(before[0]);
  });
});

describe('the window on a long list', () => {
  it('draws what is seen and a little more, and keeps the height of the whole', () => {
    for (const scrolled of [0, 1, 480, 100_000, 239_000]) {
      const { first, end, above, below } = windowOf(5_000, 48, scrolled, 800);
      expect(above + (end - first) * 48 + below).toBe(5_000 * 48);
      expect(end - first).toBeLessThan(40);
      expect(first * 48).toBeLessThanOrEqual(scrolled);
      expect(end * 48).toBeGreaterThanOrEqual(Math.min(scrolled + 800, 5_000 * 48));
    }
  });

  it('stands a list that has become shorter', () => {
    expect(windowOf(3, 48, 10_000, 800)).toEqual({ first: 3, end: 3, above: 144, below: 0 });
    expect(windowOf(0, 48, 0, 800)).toEqual({ first: 0, end: 0, above: 0, below: 0 });
  });
});

describe('the filter', () => {
  const everyone = { text: '', counterId: null, talk: 'any' } as const;
  const all = people(
    person('1', { title: 'Red sneakers', source: 'organic' }),
    person('2', { title: 'Cart', counterId: 2, url: 'https://shop.example/cart?x=Red' }),
  );

  it('wants every word somewhere', () => {
    expect([...findPeople(all, { ...everyone, text: 'RED organic' }).keys()]).toEqual(['1']);
    expect([...findPeople(all, { ...everyone, text: ' red ' }).keys()]).toEqual(['1', '2']);
    expect(findPeople(all, { ...everyone, text: 'blue' }).size).toBe(0);
  });

  it('keeps to those who were not spoken to, were invited, or are in a conversation', () => {
    const some = people(
      person('1'),
      person('2', { invited: true }),
      person('3', { invited: true, conversationId: 'c1' }),
    );
    const found = TALKS.map((talk) => [...findPeople(some, { ...everyone, talk }).keys()]);
    expect(found).toEqual([['1', '2', '3'], ['1'], ['2'], ['3']]);
  });

  it('keeps to one counter where asked', () => {
    expect([...findPeople(all, { ...everyone, counterId: 2 }).keys()]).toEqual(['2']);
    expect(findPeople(all, everyone)).toBe(all);
  });
});
