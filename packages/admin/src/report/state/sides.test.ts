import { expect, it } from 'vitest';
import { isSideDays, isSideSegment, sidesOf } from './sides.ts';

const TODAY = '2026-03-31';
const days = { from: '2026-03-25', to: TODAY };
const of = (search: Parameters<typeof sidesOf>[0]) => sidesOf({ period: '7d', ...search }, days, TODAY);

it('has one side unless the address says how the other differs', () => {
  expect(of({ segment: '3', filters: "ym:s:browser=='Edge'" })).toBeNull();
});

it('[M123] asks the same visits of other days', () => {
  const filters = "ym:s:browser=='Edge'";
  expect(of({ segment: '3', filters, period_b: 'weekdays' })).toEqual({
    a: { days, segment: '3' },
    b: { days: { from: '2026-03-18', to: '2026-03-24' }, segment: '3' },
    filters,
  });
  expect(of({ period_b: '2025-01-01..2025-01-31' })?.b.days).toEqual({
    from: '2025-01-01',
    to: '2025-01-31',
  });
});

it('[M123] asks another segment, all visits or all others, of the same days or of others', () => {
  const filters = "ym:s:browser=='Edge'";
  expect(of({ segment: '3', filters, segment_b: '5' })).toEqual({
    a: { days, segment: '3' },
    b: { days, segment: '5' },
    filters,
  });
  expect(of({ segment: '3', filters, segment_b: 'all' })).toEqual({
    a: { days, segment: '3', filters },
    b: { days },
  });
  expect(of({ segment: '3', filters, segment_b: 'rest', period_b: 'year' })?.b).toEqual({
    days: { from: '2025-03-25', to: '2025-03-31' },
    filters: `NOT ((ym:s:segment==3) AND (${filters}))`,
  });
  expect(of({ filters, segment_b: 'rest' })?.b.filters).toBe(`NOT (${filters})`);
});

it('[M147] gives side B conditions of its own, and those above to side A alone', () => {
  const filters = "ym:s:deviceCategory=='mobile'";
  const filters_b = "ym:s:deviceCategory=='desktop'";
  expect(of({ filters, segment: '3', segment_b: 'own', filters_b, period_b: 'year' })).toEqual({
    a: { days, segment: '3', filters },
    b: { days: { from: '2025-03-25', to: '2025-03-31' }, filters: filters_b },
  });
  expect(of({ filters, segment_b: 'own' })?.b).toEqual({ days, filters: undefined });
  // Left behind by another choice, they are no condition.
  expect(of({ filters, segment_b: 'all', filters_b })?.b).toEqual({ days });
});

it('takes only what names a side from an address', () => {
  expect(['all', 'rest', 'own', '5', '5,6'].every(isSideSegment)).toBe(true);
  expect(['', 'none', '5,', '-1', 'x'].some(isSideSegment)).toBe(false);
  expect(['previous', 'yearWeekdays', '30d', '2026-01-01..2026-01-31'].every(isSideDays)).toBe(true);
  expect(['off', '', '8d', '2026-13-01..2026-01-31'].some(isSideDays)).toBe(false);
});
