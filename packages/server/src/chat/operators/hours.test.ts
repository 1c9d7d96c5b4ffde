import { expect, it } from 'vitest';
import { createWorkingHours } from './hours.ts';

const isWorking = createWorkingHours();

const WEEK = {
  timeZone: 'Europe/Berlin',
  spans: [
    { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' },
    { days: [6], from: '10:00', to: '14:00' },
  ],
};
const ALL_DAY = { timeZone: 'UTC', spans: [{ days: [4], from: '00:00', to: '00:00' }] };
const NIGHT = { timeZone: 'UTC', spans: [{ days: [5], from: '22:00', to: '06:00' }] };

it.each([
  ['begins', WEEK, '2026-03-12T08:00:00Z', true],
  ['has not begun', WEEK, '2026-03-12T07:59:00Z', false],
  ['has ended', WEEK, '2026-03-12T17:00:00Z', false],
  ['begins an hour earlier in summer', WEEK, '2026-07-09T07:00:00Z', true],
  ['is a Sunday', WEEK, '2026-03-15T12:00:00Z', false],
  ['is a Saturday, which has hours of its own', WEEK, '2026-03-14T12:00:00Z', true],
  ['is a Saturday after them', WEEK, '2026-03-14T13:00:00Z', false],
  ['is a Friday night', NIGHT, '2026-03-13T23:00:00Z', true],
  ['is what is left of a Friday night', NIGHT, '2026-03-14T05:59:00Z', true],
  ['is the end of it', NIGHT, '2026-03-14T06:00:00Z', false],
  ['is a Saturday night', NIGHT, '2026-03-14T23:00:00Z', false],
  ['is a day of which every hour is worked', ALL_DAY, '2026-03-12T23:59:59Z', true],
  ['is the day after that', ALL_DAY, '2026-03-13T00:00:00Z', false],
  ['is in a time zone that is none', { ...WEEK, timeZone: 'Mars/Base' }, '2026-03-15T12:00:00Z', true],
])('work %s', (_name, hours, at, works) => {
  expect(isWorking(hours, Date.parse(at))).toBe(works);
});

it('without hours is always', () => {
  expect(isWorking(null, 0)).toBe(true);
});
