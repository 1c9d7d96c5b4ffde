import { describe, expect, it } from 'vitest';
import {
  draftFaults,
  draftOf,
  inputOfDraft,
  newDraft,
  switchType,
  withPicked,
  type GoalDraft,
} from './draft.ts';

const event = (url: string, type: 'exact' | 'regexp' = 'exact') => ({
  ...newDraft('action'),
  name: 'Order',
  conditions: [{ type, url }],
});

const codesOf = (draft: GoalDraft) =>
  Object.fromEntries(Object.entries(draftFaults(draft)).map(([path, { code }]) => [path, code]));

describe('goal draft', () => {
  it('finds nothing wrong with a good goal', () => {
    expect(draftFaults(event('order_sent'))).toEqual({});
    expect(draftFaults(event('^order_(sent|paid)$', 'regexp'))).toEqual({});
  });

  it('[G20] names the field of what is missing or not allowed', () => {
    expect(codesOf({ ...event('  '), name: '' })).toEqual({
      name: 'name_missing',
      'conditions.0.url': 'value_empty',
    });
    expect(codesOf(event('a/b'))).toEqual({ 'conditions.0.url': 'characters_forbidden' });
    expect(codesOf(event('(', 'regexp'))).toEqual({ 'conditions.0.url': 'pattern_invalid' });
  });

  it('leaves to the server what only RE2 knows', () => {
    expect(draftFaults(event('(?i)order', 'regexp'))).toEqual({});
  });

  it('[G2] checks every step', () => {
    const draft = { ...newDraft('step'), name: 'Funnel' };
    expect(Object.keys(draftFaults(draft))).toEqual(['steps.0.conditions.0.url', 'steps.1.conditions.0.url']);
  });

  it('[G32] checks the field of its type, and sends it as a number', () => {
    const deep = { ...newDraft('number'), name: 'Deep' };
    const wrong = { depth: { code: 'whole_range', values: { min: 2, max: 1_000 } } };
    for (const depth of ['', '1', 1, 1_001, 'x', '-']) {
      expect(draftFaults({ ...deep, own: { depth } })).toEqual(wrong);
    }
    const sound = { ...deep, own: { depth: '5' } };
    expect(draftFaults(sound)).toEqual({});
    expect(inputOfDraft(sound)).toMatchObject({ type: 'number', depth: 5, conditions: [] });
  });

  it('keeps what was typed when its type is switched, there and back', () => {
    const typed = { ...event('order'), name: 'Order', price: 5, favorite: true };
    const number = switchType('number', typed);
    expect(number).toEqual({ ...newDraft('number'), name: 'Order', price: 5, favorite: true });
    const back = switchType('action', { ...number, name: 'Paid' }, typed);
    expect(back).toEqual({ ...typed, name: 'Paid' });
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

it('[G78] puts what was picked on the page beside what was written, and instead of what is empty', () => {
  const [written, empty, picked] = ['lead', ' ', 'buy'].map((url) => ({ type: 'id' as const, url }));
  expect(withPicked([written!, empty!], [picked!])).toEqual([written, picked]);
  expect(withPicked([picked!, written!], [picked!])).toEqual([written, picked]);
});
