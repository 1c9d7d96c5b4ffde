import { expect, it } from 'vitest';
import { readReportSearch, unreadable } from './search.ts';

/** One of each that a hand may write, and that no report reads. */
const WRONG = {
  period: 'foo',
  compare: 'never',
  group: 'second',
  segment_b: '<b>',
  period_b: '1900',
  attribution: 'mine',
  goals: 'all,of,them',
  chart: 'pie',
  metric: '1=1',
  sort: '--visits',
  by: 'a b',
  send: 'TOP',
  open: 'x'.repeat(1_001),
  levels: 'browser,planet',
};

it.each(Object.entries(WRONG))(
  '[M140] says that %s=%s is not known, and hands it to no report',
  (name, value) => {
    const read = readReportSearch({ [name]: value });
    // The name is there: the router would fill in the raw text for one that is missing.
    expect(Object.hasOwn(read, name)).toBe(true);
    expect({ [name]: value, ...read }[name]).toBeUndefined();
    expect(unreadable({ [name]: value })).toEqual([[name, value]]);
  },
);

it('[M140] says nothing of what it reads, and of what other screens read', () => {
  const search = { period: '7d', compare: 'year', group: 'day', filters: 'any text', sort: '-visits' };
  expect(unreadable({ ...search, steps: 'x', period_b: '' })).toEqual([]);
});

it('[M140] has a wrong value for each part but those that the server reads', () => {
  const left = Object.keys(readReportSearch({})).filter((name) => !Object.hasOwn(WRONG, name));
  expect(left).toEqual(['filters', 'find', 'segment', 'filters_b', 'columns']);
});
