/** The visitor's half of the chat's wire. Rules: docs/spec/chat.md. */
import { z } from 'zod';
import type { RuleForPage } from './invitations.ts';
import { CHAT_VERSION, MAX_MESSAGE_LENGTH, MAX_VISIT_AGE, MAX_VISIT_PAGES } from './limits.ts';
import {
  ClientAttributes,
  Contact,
  CustomField,
  MessageKey,
  MessageText,
  VisitorNumber,
  type ChatMessage,
} from './message.ts';
import type { ChatRefusal } from './refusals.ts';
import type { WidgetSettings } from './views.ts';

/** Where the visitor is now, as the page tells it. */
const Page = z.object({
  url: z.string().max(2_048),
  title: z.string().max(400),
  referrer: z.string().max(2_048),
});

/** Which department the visitor asks for, where they chose one; counts when it opens a conversation [C46]. */
const DepartmentId = z.string().max(64).nullable().optional();

/** Whether an invitation stands on the visitor's screen at this moment [C81]; absent: the widget does not say. */
const Standing = z.boolean().optional();

/** From the widget. `hello` first; the server closes a socket that says anything else before. */
export const VisitorFrame = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    version: z.literal(CHAT_VERSION),
    /** `_ym_uid`, for goals and the visitor's story. */
    visitor: VisitorNumber,
    /** Whether the visitor has agreed, where the counter asks for that; absent: it does not ask [P41]. */
    consent: z.boolean().optional(),
    /** Secret of the visitor's chat identity, if it has one [C4]. */
    secret: z.string().max(128).nullable(),
    page: Page,
    language: z.string().max(16),
    phone: z.boolean(),
    standing: Standing,
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
    key: MessageKey,
    text: MessageText.or(z.literal('')),
    fileId: z.string().max(64).nullable(),
    department: DepartmentId,
    standing: Standing,
  }),
  z.object({
    type: z.literal('offline'),
    key: MessageKey,
    text: MessageText,
    contact: Contact,
    department: DepartmentId,
    standing: Standing,
  }),
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
  /** The rules to watch for from now on, chosen again since the visitor reached a goal. */
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
