import { ChatSettings } from '@goalpost/contract/chat';
import { expect, it } from 'vitest';
import { answeringOf, doesAnswer, isSameAnswering } from './answering.ts';
import { createWorkingHours } from './hours.ts';

const isWorking = createWorkingHours();
const WEEKDAYS = { timeZone: 'UTC', spans: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }] };
const WEEKEND = { timeZone: 'UTC', spans: [{ days: [6, 7], from: '10:00', to: '14:00' }] };

const { departments, hours } = ChatSettings.parse({
  hours: WEEKDAYS,
  departments: [
    { id: 'sales', name: 'Sales', members: ['ann'] },
    { id: 'repairs', name: 'Repairs', members: ['bob'], hours: WEEKEND },
    { id: 'anyone', name: 'Anyone' },
  ],
});

it.each([
  ['on a weekday with nobody', [], '2026-03-12T12:00:00Z', false, []],
  ['on a weekday with Ann', ['ann'], '2026-03-12T12:00:00Z', true, ['sales', 'anyone']],
  ['on a weekday with Bob', ['bob'], '2026-03-12T12:00:00Z', true, ['anyone']],
  ['on a Saturday with Ann', ['ann'], '2026-03-14T12:00:00Z', false, []],
  ['on a Saturday with Bob', ['bob', 'ann'], '2026-03-14T12:00:00Z', true, ['repairs']],
  ['at night with both', ['ann', 'bob'], '2026-03-12T20:00:00Z', false, []],
])('[C46] %s', (_name, staff, at, online, answer) => {
  const now = Date.parse(at);
  const answering = answeringOf({ settings: { departments, hours }, staff: new Set(staff), now }, isWorking);
  expect(answering).toEqual({ online, departments: answer });
  for (const { id } of departments) expect(doesAnswer(answering, id)).toBe(answer.includes(id));
  expect(doesAnswer(answering, null)).toBe(online);
  expect(doesAnswer(answering, 'gone')).toBe(false);
});

it('says nothing of departments where there are none', () => {
  const settings = { departments: [], hours: null };
  expect(answeringOf({ settings, staff: new Set(['ann']), now: 0 }, isWorking)).toEqual({ online: true });
});

it('is the same where the same answer', () => {
  const one = { online: true, departments: ['a', 'b'] };
  expect(isSameAnswering(one, { ...one, departments: ['a', 'b'] })).toBe(true);
  expect(isSameAnswering(one, { ...one, departments: ['a'] })).toBe(false);
  expect(isSameAnswering({ online: false, departments: [] }, { online: false })).toBe(true);
  expect(isSameAnswering({ online: true }, { online: false })).toBe(false);
});
