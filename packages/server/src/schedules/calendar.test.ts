import { describe, expect, it } from 'vitest';
import { latestIssue, nextIssue, type When } from './calendar.ts';

const at = (text: string): number => Date.parse(text);
const when = (changes: Partial<When>): When => ({ period: 'daily', hour: 9, timeZone: 'UTC', ...changes });
const shown = ({ key, date1, date2, sendAt }: ReturnType<typeof latestIssue>) => [
  key,
  date1,
  date2,
  new Date(sendAt).toISOString().slice(0, 16),
];

describe('[M107] the issue of a moment', () => {
  it.each([
    ['daily', '2026-03-12T08:59:00Z', ['2026-03-11', '2026-03-10', '2026-03-10', '2026-03-11T09:00']],
    ['daily', '2026-03-12T09:00:00Z', ['2026-03-12', '2026-03-11', '2026-03-11', '2026-03-12T09:00']],
    ['weekly', '2026-03-12T12:00:00Z', ['2026-03-09', '2026-03-02', '2026-03-08', '2026-03-09T09:00']],
    ['weekly', '2026-03-09T08:00:00Z', ['2026-03-02', '2026-02-23', '2026-03-01', '2026-03-02T09:00']],
    ['monthly', '2026-03-01T09:00:00Z', ['2026-03-01', '2026-02-01', '2026-02-28', '2026-03-01T09:00']],
    ['monthly', '2026-03-01T08:00:00Z', ['2026-02-01', '2026-01-01', '2026-01-31', '2026-02-01T09:00']],
  ] as const)('%s at %s', (period, now, issue) => {
    expect(shown(latestIssue(when({ period }), at(now)))).toEqual(issue);
  });
});

describe('[M107] the hour is that of the counter’s clock', () => {
  it.each([
    // The clocks skip 02:00–03:00 on 2026-03-29 in Berlin, and show it twice on 2026-10-25.
    ['2026-03-28T12:00:00Z', 2, '2026-03-29T01:00'],
    ['2026-03-29T12:00:00Z', 2, '2026-03-30T00:00'],
    ['2026-10-24T12:00:00Z', 2, '2026-10-25T00:00'],
    ['2026-10-25T12:00:00Z', 2, '2026-10-26T01:00'],
  ])('after %s at %i', (now, hour, next) => {
    const berlin = when({ hour, timeZone: 'Europe/Berlin' });
    expect(shown(nextIssue(berlin, at(now)))[3]).toBe(next);
  });
});

it.each(['daily', 'weekly', 'monthly'] as const)(
  '[M107] %s: each issue of two years comes once, one after the other, in every zone',
  (period) => {
    for (const timeZone of ['Europe/Moscow', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Australia/Lord_Howe']) {
      const asked = when({ period, hour: 0, timeZone });
      let now = at('2025-01-15T10:00:00Z');
      let before = latestIssue(asked, now);
      for (let issues = 0; issues < 25; issues += 1) {
        const next = nextIssue(asked, now);
        expect(latestIssue(asked, next.sendAt - 1)).toEqual(before);
        expect(latestIssue(asked, next.sendAt)).toEqual(next);
        expect(next.date1).toBe(before.key);
        [now, before] = [next.sendAt, next];
      }
    }
  },
);
