/** One visitor's timeline: visits with what happened in them, conversations and invitations in their places. */
import { z } from 'zod';
import { VisitView } from '../../reports/visits.ts';
import { ChatFile, Contact, MessageKind } from '../message.ts';

/** Milliseconds since the epoch. */
const Instant = z.number().int();

export const TimelineMessage = z.object({
  seq: z.number().int(),
  kind: MessageKind,
  author: z.string(),
  text: z.string(),
  file: ChatFile.nullable(),
  at: Instant,
});

export const TimelineItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page'), at: Instant, url: z.string(), title: z.string() }),
  z.object({
    kind: z.literal('event'),
    at: Instant,
    /** What the page did: an event by name, a click on a link, a sent form, parameters and so on. */
    what: z.string(),
    name: z.string(),
    url: z.string(),
  }),
  z.object({
    kind: z.literal('order'),
    at: Instant,
    action: z.string(),
    order: z.string(),
    /** Null: the page did not say. */
    price: z.number().nullable(),
    currency: z.string(),
    products: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('goal'),
    at: Instant,
    id: z.number().int(),
    name: z.string(),
    price: z.number(),
    currency: z.string(),
  }),
  z.object({
    kind: z.literal('invitation'),
    at: Instant,
    /** What became of it. */
    what: z.enum(['shown', 'seen', 'accepted', 'closed']),
    /** Name of the rule; empty: it is there no more. */
    rule: z.string(),
  }),
  z.object({
    kind: z.literal('conversation'),
    at: Instant,
    id: z.string(),
    state: z.enum(['open', 'closed']),
    openedBy: z.enum(['visitor', 'invitation', 'operator']),
    messages: z.array(TimelineMessage),
    /** Messages that the answer has no room for. */
    left_out: z.number().int(),
  }),
]);
export type TimelineItem = z.infer<typeof TimelineItem>;

export const VisitorTimeline = z
  .object({
    counter_id: z.number().int(),
    visitor: z.string(),
    /** Of all visits; null: analytics knows none. */
    first_visit_at: Instant.nullable(),
    visits_total: z.number().int(),
    /** Prices of all goals reached, by currency, largest first. */
    revenue: z.array(z.object({ currency: z.string(), revenue: z.number() })),
    /** What the visitor said of themselves in the chat; null: nothing, or the caller may not read the chat. */
    contact: Contact.nullable(),
    /** Whether the caller may read conversations; where not, there are none here. */
    reads_chat: z.boolean(),
    /** Newest first; what happened in each, oldest first. */
    visits: z.array(
      VisitView.extend({
        items: z.array(TimelineItem),
        /** Hits that the answer has no room for. */
        left_out: z.number().int(),
      }),
    ),
    /** What happened before every visit that analytics knows; on the last page alone. */
    before_visits: z.array(TimelineItem),
    /** Give it as `after` for earlier visits; null: there are no more. */
    next: z.string().nullable(),
  })
  .meta({ id: 'VisitorTimeline' });
export type VisitorTimeline = z.infer<typeof VisitorTimeline>;
