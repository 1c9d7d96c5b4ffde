/** The five steps from visitors to revenue, as the strip shows them; pure. */
import type { ChatFunnel } from '@goalpost/contract/chat';
import { changeOf, type Change } from '../report/state/change.ts';

export const STEPS = ['visitors', 'invited', 'conversations', 'goals', 'revenue'] as const;
export type StepName = (typeof STEPS)[number];

export interface FunnelStep {
  readonly name: StepName;
  readonly value: number;
  /** Percent of what comes before; null where that is nothing, or nothing comes before. */
  readonly share: number | null;
  /** What the share is of what comes before, where that is not the value: those who wrote, not their conversations. */
  readonly part: number;
  /** Undefined: nothing was to be compared. */
  readonly before: number | undefined;
  readonly change: Change | undefined;
  /** What the number leaves out, where it is money. */
  readonly others: ChatFunnel['other_revenue'];
}

const percent = (part: number, whole: number): number | null => (whole === 0 ? null : (part / whole) * 100);

/** @param before the same of the period that this one is compared with */
export function funnelSteps(now: ChatFunnel, before: ChatFunnel | undefined): FunnelStep[] {
  const shares: Record<StepName, number | null> = {
    visitors: null,
    invited: percent(now.invited, now.visitors),
    conversations: percent(now.conversing, now.visitors),
    goals: percent(now.goals, now.conversations),
    revenue: percent(now.revenue, now.revenue_of_all),
  };
  return STEPS.map((name) => ({
    name,
    value: now[name],
    share: shares[name],
    part: name === 'conversations' ? now.conversing : now[name],
    before: before?.[name],
    change: before && changeOf(now[name], before[name], weightOf(name, now, before)),
    others: name === 'revenue' ? now.other_revenue : [],
  }));
}

/** Money weighs as much as the visitors it is of. */
function weightOf(name: StepName, now: ChatFunnel, before: ChatFunnel): [number, number] | undefined {
  return name === 'revenue' ? [now.conversing, before.conversing] : undefined;
}
