/** Links by which browsers are marked: what is taken, and for how long. */
import { expect, it } from 'vitest';
import { browsersWith, MOST_BROWSERS } from './browsers.ts';
import { createOwnVisitLinks, LINK_MS } from './links.ts';

const NOW = Date.parse('2026-03-12T09:00:00Z');
const links = createOwnVisitLinks('key');
const { token } = links.issue(5, 'mark', NOW);

it('[P28] says what it does for this counter, until its month is over', () => {
  expect(links.read(token, 5, NOW + LINK_MS - 1)).toBe('mark');
  expect(links.read(links.issue(5, 'unmark', NOW).token, 5, NOW)).toBe('unmark');
  expect([links.read(token, 5, NOW + LINK_MS), links.read(token, 6, NOW)]).toEqual([null, null]);
});

it('[P28] is none where anything of it was changed', () => {
  const [kind, expiry = '', mark] = token.split('.');
  const later = (Number.parseInt(expiry, 36) + LINK_MS).toString(36);
  for (const forged of [
    '',
    token.slice(1),
    `${token}x`,
    `0.${expiry}.${mark}`,
    `${kind}.${later}.${mark}`,
    createOwnVisitLinks('other').issue(5, 'mark', NOW).token,
    '0'.repeat(10_000),
  ])
    expect(links.read(forged, 5, NOW)).toBeNull();
});

it('[P28] a mark is noted once, goes by its link, and the oldest give way', () => {
  const one = browsersWith([], 'a', 'mark', 1);
  expect(browsersWith(one, 'a', 'mark', 2)).toEqual([{ mark: 'a', at: 2 }]);
  expect(browsersWith(one, 'a', 'unmark', 2)).toEqual([]);
  let many = one;
  for (let n = 0; n < MOST_BROWSERS; n += 1) many = browsersWith(many, `b${n}`, 'mark', n);
  expect([many.length, many.some(({ mark }) => mark === 'a')]).toEqual([MOST_BROWSERS, false]);
});
