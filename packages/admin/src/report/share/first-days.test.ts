import { expect, it } from 'vitest';
import { daysOf } from '../state/period.ts';
import { firstDays } from './first-days.ts';

const today = '2026-11-30';

it.each(['yesterday', 'lastWeek', 'lastMonth', 'lastQuarter', 'lastYear', '2026-10-01..2026-10-07'])(
  'offers %s as it is: it is over',
  (period) => expect(firstDays({ days: daysOf(period, today), today })).toBe('fixed'),
);

it.each(['today', '7d', '30d', 'month', 'year'])('lets the reader choose where %s goes on', (period) =>
  expect(firstDays({ days: daysOf(period, today), today })).toBe('free'),
);
