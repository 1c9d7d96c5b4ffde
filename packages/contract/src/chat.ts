/**
 * The chat's wire: frames between the visitor's widget, the operator's console and the server, version 1.
 * One WebSocket each: `/chat/v1/visitor/<counter>` and `/chat/v1/operator`. Rules: docs/spec/chat.md.
 */
import { z } from 'zod';
import type { RuleForPage } from './chat-invitations.ts';
import { CHAT_VERSION, MAX_MESSAGE_LENGTH, MAX_VISIT_AGE, MAX_VISIT_PAGES } from './chat-limits.ts';

export const ChatFile = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  bytes: z.number().int(),
});
export type ChatFile = z.infer<typeof ChatFile>;

export const MessageKind = z.enum(['visitor', 'operator', 'invitation', 'note', 'system']);
export type MessageKind = z.infer<typeof MessageKind>;

export const ChatMessage = z
  .object({
    conversationId: z.string(),
    /** From 1, without gaps in a conversation; to visitors notes are missing [C8]. */
    seq: z.number().int().positive(),
    kind: MessageKind,
    /** Display name; empty for the visitor. */
    author: z.string(),
    /**
     * An operator's account; of an invitation its rule. Null: the visitor, the server, or an invitation that the
     * page's own script showed, whose words the server has from the page alone.
     */
    authorId: z.string().nullable(),
    text: z.string(),
    file: ChatFile.nullable(),
    /** The sender's own key [C2]. */
    key: z.string(),
    /** Milliseconds since the epoch. */
    at: z.number(),
  })
  .meta({ id: 'ChatMessage' });
export type ChatMessage = z.infer<typeof ChatMessage>;

/** Kept to the letter, so that what comes again is known again. */
const Key = z
  .string()
  .min(8)
  .max(64)
  .refine((key) => !/\p{Surrogate}/u.test(key));
const Text = z.string().trim().min(1).max(MAX_MESSAGE_LENGTH);
export const Contact = z
  .object({
    name: z.string().trim().max(255),
    email: z.string().trim().max(255),
    phone: z.string().trim().max(64),
    description: z.string().trim().max(2_000),
  })
  .partial();
export type Contact = z.infer<typeof Contact>;

export const CustomField = z.object({
  title: z.string().max(255).optional(),
  key: z.string().max(255).optional(),
  content: z.string().max(1_000),
  link: z.string().max(1_000).optional(),
});
export type CustomField = z.infer<typeof CustomField>;

/** Where the visitor is now, as the page tells it. */
const Page = z.object({
  url: z.string().max(2_048),
  title: z.string().max(400),
  referrer: z.string().max(2_048),
});

/** Which department the visitor asks for, where they chose one; counts when it opens a conversation [C46]. */
const DepartmentId = z.string().max(64).nullable().optional();

/** Values by the owner's ids of attributes, as the page's `setClientAttributes` gives them. */
export const ClientAttributes = z
  .record(z.string().min(1).max(64), z.union([z.string().max(1_000), z.number()]))
  .refine((attributes) => Object.keys(attributes).length <= 50);
export type ClientAttributes = z.infer<typeof ClientAttributes>;

/** As analytics numbers visitors: an unsigned integer of 64 bits, decimal. */
export const VisitorNumber = z
  .string()
  .regex(/^\d{1,20}$/)
  .refine((digits) => BigInt(digits) < 1n << 64n);

/** From the widget. `hello` first; the server closes a socket that says anything else before. */
export const VisitorFrame = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    version: z.literal(CHAT_VERSION),
    /** `_ym_uid`, for goals and the visitor's story. */
    visitor: VisitorNumber,
    /** Secret of the visitor's chat identity, if it has one [C4]. */
    secret: z.string().max(128).nullable(),
    page: Page,
    language: z.string().max(16),
    phone: z.boolean(),
    /** Highest number it has of the conversation it shows [C7]. */
    lastSeq: z.number().int().min(0),
    /** That conversation; where it is not the one of `welcome`, all of that one's messages come. */
    conversationId: z.string().max(64).nullable().optional(),
    /** The page by which the visitor came to the site in this visit, where the widget remembers it. */
    landing: z.object({ url: z.string().max(2_048), referrer: z.string().max(2_048) }).optional(),
    /** That visit, where the widget remembers it; one that cannot be is as none. */
    visit: z
      .object({
        /** How long it lasts already, milliseconds: no two clocks are the same. */
        age: z.number().int().min(0).max(MAX_VISIT_AGE),
        pages: z.number().int().min(1).max(MAX_VISIT_PAGES),
      })
      .optional()
      .catch(undefined),
  }),
  z.object({ type: z.literal('page'), page: Page }),
  z.object({
    type: z.literal('message'),
    key: Key,
    text: Text.or(z.literal('')),
    fileId: z.string().max(64).nullable(),
    department: DepartmentId,
  }),
  z.object({ type: z.literal('offline'), key: Key, text: Text, contact: Contact, department: DepartmentId }),
  z.object({ type: z.literal('typing'), text: z.string().max(1_000) }),
  z.object({ type: z.literal('read'), seq: z.number().int().min(0) }),
  z.object({ type: z.literal('contact'), contact: Contact }),
  z.object({ type: z.literal('custom'), fields: z.array(CustomField).max(10) }),
  /** Joins what is known already; at most 10 an hour of each visitor. */
  z.object({ type: z.literal('attributes'), attributes: ClientAttributes }),
  z.object({ type: z.literal('token'), token: z.string().max(255) }),
  z.object({
    type: z.literal('rate'),
    rating: z.number().int().min(1).max(5),
    comment: z.string().max(1_000),
  }),
  /** An invitation's life on the page [C44]; `ruleId` is null for one that the page's script shows. */
  z.object({
    type: z.literal('invitation'),
    event: z.enum(['held', 'shown', 'seen', 'closed', 'tapped']),
    ruleId: z.string().max(64).nullable(),
    text: z.string().max(MAX_MESSAGE_LENGTH),
  }),
  z.object({ type: z.literal('window'), open: z.boolean() }),
  /** Asks for the visitor's number, which is given when first asked for; the answer is `number`. */
  z.object({ type: z.literal('number') }),
  z.object({ type: z.literal('ping') }),
]);
export type VisitorFrame = z.infer<typeof VisitorFrame>;

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
    /** Those whom visitors see with a picture; absent: nobody. */
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
    /** When the visitor began to wait for an answer; null while nobody waits. */
    waitingSince: z.number().nullable(),
    lastSeq: z.number().int(),
    lastText: z.string(),
    unread: z.number().int(),
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

/** To the widget. */
export type VisitorEvent =
  | {
      readonly type: 'welcome';
      /** New secret, where `hello` brought none or a wrong one. */
      readonly secret: string | null;
      readonly settings: WidgetSettings;
      readonly online: boolean;
      /** Ids of the departments that answer now [C46]; absent: there are no departments. */
      readonly departments?: readonly string[];
      readonly conversation: {
        readonly id: string;
        readonly state: 'open' | 'closed';
        readonly operator: string | null;
      } | null;
      /** Number of the last message of that conversation that an operator has read; absent: none. */
      readonly readByOperator?: number;
      /** Messages after `lastSeq`. */
      readonly messages: readonly ChatMessage[];
      readonly rules: readonly RuleForPage[];
      readonly contact: Contact;
      /** 0 while none was given: see the frame `number`. */
      readonly visitorNumber: number;
    }
  /** The rules to watch for from now on, decided anew: the visitor reached a goal. */
  | { readonly type: 'rules'; readonly rules: readonly RuleForPage[] }
  | { readonly type: 'message'; readonly message: ChatMessage }
  /** The message of this key is stored under this number. */
  | {
      readonly type: 'stored';
      readonly key: string;
      readonly message: ChatMessage;
      readonly event: string | null;
    }
  | { readonly type: 'typing'; readonly author: string }
  | { readonly type: 'read'; readonly seq: number }
  | { readonly type: 'online'; readonly online: boolean; readonly departments?: readonly string[] }
  | { readonly type: 'accepted'; readonly operator: string }
  | { readonly type: 'closed' }
  /** A chat event to pass on to foreign counters and data layers; our own has it from the server [C26]. */
  | { readonly type: 'event'; readonly event: string }
  | { readonly type: 'number'; readonly number: number }
  | { readonly type: 'pong' }
  | ChatRefusal;

export interface ChatRefusal {
  readonly type: 'refused';
  readonly reason: ChatRefusalReason;
  /** Key of the message refused, where there is one. */
  readonly key: string | null;
}
export const CHAT_REFUSALS = [
  'malformed',
  'version',
  'unknown_counter',
  'disabled',
  'denied',
  'blocked',
  'too_long',
  'too_large',
  'file_type',
  'too_fast',
  'not_found',
  'closed',
  'unavailable',
] as const;
export type ChatRefusalReason = (typeof CHAT_REFUSALS)[number];

/** From the console. */
export const OperatorFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), version: z.literal(CHAT_VERSION) }),
  z.object({ type: z.literal('status'), online: z.boolean() }),
  z.object({ type: z.literal('open'), conversationId: z.string().max(64), lastSeq: z.number().int().min(0) }),
  z.object({
    type: z.literal('message'),
    conversationId: z.string().max(64),
    key: Key,
    text: Text.or(z.literal('')),
    fileId: z.string().max(64).nullable(),
  }),
  z.object({ type: z.literal('note'), conversationId: z.string().max(64), key: Key, text: Text }),
  z.object({ type: z.literal('typing'), conversationId: z.string().max(64) }),
  z.object({ type: z.literal('read'), conversationId: z.string().max(64), seq: z.number().int().min(0) }),
  z.object({
    type: z.literal('assign'),
    conversationId: z.string().max(64),
    to: z.string().max(64).nullable(),
    department: z.string().max(64).nullable(),
  }),
  z.object({
    type: z.literal('tags'),
    conversationId: z.string().max(64),
    tags: z.array(z.string().max(64)).max(20),
  }),
  z.object({ type: z.literal('contact'), conversationId: z.string().max(64), contact: Contact }),
  z.object({ type: z.literal('block'), conversationId: z.string().max(64), blocked: z.boolean() }),
  z.object({ type: z.literal('close'), conversationId: z.string().max(64) }),
  /** A manual invitation to someone on the site [C21]. */
  z.object({
    type: z.literal('invite'),
    counterId: z.number().int(),
    visitor: z.string().max(20),
    key: Key,
    text: Text,
  }),
  /** Whether `people` frames are wanted; they are until this says otherwise. */
  z.object({ type: z.literal('watch'), people: z.boolean() }),
  z.object({ type: z.literal('ping') }),
]);
export type OperatorFrame = z.infer<typeof OperatorFrame>;

/** To the console. */
export type OperatorEvent =
  | {
      readonly type: 'welcome';
      readonly me: { readonly id: string; readonly name: string; readonly online: boolean };
      readonly counters: readonly number[];
      readonly conversations: readonly ConversationView[];
      readonly people: readonly Person[];
    }
  | { readonly type: 'conversation'; readonly conversation: ConversationView }
  | { readonly type: 'history'; readonly conversationId: string; readonly messages: readonly ChatMessage[] }
  | { readonly type: 'message'; readonly message: ChatMessage }
  | { readonly type: 'stored'; readonly key: string; readonly message: ChatMessage }
  | { readonly type: 'typing'; readonly conversationId: string; readonly text: string }
  | { readonly type: 'read'; readonly conversationId: string; readonly seq: number }
  /** Changes of the last moment: people come or changed, and visitor numbers that left. */
  | {
      readonly type: 'people';
      readonly counterId: number;
      readonly changed: readonly Person[];
      readonly left: readonly string[];
    }
  | { readonly type: 'status'; readonly online: boolean }
  | { readonly type: 'pong' }
  | ChatRefusal;
