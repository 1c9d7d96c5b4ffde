/** What an answer says of days of which only sums are left. Ours beyond the field's API. Rules: docs/spec/metrics.md. */
import { z } from 'zod';

/** Why days of sums are left out of an answer. */
export const SUMS_REASONS = [
  'rows',
  'dimensions',
  'metrics',
  'filters',
  'hours',
  'robots',
  'models',
] as const;
export type SumsReason = (typeof SUMS_REASONS)[number];

export const SumsNote = z
  .object({
    from: z.string().describe('First day of the period of which only sums are left.'),
    to: z.string().describe('Last day of it.'),
    time_zone: z
      .string()
      .describe(
        'Where these days begin, whatever zone is asked for. Of counters in several zones: all, parted by commas.',
      ),
    answered: z.boolean().describe('False: these days are left out of the answer.'),
    reason: z
      .enum(SUMS_REASONS)
      .nullable()
      .describe('Why they are left out: the question needs what sums do not hold; null: they are not.'),
    message: z.string().describe('The same as a sentence, in the language of the answer.'),
  })
  .meta({ id: 'SumsNote' });
export type SumsNote = z.infer<typeof SumsNote>;

export const sums = SumsNote.optional().describe(
  'Of a period with days of which only sums are left. Users of these days count anew each day. Absent where there are none.',
);
