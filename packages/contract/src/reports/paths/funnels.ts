/** Funnels of the owner's own steps. Ours alone, at `/api/v1/funnels`. */
import { z } from 'zod';
import { sums } from '../answers/sums.ts';
import { ACTIONS } from '../actions.ts';
import { DimensionValue } from '../stat.ts';

export const MAX_FUNNEL_STEPS = 10;
export const MAX_FUNNEL_DAYS = 90;

/** Whose steps are joined: those of one visit, or of all visits of a visitor. */
export const FUNNEL_SCOPES = ['visit', 'visitor'] as const;
export type FunnelScope = (typeof FUNNEL_SCOPES)[number];

const ofStep = {
  label: z.string().trim().min(1).max(255).optional().describe('What people call the step.'),
  directly: z
    .boolean()
    .optional()
    .describe('No other page view lies between the step before and this one; else anything may.'),
};

export const FunnelStep = z
  .discriminatedUnion('type', [
    ACTIONS.page.extend(ofStep),
    ACTIONS.event.extend(ofStep),
    ACTIONS.download.extend(ofStep),
    ACTIONS.goal.extend(ofStep),
    ACTIONS.chat.extend(ofStep),
  ])
  .meta({ id: 'FunnelStep' });
export type FunnelStep = z.infer<typeof FunnelStep>;

export const FunnelSteps = z.array(FunnelStep).min(2).max(MAX_FUNNEL_STEPS);

const FunnelCount = z.object({
  reached: z.number().int().describe('Visits or visitors that came at least as far as this step.'),
  lost: z.number().int().describe('Those of them that came no further; 0 at the last step.'),
  share: z.number().nullable().describe('Per cent of those who reached the first step.'),
  step_share: z.number().nullable().describe('Per cent of those who reached the step before.'),
  median_seconds: z
    .number()
    .int()
    .nullable()
    .describe('From the first step to this one at the shortest, the lower median of those who reached it.'),
});
export type FunnelCount = z.infer<typeof FunnelCount>;

export const FunnelResponse = z
  .object({
    query: z.record(z.string(), z.unknown()),
    totals: z.array(FunnelCount).describe('By step.'),
    data: z
      .array(z.object({ dimension: DimensionValue, steps: z.array(FunnelCount) }))
      .describe('By values of the dimension in the visit of the first step.'),
    total_rows: z.number().int(),
    sums,
  })
  .meta({ id: 'FunnelResponse' });
export type FunnelResponse = z.infer<typeof FunnelResponse>;

export const FunnelPerson = z.object({
  visitor: z.string().describe('`clientID` of reports.'),
  counter_id: z.number().int(),
  visit: z.string().describe('The visit in which the step was reached.'),
  entered_at: z.string().describe('When the first step was reached, RFC 3339.'),
  reached_at: z.string().describe('When the furthest step was reached, RFC 3339.'),
  page: z.string().describe('Address of the page on which that was.'),
});
export type FunnelPerson = z.infer<typeof FunnelPerson>;

export const FunnelPeopleResponse = z
  .object({
    query: z.record(z.string(), z.unknown()),
    data: z.array(FunnelPerson).describe('Latest first.'),
    total_rows: z.number().int(),
  })
  .meta({ id: 'FunnelPeopleResponse' });
export type FunnelPeopleResponse = z.infer<typeof FunnelPeopleResponse>;
