/** Channels: where alerts and reports of a counter are sent. Rules: docs/spec/access.md, A36–A38. */
import { z } from 'zod';
import { HttpAddress } from './http-address.ts';

export const CHANNEL_KINDS = ['email', 'webhook', 'telegram', 'slack'] as const;
export type ChannelKindId = (typeof CHANNEL_KINDS)[number];

/** Of one counter. */
export const MAX_CHANNELS = 20;

const name = z.string().trim().max(100).default('').describe('For your own list; empty: the address.');
export const ChannelInput = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('email'), name, to: z.email().max(254) }).strict(),
    z.object({ kind: z.literal('webhook'), name, url: HttpAddress }).strict(),
    z
      .object({
        kind: z.literal('telegram'),
        name,
        token: z
          .string()
          .trim()
          .regex(/^\d{3,20}:[\w-]{20,100}$/, 'the token that @BotFather gave for the bot is needed'),
        chat_id: z
          .string()
          .trim()
          .regex(
            /^(?:-?\d{1,20}|@\w{3,64})$/,
            'a number, or the name of a channel with @ in front, is needed',
          ),
      })
      .strict(),
    z.object({ kind: z.literal('slack'), name, url: HttpAddress }).strict(),
  ])
  .meta({ id: 'ChannelInput' });
export type ChannelInput = z.infer<typeof ChannelInput>;

export const Channel = z
  .object({
    id: z.string(),
    kind: z.enum(CHANNEL_KINDS),
    name: z.string(),
    target: z.string().describe('The address without its secret part.'),
    failing: z.boolean().describe('What was sent last did not arrive.'),
    last_answer: z.string().describe('What the other side said, or why it said nothing.'),
    last_at: z.string().nullable().describe('RFC 3339: of the last try.'),
    waiting: z.number().int().describe('Messages that are tried again.'),
  })
  .meta({ id: 'NoticeChannel' });
export type Channel = z.infer<typeof Channel>;

export const ChannelList = z.object({
  channels: z.array(Channel),
  /** Whether the server was given an SMTP server. */
  mail_available: z.boolean(),
});
export const ChannelMade = z.object({
  channel: Channel,
  secret: z.string().describe('Of webhooks, to check signatures by; told once. Else empty.'),
});
