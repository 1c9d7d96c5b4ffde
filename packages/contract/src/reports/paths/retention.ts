/** Retention by any two actions. Ours alone, at `/api/v1/retention`. */
import { z } from 'zod';
import { sums } from '../answers/sums.ts';
import { ACTIONS } from '../actions.ts';

export const RETENTION_UNITS = ['day', 'week', 'month'] as const;
export type RetentionUnit = (typeof RETENTION_UNITS)[number];

/** Whether intervals are those of the calendar, or counted from each visitor's own beginning. */
export const RETENTION_MODES = ['calendar', 'rolling'] as const;
export type RetentionMode = (typeof RETENTION_MODES)[number];

export const MAX_RETENTION_INTERVALS = 60;

/** `visit` is anything that a visitor does. */
export const RetentionAction = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('visit'), filter: ACTIONS.page.shape.filter }),
    ACTIONS.page,
    ACTIONS.event,
    ACTIONS.download,
    ACTIONS.goal,
    ACTIONS.chat,
  ])
  .meta({ id: 'RetentionAction' });
export type RetentionAction = z.infer<typeof RetentionAction>;

const Returned = z
  .array(z.number().int())
  .describe('Visitors who came back in the interval after so many others, from the next one on.');

export const RetentionResponse = z
  .object({
    query: z.record(z.string(), z.unknown()),
    data: z
      .array(
        z.object({
          from: z.string().describe('First day of the cohort, `YYYY-MM-DD`.'),
          visitors: z
            .number()
            .int()
            .describe('Who did the first action then, for the first time in the period.'),
          returned: Returned.describe(
            'Of them, who did the second action in each later interval that has begun by the end of what is counted.',
          ),
        }),
      )
      .describe('Cohorts, oldest first.'),
    totals: z.object({
      visitors: z.number().int(),
      returned: Returned,
      of: z.array(z.number().int()).describe('Visitors of the cohorts that have such an interval.'),
    }),
    sums,
  })
  .meta({ id: 'RetentionResponse' });
export type RetentionResponse = z.infer<typeof RetentionResponse>;
