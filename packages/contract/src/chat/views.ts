/** What the widget and the console are shown: settings, a conversation, a person on the site. */
import { z } from 'zod';
import { ClientAttributes, Contact, CustomField } from './message.ts';

/** What the server tells the widget of the counter's chat; also `GET /api/v1/chat/<counter>/widget`. */
export const WidgetSettings = z
  .object({
    enabled: z.boolean(),
    color: z.string().regex(/^#[0-9a-f]{6}$/i),
    side: z.enum(['left', 'right']),
    title: z.string().max(255),
    greeting: z.string().max(1_000),
    offlineText: z.string().max(1_000),
    language: z.string().max(16),
    fields: z.array(z.enum(['name', 'email', 'phone'])),
    departments: z.array(z.object({ id: z.string(), name: z.string() })),
    /** Those whom visitors see with a picture; absent: none. */
    operators: z.array(z.object({ id: z.string(), name: z.string(), picture: z.string() })).optional(),
    /** Where it shows; absent: everywhere. */
    show: z
      .object({
        urls: z.array(
          z.object({ op: z.enum(['is', 'contains', 'starts', 'not_contains']), value: z.string() }),
        ),
        devices: z.enum(['all', 'desktop', 'mobile']),
      })
      .optional(),
  })
  .meta({ id: 'WidgetSettings' });
export type WidgetSettings = z.infer<typeof WidgetSettings>;

export const ConversationView = z
  .object({
    id: z.string(),
    counterId: z.number().int(),
    state: z.enum(['open', 'closed']),
    offline: z.boolean(),
    openedBy: z.enum(['visitor', 'invitation', 'operator']),
    createdAt: z.number(),
    lastMessageAt: z.number(),
    /** When the visitor began to wait for an answer; null while the visitor does not wait. */
    waitingSince: z.number().nullable(),
    lastSeq: z.number().int(),
    lastText: z.string(),
    /** Messages that the asking operator has not read, and no operator has answered [C90]. */
    unread: z.number().int(),
    /** When it was handed to the asking operator, who has not looked since [C91]; absent or null: it was not. */
    calledAt: z.number().nullable().optional(),
    /** Whether it is for the asking operator: their own, their department's, or everyone's; absent: not known. */
    concerns: z.boolean().optional(),
    assignedTo: z.object({ id: z.string(), name: z.string() }).nullable(),
    department: z.string().nullable(),
    tags: z.array(z.string()),
    contact: Contact,
    rating: z.number().int().nullable(),
    /** What the visitor said with the rating; absent: nothing. */
    ratingComment: z.string().optional(),
    /** Number of the last message that the visitor has seen. */
    readByVisitor: z.number().int().optional(),
    blocked: z.boolean(),
    visitor: z.string(),
    goal: z.string().nullable(),
    /** What the page said of the visitor with `setCustomData`. */
    custom: z.array(CustomField).optional(),
    /** What the page said of the visitor with `setClientAttributes`. */
    attributes: ClientAttributes.optional(),
    /** Where it was opened. */
    page: z.object({ url: z.string(), title: z.string() }).optional(),
  })
  .meta({ id: 'Conversation' });
export type ConversationView = z.infer<typeof ConversationView>;

/** Someone on the site now: a row of Users. */
export const Person = z
  .object({
    visitor: z.string(),
    counterId: z.number().int(),
    url: z.string(),
    title: z.string(),
    referrer: z.string(),
    source: z.string(),
    /** The search engine, site or campaign behind `source`, as people call it; absent or empty: not known. */
    engine: z.string().optional(),
    /** What they called themselves, or how they may be reached; absent or empty: not known. */
    name: z.string().optional(),
    country: z.string(),
    device: z.enum(['desktop', 'mobile']),
    browser: z.string(),
    since: z.number(),
    pages: z.number().int(),
    visits: z.number().int(),
    online: z.boolean(),
    invited: z.boolean(),
    conversationId: z.string().nullable(),
    typing: z.string(),
  })
  .meta({ id: 'PersonOnSite' });
export type Person = z.infer<typeof Person>;
