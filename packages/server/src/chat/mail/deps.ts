/** What the chat's e-mail needs from others. */
import type { Clock } from '../../kit/clock.ts';
import type { FaultLog } from '../../kit/log.ts';
import type { Mailer } from '../../notify/mail/port.ts';
import type { ChatStore } from '../port.ts';
import type { SettingsBook } from '../settings/settings.ts';
import type { MailLimits } from './limits.ts';
import type { MailStore } from './port.ts';

/** What letters say of the site. */
export interface MailSite {
  /** As its owner wrote it. */
  readonly name: string;
  /** The counter's own, as `CounterConfig` has them. */
  readonly hosts: readonly string[];
}

/** What is asked of the chat. */
export interface ChatSide {
  readonly settings: Pick<SettingsBook, 'get'>;
  isVisitorConnected(personId: string): boolean;
  /** @param department null: the counter alone */
  isOnline(counterId: number, department: string | null): Promise<boolean>;
}

export interface ChatMailDeps {
  readonly mailer: Mailer;
  readonly mails: MailStore;
  readonly store: Pick<ChatStore, 'conversation' | 'messages' | 'person'>;
  /** Null: there is no such counter any more. */
  site(counterId: number): Promise<MailSite | null>;
  /** Null: letters have no links into the server. */
  readonly publicUrl: string | null;
  readonly clock: Clock;
  readonly log: FaultLog;
  readonly limits?: MailLimits;
  /** Of several, this one; there is but one unless said. */
  readonly node?: string;
}
