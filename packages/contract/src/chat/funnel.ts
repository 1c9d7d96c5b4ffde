/** `GET …/chat/funnel`: from visitors over conversations to revenue, in a period [M19]–[M24]. */
import { z } from 'zod';
import { OtherRevenue } from '../reports/stat.ts';
import { sums } from '../reports/answers/sums.ts';

export const ChatFunnel = z
  .object({
    /** First and last day, `YYYY-MM-DD`, in the counter's time zone. */
    date1: z.string(),
    date2: z.string(),
    /** Of the revenue: the counter's. */
    currency: z.string(),
    /** What reports call `users`. */
    visitors: z.number().int(),
    /** Visitors whom a rule's invitation was shown to, or whom an operator wrote to first. */
    invited: z.number().int(),
    conversations: z.number().int(),
    /** Visitors who had them. */
    conversing: z.number().int(),
    /** Reaches of the chat's four goals. */
    goals: z.number().int(),
    /** Numbers of those of the four goals that the counter has. */
    goal_ids: z.array(z.number().int()),
    /** Of those who had a conversation, from its first message on. */
    revenue: z.number(),
    other_revenue: OtherRevenue.describe('What `revenue` leaves out: sums in other currencies.'),
    /** Of all visitors: what `revenue` is a part of. */
    revenue_of_all: z.number(),
    other_revenue_of_all: OtherRevenue,
    sums,
  })
  .meta({ id: 'ChatFunnel' });
export type ChatFunnel = z.infer<typeof ChatFunnel>;
