/** What happened and no goal of its own counts, with the goal that would. Ours, under `/api/v1`. */
import { z } from 'zod';
import { Condition, GoalTypeId } from '../goals/goals.ts';

export const GoalSuggestion = z.object({
  hits: z.number().int().describe('How often it happened in these days.'),
  goal: z
    .object({ type: GoalTypeId, conditions: z.array(Condition) })
    .describe('The goal, but for its name.'),
});
export type GoalSuggestion = z.infer<typeof GoalSuggestion>;

export const GoalSuggestions = z
  .object({
    days: z.number().int(),
    /** Most frequent first. */
    suggestions: z.array(GoalSuggestion),
    others: z.number().int().describe('Further ones that are not listed.'),
  })
  .meta({ id: 'GoalSuggestions' });
export type GoalSuggestions = z.infer<typeof GoalSuggestions>;
