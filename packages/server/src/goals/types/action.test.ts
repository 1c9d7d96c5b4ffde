import { goalTypeFaults, TEXT_OPERATORS, type Condition } from '@goalpost/contract/goals';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileGoals, NO_MEMORY } from '../compile.ts';
import { FAULT_CHECKS } from '../fault-checks.ts';
import { testGoal } from '../test-goal.ts';

function reaches(type: Condition['type'], value: string, identifier: string): boolean {
  const goals = compileGoals([testGoal({ conditions: [{ type, url: value }] })]);
  return goals.match({ kind: 'event', identifier }, 1, NO_MEMORY).reached.length === 1;
}

const at = (type: Condition['type'], url: string): Condition => ({ type, url });
const many = (count: number) => Array.from({ length: count }, (_, index) => at('exact', `id${index}`));

/** Fields at fault. */
function locations(...conditions: Condition[]): string[] {
  return goalTypeFaults('action', { conditions, steps: [] }, FAULT_CHECKS).map(({ location }) => location);
}

describe('[G3] [G4] identifiers', () => {
  it('are compared as they are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(), (value, other, cut) => {
        expect(reaches('exact', value, other)).toBe(value === other);
        expect(reaches('exact', value, value)).toBe(true);
        expect(reaches('contain', value, other + value + other)).toBe(true);
        expect(reaches('contain', value, other)).toBe(other.includes(value));
        expect(reaches('start', value, value.slice(0, cut) + other)).toBe(
          (value.slice(0, cut) + other).startsWith(value),
        );
      }),
    );
  });

  it.each([
    ['__proto__', '__proto__', true],
    ['constructor', '__proto__', false],
    ['a+b', 'a b', false],
    ['a%20b', 'a b', false],
  ])('%s against %s', (value, identifier, reached) => {
    expect(reaches('exact', value, identifier)).toBe(reached);
  });
});

describe('[G20] what an action condition may be', () => {
  it.each('/\\&#?="'.split(''))('%s is refused in exact and contain, allowed elsewhere', (char) => {
    const value = `a${char}b`;
    expect(locations(at('exact', value), at('contain', value))).toEqual([
      'conditions.0.url',
      'conditions.1.url',
    ]);
    expect(locations(at('start', value))).toEqual([]);
  });

  it('has 1 to 16,384 characters', () => {
    expect(locations(at('exact', ''), at('exact', '  '))).toEqual(['conditions.0.url', 'conditions.1.url']);
    for (const type of TEXT_OPERATORS) {
      expect(locations(at(type, 'a'.repeat(16_384)))).toEqual([]);
      expect(locations(at(type, 'a'.repeat(16_385)))).toEqual(['conditions.0.url']);
    }
  });

  it('compiles as RE2: no back-references, no look-around', () => {
    const wrong = ['(', 'a**', '(a)\\1', '(?=a)', '(?<=a)b', '(?<!a)b', '[z-a]', '\\'];
    expect(locations(...wrong.map((url) => at('regexp', url)))).toEqual(
      wrong.map((_, index) => `conditions.${index}.url`),
    );
    expect(locations(at('regexp', '(?P<name>a)|\\pL+|(?i)b'))).toEqual([]);
  });

  it('has patterns of a bounded size together', () => {
    const large = at('regexp', `${'a'.repeat(8_000)}$`);
    expect(locations(large, large)).toEqual([]);
    expect(locations(large, large, large, large)).toEqual(['conditions.2.url', 'conditions.3.url']);
    const tooLarge = at('regexp', '(?:ab?){999}(?:ab?){999}'.repeat(9));
    expect(locations(tooLarge, at('exact', 'a'), at('regexp', 'a'))).toEqual([
      'conditions.0.url',
      'conditions.2.url',
    ]);
  });

  it('has at most 100 conditions', () => {
    expect(locations(...many(100))).toEqual([]);
    expect(locations(...many(101))).toEqual(['conditions']);
  });
});
