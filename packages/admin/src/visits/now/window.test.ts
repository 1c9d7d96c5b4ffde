import { expect, it } from 'vitest';
import { countedBy, EMPTY, MOST_SECONDS, WINDOW_MS, withAnswer, type LiveHit } from './window.ts';

const hit = (at: number, visitor: string, url = '/', more: Partial<LiveHit> = {}): LiveHit => ({
  at,
  visitor,
  kind: 'view',
  url,
  identifier: '',
  goals: [],
  robot: false,
  source: 'direct',
  ...more,
});
const feed = (now: number, hits: readonly LiveHit[], visitors = hits.length) => ({
  counter_id: 1,
  now,
  visitors_now: visitors,
  hits: [...hits],
});

it('[M128] puts answers together, each hit once, for five minutes', () => {
  const first = withAnswer(EMPTY, feed(1_000, [hit(900, 'a'), hit(800, 'b')]));
  const second = withAnswer(first, feed(2_000, [hit(1_900, 'c'), hit(900, 'a'), hit(800, 'b')]));
  expect(second.hits.map(({ visitor }) => visitor)).toEqual(['c', 'a', 'b']);
  expect(second.visitors).toEqual([2, 3]);
  expect(second.missed).toBe(false);
  const late = withAnswer(second, feed(1_900 + WINDOW_MS, [hit(1_950, 'd')], 1));
  expect(late.hits.map(({ visitor }) => visitor)).toEqual(['d']);
});

it('[M128] says when more came than one answer tells', () => {
  const first = withAnswer(EMPTY, feed(1_000, [hit(900, 'a')]));
  expect(first.missed).toBe(false);
  expect(withAnswer(first, feed(2_000, [hit(1_900, 'c'), hit(1_800, 'b')])).missed).toBe(true);
});

it('[M128] counts a visitor where they are now, and no robot', () => {
  const hits = [hit(5, 'a', '/cart'), hit(4, 'b', '/'), hit(3, 'a', '/'), hit(2, '', '/x', { robot: true })];
  expect(countedBy(hits, ({ url }) => url)).toEqual([
    { name: '/', visitors: 1 },
    { name: '/cart', visitors: 1 },
  ]);
});

it('keeps a bounded chart', () => {
  let window = EMPTY;
  for (let second = 0; second < MOST_SECONDS + 5; second++)
    window = withAnswer(window, feed(second, [], second));
  expect(window.visitors).toHaveLength(MOST_SECONDS);
  expect(window.visitors.at(-1)).toBe(MOST_SECONDS + 4);
});
