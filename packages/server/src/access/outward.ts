/** What access asks of the rest of the server. */
import type { Accounts, People, Person } from '../accounts/index.ts';
import type { CounterStore } from '../counters/index.ts';
import type { Clock } from '../kit/clock.ts';
import type { Problem } from '../kit/problem.ts';
import type { AccessStore } from './port.ts';

/** A short letter with one link. */
export interface AccessLetter {
  readonly to: string;
  readonly language: Person['language'];
  readonly subject: string;
  readonly lead: string;
  readonly button: { readonly text: string; readonly url: string };
  readonly foot: string;
}

export interface LetterSender {
  /** Never throws. @returns whether a mail server has taken it */
  send(letter: AccessLetter): Promise<boolean>;
}

export interface AccessLog {
  info(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

export interface AccessDeps {
  readonly store: AccessStore;
  readonly counters: Pick<CounterStore, 'get' | 'permission' | 'visibleTo'>;
  readonly people: Pick<
    People,
    'byId' | 'byLogin' | 'create' | 'setPassword' | 'setLogin' | 'passwordMark' | 'firstOwner'
  >;
  /** Looks at the password that a caller gives once more. */
  readonly provePassword: Accounts['provePassword'];
  /** Null: this server sends no e-mail, or does not know the address that its links need. */
  readonly letters: LetterSender | null;
  /** Told of an account whose permission or sessions have just changed; it works when this resolves. */
  readonly changed: (accountId: string) => Promise<void>;
  /** @param path with its query */
  readonly linkTo: (path: string) => string;
  /** What is wrong with the filters of a limited grant, asked of each report; null: nothing. */
  readonly limitFault: (counterId: number, filters: string) => Promise<Problem | null>;
  readonly clock: Clock;
  readonly log: AccessLog;
}
