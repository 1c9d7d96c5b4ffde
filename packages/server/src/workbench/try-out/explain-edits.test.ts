/** [G94] What is said of a goal that was edited while the visit went on, or after it. */
import { describe, expect, it } from 'vitest';
import type { GoalDefinition } from '../../goals/index.ts';
import { testGoal } from '../../goals/test-goal.ts';
import { event, explained, landing, tried } from './test-trial.ts';

/** [G17] What a visit did for a goal before it was edited counts for nothing after, and is said of nothing. */
describe('[G94] of a goal that was edited within the visit it says', () => {
  const action = (url: string) => ({
    type: 'action' as const,
    conditions: [{ type: 'exact' as const, url }],
  });
  const step = (url: string) => ({ name: '', ...action(url) });
  const goal = testGoal({ id: 1, conditions: [] });
  const EDITS = {
    'all of several': [
      { ...goal, type: 'multi', all: [action('a'), action('b')] },
      { ...goal, type: 'multi', all: [action('a'), action('c')] },
      'a:no c:no',
    ],
    'all of several, made any of them': [
      { ...goal, type: 'multi', all: [action('a'), action('b')] },
      { ...goal, type: 'multi', any: [action('a'), action('c')] },
      'a:no c:no',
    ],
    steps: [
      { ...goal, type: 'step', steps: [step('a'), step('b')] },
      { ...goal, type: 'step', steps: [step('a'), step('c')] },
      'a:no c:no',
    ],
    'steps, made all of several': [
      { ...goal, type: 'step', steps: [step('a'), step('b')] },
      { ...goal, type: 'multi', all: [action('a'), action('c')] },
      'a:no c:no',
    ],
    'a duration': [
      { ...goal, type: 'visit_duration', fields: { duration: 1 } },
      { ...goal, type: 'visit_duration', fields: { duration: 600 } },
      '',
    ],
  } as const satisfies Record<string, readonly [GoalDefinition, GoalDefinition, string]>;
  const outcome = (words: string, conditions: string): string =>
    [
      `1 ${words}`,
      ...conditions
        .split(' ')
        .filter(Boolean)
        .map((one) => `action ${one}`),
    ].join(' ');

  it.each(Object.entries(EDITS))('nothing of before: %s', async (_what, [was, is, conditions]) => {
    const done = [landing, event('a', 2), event('b', 4)];
    // Nothing that it looks at, and what it met before.
    expect(await tried([is], [event('x', 6)], { before: [[[was], done]] })).toEqual([
      outcome('no_fit', conditions),
    ]);
    const taken = conditions.replace('a:no', is.type === 'multi' && 'any' in is ? 'a:no' : 'a:earlier');
    expect(await tried([is], [event('a', 6), event('x', 8)], { before: [[[was], done]] })).toEqual([
      outcome('no_fit', taken),
    ]);
    // Without the edit it counts on.
    const [unedited] = await explained([was], [event('x', 6)], { before: [[[was], done]] });
    expect(unedited?.outcome).toBe(was.type === 'step' ? 'no_fit' : 'counted_before');
  });

  it.each([
    ['steps', 'c'],
    ['all of several, made any of them', 'c'],
  ] as const)('that it was changed, of hits from before: %s', async (edit, last) => {
    const [was, is] = EDITS[edit];
    const [first] = await explained([was], [landing, event('a', 2), event(last, 4)], { now: [is] });
    expect(first?.outcome).toBe('changed_since');
    // Another name and price decide nothing.
    const again = { ...is, name: 'Other', defaultPrice: 9 };
    const [second] = await explained([is], [landing, event('b', 4)], { now: [again] });
    expect(second?.outcome).toBe('no_fit');
  });
});
