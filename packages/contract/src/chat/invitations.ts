/** Invitation rules: as the owner writes them, and as a page gets them. Rules: docs/spec/chat.md, C42 to C44. */
import { z } from 'zod';
import { MAX_MESSAGE_LENGTH } from './limits.ts';

/** One condition of an invitation rule. `server` conditions are decided before the rule reaches the page. */
export const RuleCondition = z.discriminatedUnion('on', [
  z.object({ on: z.literal('time_on_page'), seconds: z.number().int().min(0).max(86_400) }),
  z.object({ on: z.literal('time_on_site'), seconds: z.number().int().min(0).max(86_400) }),
  z.object({
    on: z.literal('page_url'),
    op: z.enum(['is', 'contains', 'starts', 'not_contains']),
    value: z.string().max(2_048),
  }),
  z.object({
    on: z.literal('referrer'),
    op: z.enum(['contains', 'not_contains']),
    value: z.string().max(2_048),
  }),
  z.object({ on: z.literal('source'), any: z.array(z.string().max(32)).max(20) }),
  z.object({
    on: z.literal('utm'),
    field: z.enum(['source', 'medium', 'campaign', 'content', 'term']),
    value: z.string().max(255),
  }),
  z.object({ on: z.literal('pages_seen'), atLeast: z.number().int().min(1).max(1_000) }),
  z.object({
    on: z.literal('visit_number'),
    atLeast: z.number().int().min(1),
    atMost: z.number().int().min(1).nullable(),
  }),
  z.object({ on: z.literal('country'), any: z.array(z.string().length(2)).max(250) }),
  z.object({ on: z.literal('language'), any: z.array(z.string().max(8)).max(50) }),
  z.object({ on: z.literal('device'), is: z.enum(['desktop', 'mobile']) }),
  z.object({ on: z.literal('scroll'), percent: z.number().int().min(1).max(100) }),
  z.object({ on: z.literal('exit_intent') }),
  /** Something was put in and not bought yet, as the page's data layer tells it. */
  z.object({ on: z.literal('cart'), filled: z.boolean() }),
  z.object({ on: z.literal('goal'), goalId: z.number().int(), reached: z.boolean() }),
  z.object({ on: z.literal('online'), is: z.boolean() }),
  z.object({ on: z.literal('since_closed'), seconds: z.number().int().min(0) }),
  z.object({ on: z.literal('since_invitation'), seconds: z.number().int().min(0) }),
]);
export type RuleCondition = z.infer<typeof RuleCondition>;

export const InvitationRuleInput = z
  .object({
    name: z.string().trim().min(1).max(255),
    enabled: z.boolean().default(true),
    /** Higher first. */
    priority: z.number().int().min(0).max(1_000).default(0),
    join: z.enum(['all', 'any']).default('all'),
    conditions: z.array(RuleCondition).min(1).max(20),
    frequency: z.enum(['visit', 'day', 'ever']).default('visit'),
    action: z.enum(['message', 'open', 'offline_form', 'hide']).default('message'),
    /** In whose name; empty: the counter's title. */
    author: z.string().max(255).default(''),
    /** One text, or several that share the visitors equally (A/B). */
    texts: z.array(z.string().trim().min(1).max(MAX_MESSAGE_LENGTH)).min(1).max(5),
    /** Percent of visitors who get none, to measure against [C43]; the web app proposes 10. */
    controlPercent: z.number().int().min(0).max(90).default(0),
    schedule: z
      .object({ days: z.array(z.number().int().min(1).max(7)), from: z.string(), to: z.string() })
      .nullable()
      .default(null),
  })
  .meta({ id: 'InvitationRuleInput' });
export type InvitationRuleInput = z.infer<typeof InvitationRuleInput>;

export const InvitationRule = InvitationRuleInput.extend({
  id: z.string(),
  counterId: z.number().int(),
}).meta({
  id: 'InvitationRule',
});
export type InvitationRule = z.infer<typeof InvitationRule>;

/** A rule as the page gets it: server conditions already decided, one variant chosen. */
export interface RuleForPage {
  readonly id: string;
  readonly priority: number;
  readonly join: 'all' | 'any';
  readonly conditions: readonly RuleCondition[];
  readonly frequency: 'visit' | 'day' | 'ever';
  readonly action: InvitationRule['action'];
  readonly author: string;
  readonly text: string;
  readonly variant: number;
  /** The page records that it would have shown it, and shows nothing. */
  readonly control: boolean;
}
