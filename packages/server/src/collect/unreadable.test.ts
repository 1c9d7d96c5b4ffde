import { expect, it } from 'vitest';
import { createUnreadable } from './unreadable.ts';

function setUp() {
  const refused: unknown[] = [];
  const tally = { stored: () => undefined, refused: (one: unknown) => void refused.push(one) };
  return { refused, unreadable: createUnreadable({ tally, clock: { now: () => 7 } }) };
}

it('[W10] counts for the counter that the request names', () => {
  const { refused, unreadable } = setUp();
  unreadable.tell({ reason: 'too_large', start: 'GET /watch/55/1?aaaa' });
  unreadable.tell({ reason: 'malformed', start: 'POST /watch/56:2 HTTP/1.1' });
  unreadable.tell({ reason: 'malformed', start: 'GET /watch/XXXXXX?a' });
  const at = { host: '', now: 7 };
  expect(refused).toEqual([
    { reason: 'too_large', counterId: 55, asked: '55', ...at },
    { reason: 'malformed', counterId: 56, asked: '56', ...at },
    { reason: 'malformed', counterId: null, asked: 'XXXXXX', ...at },
  ]);
  expect(unreadable.counts()).toEqual({ too_large: 1, malformed: 2, timeout: 0 });
});

it.each([
  '',
  'GET /watch/5',
  'aaaaaaa',
  'GET /healthz?aaa',
  'GET /clmap/5?a',
  'PUT /watch/5?a',
  `GET /${'a'.repeat(200)}`,
])('counts for no counter where none is named for sure: %.20s', (start) => {
  const { refused, unreadable } = setUp();
  unreadable.tell({ reason: 'too_large', start });
  unreadable.tell({ reason: 'timeout', start: 'GET /watch/5?a' });
  expect(refused).toEqual([]);
  expect(unreadable.counts()).toEqual({ too_large: 1, malformed: 0, timeout: 1 });
});
