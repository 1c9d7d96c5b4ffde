import { describe, expect, it } from 'vitest';
import { isRunning, lastWhole } from './running.ts';

it('takes the last day that is over, in a period of the past and in one that runs', () => {
  expect(lastWhole({ from: '2026-11-01', to: '2026-11-30' }, '2026-11-30')).toBe('2026-11-29');
  expect(lastWhole({ from: '2026-11-01', to: '2026-11-20' }, '2026-11-30')).toBe('2026-11-20');
});

describe('[M142] a cell runs until the last day of its interval is over', () => {
  it.each([
    // November 1, 2026 is a Sunday: its week ends that day, and the fourth one after it on the 29th.
    ['week', 'calendar', '2026-11-01', 4, '2026-11-29', false],
    ['week', 'calendar', '2026-11-01', 4, '2026-11-28', true],
    ['week', 'calendar', '2026-11-02', 4, '2026-11-29', true],
    ['week', 'calendar', '2026-11-04', 1, '2026-11-15', false],
    ['day', 'calendar', '2026-11-28', 1, '2026-11-29', false],
    ['day', 'calendar', '2026-11-28', 2, '2026-11-29', true],
    ['month', 'calendar', '2026-01-15', 1, '2026-02-28', false],
    ['month', 'calendar', '2026-01-15', 1, '2026-02-27', true],
    ['day', 'rolling', '2026-11-01', 1, '2026-11-03', false],
    ['day', 'rolling', '2026-11-01', 1, '2026-11-02', true],
    ['week', 'rolling', '2026-11-02', 1, '2026-11-22', false],
    ['week', 'rolling', '2026-11-02', 1, '2026-11-21', true],
    ['month', 'rolling', '2026-01-01', 1, '2026-04-01', false],
    ['month', 'rolling', '2026-01-01', 1, '2026-03-31', true],
  ] as const)('%s, %s, from %s, %i later, whole to %s: %s', (unit, mode, from, later, whole, runs) => {
    expect(isRunning({ unit, mode, from, later, whole })).toBe(runs);
  });
});
