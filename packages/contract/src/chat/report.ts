/** `GET …/chat/rules/<rule>/report`: what a rule's invitations brought, against a group that got none [C45]. */
import { z } from 'zod';
import { OtherRevenue } from '../reports/stat.ts';
import { InvitationRule } from './invitations.ts';

const Group = z.object({
  /** Distinct visitors whom the invitation was shown to; in the control group, would have been. */
  visitors: z.number().int(),
  /** How often it was shown: never in the control group. */
  shown: z.number().int(),
  /** How often it would have been shown and was not: never outside of the control group. */
  held: z.number().int(),
  seen: z.number().int(),
  accepted: z.number().int(),
  /** Visitors who began a conversation within seven days after it. */
  conversations: z.number().int(),
  /** Visitors who reached a goal within seven days after it; the chat's own automatic goals do not count. */
  converted: z.number().int(),
  /** Reaches of those goals. */
  goals: z.number().int(),
  /** In the counter's currency. */
  revenue: z.number(),
  other_revenue: OtherRevenue.describe('What `revenue` leaves out: sums in other currencies.'),
});
export type InvitationGroup = z.infer<typeof Group>;

/** A difference of two shares, in percentage points, with its 95 % interval. */
const Uplift = z.object({ value: z.number(), low: z.number(), high: z.number() });
export type Uplift = z.infer<typeof Uplift>;

export const InvitationReport = z
  .object({
    rule_id: z.string(),
    currency: z.string(),
    variants: z.array(Group.extend({ variant: z.number().int(), text: z.string() })),
    /** All variants together. */
    total: Group,
    control: Group,
    /** Of converted visitors; null while a group is empty. */
    uplift: Uplift.nullable(),
    /** Of conversations begun; null while a group is empty. */
    conversation_uplift: Uplift.nullable(),
    /** A group has fewer than 100 visitors: claim nothing. */
    few_data: z.boolean(),
  })
  .meta({ id: 'InvitationReport' });
export type InvitationReport = z.infer<typeof InvitationReport>;

export const InvitationRuleList = z.object({ rules: z.array(InvitationRule) });
export const InvitationRuleAnswer = z.object({ rule: InvitationRule });
