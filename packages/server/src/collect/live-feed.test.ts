import { describe, expect, it } from 'vitest';
import type { LiveHit } from './run/batch.ts';
import { createLiveFeed } from './live-feed.ts';

const MINUTE = 60_000;

function hit(at: number, visitor: string, changes: Partial<LiveHit> = {}): LiveHit {
  return {
    counterId: 1,
    at,
    visitor,
    kind: 'view',
    url: `https://shop.example/${at}`,
    identifier: '',
    goals: [],
    robot: false,
    ...changes,
  };
}

describe('the live feed', () => {
  it('shows the latest hits of the counter, latest first', () => {
    const live = createLiveFeed();
    live.push([
      hit(1, 'a'),
      hit(2, 'b', { counterId: 2 }),
      hit(3, 'a', { kind: 'event', identifier: 'order', goals: [7], source: 'organic' }),
    ]);
    expect(live.of(1, 4).hits).toEqual([
      {
        at: 3,
        visitor: 'a',
        kind: 'event',
        url: 'https://shop.example/3',
        identifier: 'order',
        goals: [7],
        robot: false,
        source: 'organic',
      },
      {
        at: 1,
        visitor: 'a',
        kind: 'view',
        url: 'https://shop.example/1',
        identifier: '',
        goals: [],
        robot: false,
        source: '',
      },
    ]);
  });

  it('keeps fifty hits of half an hour', () => {
    const live = createLiveFeed();
    live.push(Array.from({ length: 80 }, (_, n) => hit(n * MINUTE, 'a')));
    expect(live.of(1, 79 * MINUTE).hits.map(({ at }) => at / MINUTE)).toEqual(
      Array.from({ length: 30 }, (_, n) => 79 - n),
    );
    live.push(Array.from({ length: 80 }, () => hit(80 * MINUTE, 'a')));
    expect(live.of(1, 80 * MINUTE).hits.length).toBe(50);
  });

  it('counts the visitors of the last five minutes once each, without robots', () => {
    const live = createLiveFeed();
    live.push([
      hit(0, 'gone'),
      hit(1, 'a'),
      hit(2, 'b'),
      hit(4 * MINUTE, 'a'),
      hit(5 * MINUTE, 'bot', { robot: true }),
    ]);
    expect(live.of(1, 5 * MINUTE).visitors_now).toBe(2);
    expect(live.of(1, 6 * MINUTE).visitors_now).toBe(1);
    expect(live.of(1, 9 * MINUTE).visitors_now).toBe(0);
    expect(live.of(2, 0)).toEqual({ counter_id: 2, now: 0, visitors_now: 0, hits: [] });
  });

  it('remembers 200,000 visitors over all counters, those of the last five minutes first', () => {
    const live = createLiveFeed();
    const crowd = (at: number, counterId: number, count: number) =>
      live.push(Array.from({ length: count }, (_, n) => hit(at, `${at} ${n}`, { counterId })));
    for (const counterId of [1, 2, 3]) crowd(MINUTE, counterId, 80_000);
    const now = (counterId: number, at: number) => live.of(counterId, at).visitors_now;
    expect([1, 2, 3].map((counterId) => now(counterId, MINUTE))).toEqual([80_000, 80_000, 40_000]);
    // Those of the others are gone by then, and leave their room.
    crowd(10 * MINUTE, 4, 90_000);
    expect([1, 2, 3, 4].map((counterId) => now(counterId, 10 * MINUTE))).toEqual([0, 0, 0, 90_000]);
  });
});
