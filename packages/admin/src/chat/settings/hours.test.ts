import { ChatSettings } from '@goalpost/contract/chat';
import { expect, it } from 'vitest';
import { hoursAreWhole, nextSpan, officeHours, waitingIsWhole } from './hours.ts';

it('offers hours of the days that have none yet', () => {
  const { spans } = officeHours('UTC');
  expect(nextSpan(spans).days).toEqual([6, 7]);
  expect(nextSpan([...spans, nextSpan(spans)]).days).toEqual([]);
});

it('finds hours of no day, also those of a department', () => {
  const plain = ChatSettings.parse({});
  const ours = officeHours('UTC');
  const none = { ...ours, spans: [...ours.spans, { days: [], from: '10:00', to: '14:00' }] };
  const department = { id: 'a', name: 'Sales', members: [] };
  expect(hoursAreWhole({ ...plain, hours: ours, departments: [{ ...department, hours: null }] })).toBe(true);
  expect(hoursAreWhole({ ...plain, hours: none })).toBe(false);
  expect(hoursAreWhole({ ...plain, departments: [{ ...department, hours: none }] })).toBe(false);
});

it('finds waiting times that contradict each other', () => {
  const found = [
    { soon: 10, late: 10 },
    { soon: 9, late: 100 },
    { soon: 100, late: 99 },
  ].map((waiting) => waitingIsWhole({ waiting }));
  expect(found).toEqual([true, false, false]);
});
