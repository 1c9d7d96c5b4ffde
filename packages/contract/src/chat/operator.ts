/** The operator's half of the chat's wire. Rules: docs/spec/chat.md. */
import { z } from 'zod';
import { CHAT_VERSION } from './limits.ts';
import { Contact, MessageKey, MessageText, type ChatMessage } from './message.ts';
import type { ChatRefusal } from './refusals.ts';
import type { ConversationView, Person } from './views.ts';

/** From the console. */
export const OperatorFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), version: z.literal(CHAT_VERSION) }),
  z.object({ type: z.literal('status'), online: z.boolean() }),
  z.object({ type: z.literal('open'), conversationId: z.string().max(64), lastSeq: z.number().int().min(0) }),
  z.object({
    type: z.literal('message'),
    conversationId: z.string().max(64),
    key: MessageKey,
    text: MessageText.or(z.literal('')),
    fileId: z.string().max(64).nullable(),
  }),
  z.object({
    type: z.literal('note'),
    conversationId: z.string().max(64),
    key: MessageKey,
    text: MessageText,
  }),
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
  z.object({ type: z.literal('reopen'), conversationId: z.string().max(64) }),
  /** A manual invitation to someone on the site [C21]. */
  z.object({
    type: z.literal('invite'),
    counterId: z.number().int(),
    visitor: z.string().max(20),
    key: MessageKey,
    text: MessageText,
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
  /** It was handed to a department that is not theirs: they reach it no more [A46]. */
  | { readonly type: 'gone'; readonly conversationId: string }
  /** It was handed to this operator, by name; the conversation itself has come before [C91]. */
  | { readonly type: 'called'; readonly conversationId: string; readonly by: string }
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
