/** What is said in a chat, and by whom: shapes that every side of the chat shares. */
import { z } from 'zod';
import { MAX_MESSAGE_LENGTH } from './limits.ts';

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
export const MessageKey = z
  .string()
  .min(8)
  .max(64)
  .refine((key) => !/\p{Surrogate}/u.test(key));

export const MessageText = z.string().trim().min(1).max(MAX_MESSAGE_LENGTH);

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

/** Values by the owner's ids of attributes, as the page's `setClientAttributes` gives them. */
export const ClientAttributes = z
  .record(z.string().min(1).max(64), z.union([z.string().max(1_000), z.number()]))
  .refine((attributes) => Object.keys(attributes).length <= 50);
export type ClientAttributes = z.infer<typeof ClientAttributes>;

/** As analytics numbers visitors: an unsigned integer of 64 bits, decimal. */
export const VisitorNumber = z
  .string()
  .regex(/^\d{1,20}$/, { abort: true })
  .refine((digits) => BigInt(digits) < 1n << 64n);
