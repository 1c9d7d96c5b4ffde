import { expect, it } from 'vitest';
import { bytimeQuery, dataQuery, type Question } from './stat.ts';

const asked: Question = {
  counterId: 1,
  metrics: ['ym:s:visits'],
  dimensions: ['ym:s:browser'],
  from: '2026-01-01',
  to: '2026-01-31',
};

/** What is shown of an earlier question until the answer comes. */
function shownBefore(last: Question, next: Question): unknown {
  const { placeholderData } = dataQuery(next) as unknown as {
    placeholderData(answer: string, before: { queryKey: readonly unknown[] }): unknown;
  };
  return placeholderData('old', dataQuery(last));
}

it('shows the old answer while days, filters and order change', () => {
  expect(shownBefore(asked, { ...asked, from: '2026-01-02', filters: "ym:s:browser=='x'", sort: 'x' })).toBe(
    'old',
  );
});

it.each([
  { metrics: ['ym:s:users'] },
  { metrics: ['ym:s:visits', 'ym:s:users'] },
  { dimensions: ['ym:s:device'] },
  { dimensions: [] },
])('never shows it under the heads of other columns: %o', (changes) => {
  expect(shownBefore(asked, { ...asked, ...changes })).toBeUndefined();
  expect(bytimeQuery({ ...asked, ...changes, group: 'day' }).queryKey[2]).toMatchObject(changes);
});
