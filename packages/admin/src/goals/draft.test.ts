import { describe, expect, it } from 'vitest';
import { draftFaults, draftOf, inputOfDraft, newDraft } from './draft.ts';

const event = (url: string, type: 'exact' | 'regexp' = 'exact') => ({
  ...newDraft('action'),
  name: 'Order',
  conditions: [{ type, url }],
});

describe('goal draft', () => {
  it('finds nothing wrong with a good goal', () => {
    expect(draftFaults(event('order_sent'))).toEqual({});
    expect(draftFaults(event('^order_(sent|paid)$', 'regexp'))).toEqual({});
  });

  it('[G20] names the field of what is missing or not allowed', () => {
    expect(draftFaults({ ...event('  '), name: '' })).toEqual({
      name: 'goalForm.needName',
      'conditions.0.url': 'goalForm.needCondition',
    });
    expect(draftFaults(event('a/b'))).toEqual({ 'conditions.0.url': 'goalForm.badIdentifier' });
    expect(draftFaults(event('(', 'regexp'))).toEqual({ 'conditions.0.url': 'goalForm.badPattern' });
  });

  it('leaves to the server what only RE2 knows', () => {
    expect(draftFaults(event('(?i)order', 'regexp'))).toEqual({});
  });

  it('[G2] checks every step', () => {
    const draft = { ...newDraft('step'), name: 'Funnel' };
    expect(Object.keys(draftFaults(draft))).toEqual(['steps.0.conditions.0.url', 'steps.1.conditions.0.url']);
  });

  it('keeps what the form does not show', () => {
    const goal = {
      id: 7,
      name: 'Paid',
      type: 'action' as const,
      default_price: 12.5,
      is_favorite: 1,
      is_retargeting: 1,
      goal_source: 'user' as const,
      status: 'Active' as const,
      flag: 'order' as const,
      prev_goal_id: 0 as const,
      conditions: [{ type: 'exact' as const, url: 'paid' }],
    };
    expect(inputOfDraft(draftOf(goal), goal)).toEqual({
      name: 'Paid',
      type: 'action',
      default_price: 12.5,
      is_favorite: 1,
      is_retargeting: 1,
      flag: 'order',
      conditions: [{ type: 'exact', url: 'paid' }],
    });
  });
});
