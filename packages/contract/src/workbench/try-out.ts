/** Trying goals out: the hits of the owner's own browser, and why each goal was reached or was not; ours. */
import { z } from 'zod';
import { ReachPrice } from './reach-price.ts';

export const TestModeLink = z
  .object({
    token: z.string(),
    url: z.string().describe('A page of the site; the browser that opens it is watched.'),
    expires_at: z.number().int().describe('Milliseconds since the epoch.'),
  })
  .meta({ id: 'TestModeLink' });
export type TestModeLink = z.infer<typeof TestModeLink>;

/** What became of a goal at a hit. */
export const TEST_OUTCOMES = [
  'reached',
  'no_fit',
  'other_kind',
  'space',
  'earlier_step',
  'only_automatic',
  'counted_before',
  'same_second',
  'visit_full',
  'robot',
  'deleted',
  'switch_off',
  'vendor_off',
  'changed_since',
] as const;
/** Why nothing of a page was counted: those refusals that its owner can do something about. */
export const TEST_REFUSALS = ['origin', 'own_visit', 'no_consent'] as const;
export const TestOutcome = z.enum(TEST_OUTCOMES);
export type TestOutcome = z.infer<typeof TestOutcome>;

export const TestedGoal = z.object({
  goal_id: z.number().int().describe('0: an automatic goal that was not made.'),
  name: z.string(),
  outcome: TestOutcome,
  conditions: z
    .array(
      z.object({
        type: z.string().optional().describe('Of a step, or of a goal of several: its type.'),
        value: z.string().describe('Begins with the type where there is one.'),
        fits: z.boolean(),
        earlier: z.boolean().describe('An earlier hit of the visit met it, where that counts.'),
      }),
    )
    .describe('Its conditions, or its steps, each by itself; empty where it has none.'),
  worth: ReachPrice.optional().describe('Where it was reached.'),
});
export type TestedGoal = z.infer<typeof TestedGoal>;

export const TestedHit = z.object({
  at: z.number().int(),
  kind: z.string(),
  identifier: z.string(),
  url: z.string(),
  page: z.string(),
  refused: z.boolean().describe('Nothing of it is counted.'),
  refused_by: z
    .enum(TEST_REFUSALS)
    .optional()
    .describe(
      'The host of the page is not among those that the counter takes; the browser is one whose visits are left out; the visitor has not agreed.',
    ),
  goals: z.array(TestedGoal),
});
export type TestedHit = z.infer<typeof TestedHit>;

export const TestModeFeed = z
  .object({
    expires_at: z.number().int(),
    /** Latest first. */
    hits: z.array(TestedHit),
  })
  .meta({ id: 'TestModeFeed' });
export type TestModeFeed = z.infer<typeof TestModeFeed>;
