/** What a goal would have counted, asked before it is made or changed; ours beyond the field, under `/api/v1`. */
import { z } from 'zod';
import { GoalInput, GoalWarningItem } from '../goals/goals.ts';
import { ReachPrice } from './reach-price.ts';

export const MAX_PREVIEW_DAYS = 90;
/** Days that screens ask for. */
export const PREVIEW_DAYS = 28;

export const GoalPreviewInput = z
  .object({
    goal: GoalInput,
    goal_id: z
      .number()
      .int()
      .optional()
      .describe('Of the goal that would be replaced; absent: it would be a new one.'),
    days: z.number().int().min(1).max(MAX_PREVIEW_DAYS).default(PREVIEW_DAYS),
  })
  .meta({ id: 'GoalPreviewInput' });
export type GoalPreviewInput = z.infer<typeof GoalPreviewInput>;

const Count = z.number().int();

export const GoalPreviewExample = z.object({
  at: z.number().int().describe('Milliseconds since the epoch.'),
  kind: z.string(),
  identifier: z.string(),
  url: z.string().describe('Of the page view, or where the link or the file is.'),
  page: z.string(),
  traffic_source: z.string().describe('Of the visit; empty: not known.'),
  source_engine: z.string(),
  worth: ReachPrice,
});
export type GoalPreviewExample = z.infer<typeof GoalPreviewExample>;

export const GoalPreview = z
  .object({
    days: Count,
    /** Completions; an estimate where it is of a sample. */
    count: Count,
    /** Of a sample of the visitors, and not of all. */
    sampled: z.boolean(),
    share: z.number().describe('Of the visitors that were looked at, from 0 to 1.'),
    hits: Count.describe('Stored hits that were looked at.'),
    facts_since: Count.nullable().describe(
      'When the first hit of the kinds that the goal looks at was stored, in milliseconds since the epoch; null: none yet.',
    ),
    points: z.array(z.object({ date: z.string(), count: Count })),
    /** Latest first. */
    examples: z.array(GoalPreviewExample),
    warnings: z.array(GoalWarningItem),
  })
  .meta({ id: 'GoalPreview' });
export type GoalPreview = z.infer<typeof GoalPreview>;
