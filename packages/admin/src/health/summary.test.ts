import { describe, expect, it } from 'vitest';
import { lastDay } from './summary.ts';

const HOUR = 3_600_000;
const NOW = 1_000 * HOUR;

describe('lastDay', () => {
  it('[W10] adds up the hours of one day, refusals by reason', () => {
    const summary = lastDay({
      now: NOW,
      hours: [
        { at: NOW - 25 * HOUR, stored: 1_000, notes: { robot: 50 }, refused: { origin: 70 } },
        {
          at: NOW - 3 * HOUR,
          stored: 10,
          notes: { robot: 2, duplicate: 1, price: 1, params: 2 },
          refused: { origin: 1, too_large: 3 },
        },
        { at: NOW - HOUR, stored: 5, notes: {}, refused: { origin: 1 } },
      ],
      refusals: [
        { reason: 'origin', count: 72, last_at: NOW, host: 'copy.example' },
        { reason: 'too_large', count: 3, last_at: NOW, host: '' },
      ],
    });
    expect(summary).toEqual({
      stored: 15,
      duplicates: 1,
      robots: 2,
      refused: 5,
      refusals: [
        { reason: 'too_large', count: 3, host: '' },
        { reason: 'origin', count: 2, host: 'copy.example' },
      ],
      oddities: [
        { note: 'params', count: 2 },
        { note: 'price', count: 1 },
      ],
    });
  });

  it('is all zeros where nothing came', () => {
    expect(lastDay({ now: NOW, hours: [], refusals: [] })).toMatchObject({
      stored: 0,
      refused: 0,
      refusals: [],
    });
  });
});
