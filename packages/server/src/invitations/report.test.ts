import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InvitationEvent } from './port.ts';
import { invitationReport, OUTCOME_MS } from './report.ts';
import { testRule } from './test-rule.ts';
import { upliftOf } from './uplift.ts';

const SHOWN_AT = Date.UTC(2026, 10, 20, 12, 0, 0, 700);

const event = (
  visitor: string,
  kind: InvitationEvent['kind'],
  changes: Partial<InvitationEvent> = {},
): InvitationEvent => ({
  counterId: 7,
  ruleId: 'rule-1',
  variant: 0,
  control: false,
  visitor,
  kind,
  at: SHOWN_AT,
  ...changes,
});

describe('[C45] uplift', () => {
  it.each([
    // Newcombe 1998, table II, method 10.
    [{ some: 56, all: 70 }, { some: 48, all: 80 }, 0.2, 0.0524, 0.3339],
    [{ some: 9, all: 10 }, { some: 3, all: 10 }, 0.6, 0.1705, 0.809],
    [{ some: 10, all: 10 }, { some: 0, all: 10 }, 1, 0.6075, 1],
    [{ some: 0, all: 10 }, { some: 0, all: 20 }, 0, -0.1611, 0.2775],
  ])('of %j against %j', (asked, control, value, low, high) => {
    const uplift = upliftOf(asked, control);
    expect(uplift?.value).toBeCloseTo(100 * value, 6);
    expect(uplift?.low).toBeCloseTo(100 * low, 1);
    expect(uplift?.high).toBeCloseTo(100 * high, 1);
  });

  it('is not there while a group is empty', () => {
    expect(upliftOf({ some: 0, all: 0 }, { some: 1, all: 2 })).toBeNull();
    expect(upliftOf({ some: 1, all: 2 }, { some: 0, all: 0 })).toBeNull();
  });

  it('lies within its interval, and the interval within what is possible', () => {
    const share = fc
      .tuple(fc.nat({ max: 500 }), fc.integer({ min: 1, max: 500 }))
      .map(([some, all]) => ({ some: Math.min(some, all), all }));
    fc.assert(
      fc.property(share, share, (asked, control) => {
        const { value, low, high } = upliftOf(asked, control) ?? { value: NaN, low: 0, high: 0 };
        expect(low).toBeGreaterThanOrEqual(-100 - 1e-9);
        expect(low).toBeLessThanOrEqual(value + 1e-9);
        expect(high).toBeGreaterThanOrEqual(value - 1e-9);
        expect(high).toBeLessThanOrEqual(100 + 1e-9);
      }),
    );
  });
});

describe('the report', () => {
  it('[M34] counts what followed the first showing, each group apart', () => {
    const report = invitationReport({
      rule: testRule({ texts: ['Can I help?', 'Any questions?'] }),
      currency: 'EUR',
      events: [
        event('a', 'shown'),
        event('a', 'seen'),
        event('a', 'accepted', { at: SHOWN_AT + 5_000 }),
        event('a', 'shown', { at: SHOWN_AT + 86_400_000 }),
        event('b', 'shown', { variant: 1 }),
        event('c', 'shown', { control: true }),
        event('nobody', 'seen'),
      ],
      conversations: [
        { visitor: 'a', at: SHOWN_AT + 5_000 },
        { visitor: 'b', at: SHOWN_AT - 2_000 },
        { visitor: 'c', at: SHOWN_AT + OUTCOME_MS + 1 },
        { visitor: 'stranger', at: SHOWN_AT },
      ],
      reaches: [
        { visitor: 'a', goalId: 1, at: SHOWN_AT + 60_000, price: 10, currency: 'EUR' },
        { visitor: 'a', goalId: 1, at: SHOWN_AT + 70_000, price: 5, currency: 'USD' },
        { visitor: 'b', goalId: 1, at: SHOWN_AT - 60_000, price: 99, currency: 'EUR' },
        // Stored with whole seconds: of the showing's own second.
        { visitor: 'c', goalId: 1, at: SHOWN_AT - 700, price: 0, currency: 'EUR' },
      ],
    });
    const nothing = {
      seen: 0,
      accepted: 0,
      conversations: 0,
      converted: 0,
      goals: 0,
      revenue: 0,
      other_revenue: [],
    };
    const one = {
      visitors: 1,
      shown: 2,
      held: 0,
      seen: 1,
      accepted: 1,
      conversations: 1,
      converted: 1,
      goals: 2,
      revenue: 10,
      other_revenue: [{ currency: 'USD', revenue: 5 }],
    };
    expect(report).toEqual({
      rule_id: 'rule-1',
      currency: 'EUR',
      variants: [
        { variant: 0, text: 'Can I help?', ...one },
        { variant: 1, text: 'Any questions?', ...nothing, visitors: 1, shown: 1, held: 0 },
      ],
      total: { ...one, visitors: 2, shown: 3 },
      control: { ...nothing, visitors: 1, shown: 0, held: 1, converted: 1, goals: 1 },
      uplift: expect.objectContaining({ value: -50 }),
      conversation_uplift: expect.objectContaining({ value: 50 }),
      few_data: true,
    });
  });
});
