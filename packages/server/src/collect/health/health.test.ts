import { describe, expect, it } from 'vitest';
import { counterConfig } from '../test-collection.ts';
import { createHealth, type Health, NO_HEALTH, type SavedHealth } from './health.ts';

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 22, 12);
const config = counterConfig({ counterId: 5 });

function health(saved: SavedHealth = NO_HEALTH): Health {
  return createHealth({ get: (id) => (id === 5 ? config : undefined), all: () => [config] }, saved);
}

describe('collection health', () => {
  it('counts by hour and day what was stored, odd and refused', () => {
    const one = health();
    one.stored(5, NOON, []);
    one.stored(5, NOON + 1, ['robot', 'params']);
    one.refused({ reason: 'origin', asked: '5', counterId: 5, host: 'shop2.example', now: NOON + HOUR });
    one.refused({ reason: 'origin', asked: '5', counterId: 5, host: '', now: NOON + HOUR + 5 });
    one.noted(3, NOON + HOUR, new Map([[5, { duplicate: 2, unchecked: 4 }]]));
    expect(one.of(config, NOON + 2 * HOUR)).toEqual({
      counter_id: 5,
      now: NOON + 2 * HOUR,
      first_hit_at: NOON,
      last_hit_at: NOON + 1,
      hours: [
        { at: NOON, stored: 2, notes: { robot: 1, params: 1 }, refused: {} },
        { at: NOON + HOUR, stored: 0, notes: { duplicate: 2, unchecked: 4 }, refused: { origin: 2 } },
      ],
      days: [
        {
          at: NOON - 12 * HOUR,
          stored: 2,
          notes: { robot: 1, params: 1, duplicate: 2, unchecked: 4 },
          refused: { origin: 2 },
        },
      ],
      refusals: [{ reason: 'origin', count: 2, last_at: NOON + HOUR + 5, host: 'shop2.example' }],
      stray: [],
    });
  });

  it('tells an owner of hits from the own pages that name a counter which does not exist', () => {
    const one = health();
    const stray = { reason: 'unknown_counter', counterId: 77, asked: '77' } as const;
    one.refused({ ...stray, host: 'm.shop.example', now: NOON });
    one.refused({ ...stray, host: 'm.shop.example', now: NOON + 1 });
    one.refused({
      reason: 'not_a_number',
      counterId: null,
      asked: 'XXXXXX',
      host: 'shop.example',
      now: NOON + 2,
    });
    one.refused({ ...stray, host: 'of-another-owner.example', now: NOON + 3 });
    expect(one.of(config, NOON).stray).toEqual([
      { counter: 'XXXXXX', host: 'shop.example', count: 1, last_at: NOON + 2 },
      { counter: '77', host: 'm.shop.example', count: 2, last_at: NOON + 1 },
    ]);
  });

  it('remembers over a restart, and counts no notes twice', () => {
    const one = health();
    one.stored(5, NOON, []);
    one.refused({ reason: 'unknown_counter', counterId: 6, asked: '6', host: 'shop.example', now: NOON });
    one.noted(8, NOON, new Map([[5, { duplicate: 1 }]]));
    one.setAside(3);
    const again = health(JSON.parse(JSON.stringify(one.save())) as SavedHealth);
    expect(again.of(config, NOON)).toEqual(one.of(config, NOON));
    again.noted(8, NOON, new Map([[5, { duplicate: 1 }]]));
    again.noted(9, NOON, new Map([[5, { duplicate: 1 }]]));
    expect(again.of(config, NOON).days[0]?.notes).toEqual({ duplicate: 2 });
    expect(again.totals()).toEqual({ stored: 0, refused: 0, setAside: 3, damaged: 0 });
  });

  it('holds a bounded past, and a bounded number of inventions', () => {
    const one = health();
    for (let hour = 0; hour < 24 * 60; hour++) one.stored(5, NOON + hour * HOUR, []);
    for (let n = 0; n < 2_000; n++) {
      one.refused({
        reason: 'unknown_counter',
        counterId: n + 10,
        asked: String(n + 10),
        host: 'shop.example',
        now: NOON,
      });
    }
    const { hours, days, stray } = one.of(config, NOON);
    expect([hours.length, days.length, stray.length]).toEqual([48, 31, 500]);
    expect(stray[0]?.counter).toBe('2009');
  });
});
