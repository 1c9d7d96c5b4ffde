/** Where channels, and what is to be sent by them, are kept. Contract suite: `stores/records/notices/notice-store.contract.ts`. */
import type { ChannelKindId } from '@goalpost/contract/notices';
import type { Claims } from '../../kit/outbox/port.ts';
import type { ChannelConfig, Message } from './channel.ts';

export interface ChannelRecord {
  readonly id: string;
  readonly counterId: number;
  readonly kind: ChannelKindId;
  readonly name: string;
  readonly config: ChannelConfig;
  readonly createdAt: number;
  readonly failing: boolean;
  readonly lastAnswer: string;
  readonly lastAt: number | null;
}

export interface NewNotice {
  readonly id: string;
  readonly counterId: number;
  readonly channelId: string;
  readonly message: Message;
}

export interface Notice extends NewNotice {
  readonly attempts: number;
  readonly createdAt: number;
}

export interface Noted {
  readonly status: 'waiting' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly nextAt: number;
  readonly lastAnswer: string;
  /** Of the try. */
  readonly at: number;
}

export interface NoticeStore extends Claims<Notice> {
  channels(counterId: number): Promise<ChannelRecord[]>;
  /** @returns false where the counter has as many as it may */
  addChannel(channel: ChannelRecord): Promise<boolean>;
  /** What waits for it goes, too. @returns false where the counter has no such channel */
  removeChannel(counterId: number, id: string): Promise<boolean>;
  /** How many messages wait for each channel. */
  waiting(counterId: number): Promise<ReadonlyMap<string, number>>;
  /** One that is there already stays as it is. */
  add(notices: readonly NewNotice[], now: number): Promise<void>;
  /** It may arrive from now on, and is not sent again, whatever happens. */
  handed(id: string): Promise<void>;
  /** What became of a try: at the notice, and at its channel. */
  noted(notice: Notice, noted: Noted): Promise<void>;
  /** Forgets what was made before a moment and waits no more. */
  prune(before: number): Promise<void>;
}
