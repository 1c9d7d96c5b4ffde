/** What a channel is: how a message becomes what its receiver takes. One file a kind, listed in `kinds.ts`. */
import type { ChannelKindId } from '@goalpost/contract/notices';
import type { PostAnswer } from '../webhooks/post.ts';
import { outcomeOf } from '../webhooks/retry-schedule.ts';
import type { Mailer } from '../mail/port.ts';

export interface Attachment {
  readonly name: string;
  readonly type: string;
  /** Base64. */
  readonly bytes: string;
}

/** What is to be told, in each form that a channel may want. */
export interface Message {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** For programs. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly attachments: readonly Attachment[];
}

/** Of its kind; what is secret in it is known to its own file alone. */
export type ChannelConfig = Readonly<Record<string, string>>;

export interface Outgoing {
  /** The same at each try. */
  readonly id: string;
  readonly counterId: number;
  readonly message: Message;
}

export interface Tools {
  post(
    url: string,
    headers: Readonly<Record<string, string>>,
    body: string | Buffer,
    signal: AbortSignal,
  ): Promise<PostAnswer>;
  /** Null: the server was given no SMTP server. */
  readonly mail: Mailer['send'] | null;
  /** Of Telegram's bots; another in tests. */
  readonly telegramUrl: string;
  readonly now: number;
  readonly signal: AbortSignal;
  /** What is sent after it may have arrived, so that it is not sent again. */
  beforeHandover(): Promise<void>;
}

export interface Sent {
  /** `refused`: another try would be answered alike. */
  readonly outcome: 'sent' | 'refused' | 'later';
  readonly answer: string;
}

export interface ChannelKind {
  readonly id: ChannelKindId;
  /** The address for people's eyes, without what is secret in it. */
  target(config: ChannelConfig): string;
  /** Which address of the network it reaches; null: none that the owner chose. */
  reaches(config: ChannelConfig): string | null;
  send(config: ChannelConfig, outgoing: Outgoing, tools: Tools): Promise<Sent>;
}

export const sentBy = ({ status, text }: PostAnswer): Sent => ({ outcome: outcomeOf(status), answer: text });

/** Such as a path that is the secret: only the host is shown. */
export const hostOf = (url: string | undefined): string => new URL(url ?? '').host;
