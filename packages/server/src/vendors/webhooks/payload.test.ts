import { expect, it } from 'vitest';
import { timeOf } from './payload.ts';

const MOMENT = Date.UTC(2026, 11, 1, 10, 20, 30);

it.for([
  ['2026-12-01T10:20:30Z', MOMENT],
  ['2026-12-01T12:20:30+02:00', MOMENT],
  ['2026-12-01T10:20:30.000Z', MOMENT],
  ['2026-12-01', Date.UTC(2026, 11, 1)],
  [String(MOMENT / 1_000), MOMENT],
  [String(MOMENT), MOMENT],
  ['1796120430.5', 1_796_120_430_500],
] as const)('[C105] reads %s as a moment', ([text, moment]) => {
  expect(timeOf(text)).toBe(moment);
});

it.for(['', 'x 5', 'order 12', '5', 'May', '12-01-2026 x', '2026-12-01x', '2026-13-01', 'Infinity', '-1'])(
  'reads no year into %j',
  (text) => {
    const moment = timeOf(text);
    expect(moment === null || moment < 100_000).toBe(true);
  },
);
