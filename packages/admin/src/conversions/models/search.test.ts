import { expect, it } from 'vitest';
import { readModelsSearch } from './search.ts';

it('[M125] takes a goal, a window and what is shown from the address, and nothing else', () => {
  expect(readModelsSearch({ goal: '12', show: 'revenue', window: '30' })).toEqual({
    goal: '12',
    show: 'revenue',
    window: '30',
  });
  expect(readModelsSearch({ goal: 'x', show: 'all', window: '31', other: '1' })).toEqual({});
});
