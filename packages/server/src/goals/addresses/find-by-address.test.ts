import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findByAddress } from './find-by-address.ts';
import { GOAL_TYPES } from '../registry.ts';
import { subjectOf } from '../subject.ts';

const PART = fc.constantFrom(
  '/',
  'cart',
  'shop.example',
  'www.',
  'https://',
  '?',
  '#top',
  'a=1',
  'Ё',
  '%D0%81',
  '.',
  '',
);
const address = fc.array(PART, { maxLength: 6 }).map((parts) => parts.join(''));
const condition = fc.record({
  type: fc.constantFrom('exact', 'contain', 'start', 'regexp'),
  url: address.filter((text) => text !== ''),
});
const goals = fc.array(fc.array(condition, { minLength: 1, maxLength: 3 }), { maxLength: 30 });

describe('[G5] goals found by the address of a view', () => {
  it('are those that fit when each is asked by itself, also when the address comes again', () => {
    const type = GOAL_TYPES.url;
    fc.assert(
      fc.property(goals, fc.array(address, { minLength: 1, maxLength: 6 }), (all, addresses) => {
        const configs = all.map((conditions) => ({ conditions, steps: [] }));
        const known = configs.flatMap((value) => {
          const conditions = type.compile(value).addresses;
          return conditions ? [{ conditions, value }] : [];
        });
        expect(known).toHaveLength(configs.length);
        const find = findByAddress(known);
        for (const url of [...addresses, ...addresses]) {
          const subject = subjectOf({ kind: 'view', url });
          const asked = configs.filter(
            (config) => type.compile(config).match(subject, 0, null).reached.length > 0,
          );
          expect(new Set(find(subject))).toEqual(new Set(asked));
          expect(find(subject)).toHaveLength(asked.length);
        }
      }),
    );
  });

  it('are none of a hit of another kind', () => {
    const conditions = { exact: ['/cart'], others: [() => true] };
    const find = findByAddress([{ conditions, value: {} }]);
    expect(find(subjectOf({ kind: 'event', identifier: '/cart' }))).toEqual([]);
  });

  it('are not asked of an expression that takes long: it is worked out beforehand', () => {
    const slow = { conditions: [{ type: 'regexp' as const, url: '(a|b){60}' }], steps: [] };
    const matcher = GOAL_TYPES.url.compile(slow);
    expect(matcher.addresses).toBeUndefined();
    expect(matcher.slow).toHaveLength(1);
  });
});
