/** A funnel with every name looked up, as it is compiled. */
import type { FunnelScope, FunnelStep } from '@goalpost/contract/reports/funnels';
import type { PlannedAction } from '../actions/action.ts';
import type { Plan } from '../plan/plan.ts';

export interface AskedFunnel {
  /** Its period, filters and dimension are about the visits of first steps. */
  readonly plan: Plan;
  readonly steps: readonly FunnelStep[];
  readonly actions: readonly PlannedAction[];
  readonly scope: FunnelScope;
  readonly window: number | null;
  readonly limit: number;
  readonly offset: number;
}
