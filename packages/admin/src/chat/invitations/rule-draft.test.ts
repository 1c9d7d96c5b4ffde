import { InvitationRuleInput } from '@goalpost/contract/chat';
import { describe, expect, it } from 'vitest';
import { lastDays } from './report-days.ts';
import { CONDITION_KINDS, newCondition, NEW_RULE, readyRule, ruleFaults } from './rule-draft.ts';
import { unitOf } from './seconds-input.tsx';
import { verdictOf } from './uplift-words.tsx';

const whole = { ...NEW_RULE, name: 'Cart', texts: ['Can I help?'] };

describe('a rule', () => {
  it('is what the API takes, with a condition of every kind', () => {
    const filled = CONDITION_KINDS.map(newCondition).map((condition) => {
      if ('value' in condition) return { ...condition, value: 'x' };
      if ('any' in condition) return { ...condition, any: ['DE'] };
      return condition.on === 'goal' ? { ...condition, goalId: 7 } : condition;
    });
    const rule = { ...whole, conditions: filled };
    expect(ruleFaults(rule)).toEqual({});
    expect(InvitationRuleInput.parse(readyRule(rule))).toMatchObject({ name: 'Cart' });
    expect(new Set(filled.map(({ on }) => on)).size).toBe(CONDITION_KINDS.length);
  });

  it('says what is missing', () => {
    expect(ruleFaults(NEW_RULE)).toEqual({ name: 'needName', 'texts.0': 'needText' });
    const empty = { ...whole, conditions: [], schedule: { days: [], from: '09:00', to: '18:00' } };
    expect(ruleFaults(empty)).toEqual({ conditions: 'needCondition', schedule: 'needDays' });
    const conditions = (['page_url', 'source', 'goal', 'exit_intent'] as const).map(newCondition);
    expect(Object.keys(ruleFaults({ ...whole, conditions }))).toEqual([
      'conditions.0',
      'conditions.1',
      'conditions.2',
    ]);
  });

  it('that hides the chat needs no text', () => {
    const hiding = { ...whole, action: 'hide' as const, texts: [''] };
    expect(ruleFaults(hiding)).toEqual({});
    expect(InvitationRuleInput.safeParse(readyRule(hiding)).success).toBe(true);
  });
});

it('claims a change only where the interval leaves out nothing', () => {
  expect(verdictOf({ value: 2, low: 0.5, high: 4 })).toBe('better');
  expect(verdictOf({ value: -2, low: -4, high: -0.5 })).toBe('worse');
  expect(verdictOf({ value: 2, low: -0.5, high: 4 })).toBe('unclear');
});

it('shows lengths of time in the largest whole unit', () => {
  expect([0, 30, 90, 120, 3_600, 86_400].map(unitOf)).toEqual([
    'second',
    'second',
    'second',
    'minute',
    'hour',
    'day',
  ]);
});

it('reports on the last days with today among them', () => {
  expect(lastDays(7, Date.parse('2026-03-12T10:00:00Z'))).toEqual({ from: '2026-03-06', to: '2026-03-12' });
});
