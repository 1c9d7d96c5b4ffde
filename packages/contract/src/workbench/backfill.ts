/** Past completions of a goal, computed once from stored hits and kept beside what was counted; ours. */
import { z } from 'zod';

export const MAX_BACKFILL_DAYS = 365;
/** Days that screens offer. */
export const BACKFILL_DAYS = [7, 28, 90, 365] as const;
const DEFAULT_DAYS = 90;

export const BackfillInput = z
  .object({
    days: z
      .number()
      .int()
      .min(1)
      .max(MAX_BACKFILL_DAYS)
      .default(DEFAULT_DAYS)
      .describe('Before the moment since which the goal is counted.'),
  })
  .meta({ id: 'BackfillInput' });
export type BackfillInput = z.infer<typeof BackfillInput>;

const Moment = z.number().int().describe('Milliseconds since the epoch.');

export const Backfill = z.object({
  state: z.enum(['running', 'done', 'removing']),
  share: z.number().describe('Of the work that is done, from 0 to 1.'),
  reaches: z.number().int().describe('Found so far.'),
  from: Moment,
  to: Moment,
  asked_by: z.string(),
  created_at: Moment,
  finished_at: Moment.nullable(),
  waits_for: z.string().describe('Why it does not go on now; empty: it does, or it is done.'),
});
export type Backfill = z.infer<typeof Backfill>;

export const GoalCounting = z.object({
  goal_id: z.number().int(),
  counted_since: Moment.describe('When the goal was made: what came before is counted by a backfill alone.'),
  backfill: Backfill.nullable(),
});
export type GoalCounting = z.infer<typeof GoalCounting>;

export const GoalCountingEnvelope = z.object({ goal: GoalCounting }).meta({ id: 'GoalCountingEnvelope' });
export const GoalCountingList = z.object({ goals: z.array(GoalCounting) }).meta({ id: 'GoalCountingList' });
