import { OUTCOME_SUFFIXES } from '@goalpost/contract/vendors/outcomes';
import { describe, expect, it } from 'vitest';
import { goalOf } from './threads.ts';

const STARTS = ['started', 'invited', 'operator'];
const MINUTE = 60_000;

type Said = readonly [signal: string, thread?: string, minutes?: number];

/** What a story of signals ends in, each a second after the one before unless it says otherwise. */
function told(...story: readonly Said[]): string[] {
  let kept: string | undefined;
  let now = 1_700_000_000_000;
  const goals: string[] = [];
  for (const [signal, thread = '', minutes = 0] of story) {
    now += 1_000 + minutes * MINUTE;
    const { goal, kept: next } = goalOf(kept, now, STARTS, signal, thread);
    kept = next;
    if (goal) goals.push(goal);
  }
  return goals;
}

describe('[C99] who spoke first decides', () => {
  it.each<[string[], readonly Said[]]>([
    [['started'], [['visitor'], ['agent'], ['visitor']]],
    [['invited'], [['agent'], ['visitor'], ['visitor']]],
    [['invited'], [['rule'], ['visitor']]],
    [['operator'], [['rule'], ['manual'], ['visitor']]],
    [['operator'], [['manual'], ['rule'], ['agent'], ['visitor']]],
    [['invited'], [['answered']]],
    // An invitation has no conversation yet.
    [['invited'], [['rule'], ['visitor', '5'], ['visitor', '5']]],
    [
      ['invited', 'started'],
      [
        ['agent', '5'],
        ['visitor', '5'],
        ['visitor', '6'],
      ],
    ],
    // What has an id is the same conversation on the next day.
    [
      ['invited'],
      [
        ['agent', '5'],
        ['visitor', '5', 900],
        ['visitor', '5'],
      ],
    ],
    [
      ['operator'],
      [
        ['manual', '5'],
        ['rule', '5', 900],
        ['visitor', '5', 900],
      ],
    ],
    // It was shown in another visit.
    [['started'], [['rule'], ['visitor', '', 31]]],
  ])('%j', (goals, story) => expect(told(...story)).toEqual(goals));
});

describe('[C100] once a conversation', () => {
  it.each<[string[], readonly Said[]]>([
    [
      ['started'],
      [
        ['visitor', '5'],
        ['agent', '5', 600],
        ['visitor', '5', 600],
      ],
    ],
    [['started'], [['visitor'], ['agent', '', 20], ['visitor', '', 20]]],
    [
      ['started', 'started'],
      [['visitor'], ['visitor', '', 31]],
    ],
    // Some events name the conversation, others of the same one do not.
    [['started'], [['visitor', '5'], ['visitor'], ['visitor', '5'], ['visitor']]],
    [['started'], [['visitor'], ['visitor', '5'], ['visitor']]],
    [
      ['started', 'invited'],
      [['visitor'], ['agent', '5'], ['visitor', '5']],
    ],
    [['invited'], [['agent', '5'], ['visitor'], ['visitor', '5']]],
    [
      ['started', 'invited'],
      [['visitor', '5'], ['rule'], ['visitor', '6']],
    ],
    [
      ['started', 'started'],
      [
        ['visitor', '5'],
        ['visitor', '', 31],
      ],
    ],
  ])('%j', (goals, story) => expect(told(...story)).toEqual(goals));
});

const OWN = (['offline', 'opened', 'contact', 'rated', 'callback', 'form', 'quiz', 'booking'] as const).map(
  (name) => OUTCOME_SUFFIXES[name],
);
describe.each(OWN)('[C115] %s', (goal) => {
  const isDone = /^(Form|Callback|Quiz|Meeting)_/.test(goal);
  it.each<[number, readonly Said[]]>([
    // One press that is told twice.
    [1, [[goal], [goal]]],
    [isDone ? 2 : 1, [[goal], [goal, '', 2]]],
    [2, [[goal], [goal, '', 31]]],
    // By what the vendor calls it: once for ever.
    [
      2,
      [
        [goal, '1'],
        [goal, '1', 600],
        [goal, '2'],
      ],
    ],
  ])('%i times', (times, story) => expect(told(...story)).toEqual([goal, goal].slice(0, times)));
});

it('[C102] an offline message is no start', () => {
  expect(told(['Offline_message_sent'], ['visitor', '5'], ['visitor', '5', 5])).toEqual([
    'Offline_message_sent',
  ]);
});

it.each(['', '{', 'null', '5', '"x"', '[]', '{"":5}', '{"":[]}'])('whatever is kept: %j', (kept) => {
  expect(goalOf(kept, 1_700_000_000_000, STARTS, 'visitor', '').goal).toBe('started');
});

it.each([0, 0.1, 0.5, 0.8, 0.9, 0.999])('a clock that tells fractions of a millisecond: %d', (fraction) => {
  let kept: string | undefined;
  const say = (signal: string, thread: string, now: number): string | undefined => {
    const { goal, kept: next } = goalOf(kept, now + fraction, STARTS, signal, thread);
    kept = next;
    return goal;
  };
  for (const [at, [signal, goal]] of [
    ['agent', 'invited'],
    ['rule', 'invited'],
    ['manual', 'operator'],
  ].entries()) {
    const now = 1_700_000_000_000 + at * MINUTE;
    expect(say(signal!, String(at), now)).toBeUndefined();
    expect(say('visitor', String(at), now + 5)).toBe(goal);
    expect(say('visitor', String(at), now + 9)).toBeUndefined();
  }
});

it('keeps a bounded past', () => {
  let kept: string | undefined;
  for (let n = 0; n < 200; n++) ({ kept } = goalOf(kept, n, STARTS, 'visitor', String(n).repeat(90)));
  expect(kept!.length).toBeLessThan(4_000);
});
