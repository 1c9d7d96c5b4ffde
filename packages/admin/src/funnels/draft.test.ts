import { parseFilter, FilterFault } from '@goalpost/contract/reports/filters';
import { FunnelSteps } from '@goalpost/contract/reports/funnels';
import { describe, expect, it } from 'vitest';
import { isWhole, stepOf } from './draft.ts';
import { readFunnelSearch, readSteps, STEP_TYPES, type DraftStep } from './search.ts';

describe('a funnel in the address', () => {
  it.each([
    [{}, {}],
    [{ steps: 'x', whose: 'all', window: '100y', lost: '-1', beside: 'a' }, {}],
    [{ steps: '[null, 3, {}, {"type":"no"}]' }, {}],
    [{ steps: ['page'] }, {}],
    [
      { steps: '[{"type":"page"}]', whose: 'visit', lost: '2', beside: '7' },
      { steps: '[{"type":"page"}]', whose: 'visit', lost: '2', beside: '7' },
    ],
  ])('%o', (search, read) => {
    expect(readFunnelSearch(search)).toEqual(read);
  });

  it('holds ten steps at most, and of each what it knows', () => {
    const steps = Array.from({ length: 50 }, () => ({
      type: 'page',
      value: 3,
      match: 'like',
      directly: 'yes',
    }));
    expect(readSteps(JSON.stringify(steps))).toEqual(
      Array.from({ length: 10 }, () => ({ type: 'page', value: '3' })),
    );
  });
});

it('[M80] every step it can hold is one that the API takes', () => {
  const values = ['', '/cart', "/it's\\", 'https://a.example/?x=1', '12', 'offline', '*'];
  const all = STEP_TYPES.flatMap((type) =>
    values.flatMap((value) =>
      (['is', 'starts', 'contains'] as const).map((match): DraftStep => ({
        type,
        value,
        match,
        directly: true,
      })),
    ),
  );
  for (const draft of all.filter(isWhole)) {
    const steps = FunnelSteps.parse([stepOf(draft, true), stepOf(draft, false)]);
    expect(steps[0]).not.toHaveProperty('directly');
    expect(steps[1]?.directly).toBe(true);
    const { filter } = steps[0] ?? {};
    if (filter !== undefined) expect(parseFilter(filter)).not.toBeInstanceOf(FilterFault);
  }
});
