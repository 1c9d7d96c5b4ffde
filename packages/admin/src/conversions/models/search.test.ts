import { MAX_WINDOW_DAYS } from '@goalpost/contract/reports/attribution';
import { expect, it } from 'vitest';
import { readModelsSearch, USUAL_WINDOW, WINDOWS } from './search.ts';

it('[M125] takes a goal, a window and what is shown from the address, and nothing else', () => {
  expect(readModelsSearch({ goal: '12', show: 'revenue', window: '30' })).toEqual({
    goal: '12',
    show: 'revenue',
    window: '30',
  });
  expect(readModelsSearch({ goal: 'x', show: 'all', window: '31', other: '1' })).toEqual({});
});

it('offers no window that the API refuses', () => {
  expect(Math.max(...WINDOWS.map(Number))).toBe(MAX_WINDOW_DAYS);
  expect(Number(USUAL_WINDOW)).toBe(MAX_WINDOW_DAYS);
});
