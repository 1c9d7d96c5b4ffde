/** Puts access together: who may use a counter, invitations, forgotten passwords, and the letters for them. */
import { createAccess, type Access, type LetterSender } from '../../access/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import { createSmtpMailer, shortLetter } from '../../notify/index.ts';
import type { Config } from '../config/config.ts';
import type { CounterStore } from '../../counters/index.ts';
import type { Clock } from '../../kit/clock.ts';
import { createAccessStore, type Records } from '../../stores/records/index.ts';
import type { Logger } from '../log.ts';

export interface OpenAccessDeps {
  readonly records: Records;
  readonly accounts: Pick<Accounts, 'people'>;
  readonly counters: CounterStore;
  readonly clock: Clock;
  readonly log: Logger;
  readonly settings: Pick<Config, 'mail' | 'publicUrl' | 'passwordLinkFor'>;
  /** Told of an account whose permission or sessions have just changed. */
  readonly changed: (accountId: string) => Promise<void>;
  /** Where the server listens; known when it does. */
  readonly url: () => string;
}

export interface OpenAccess extends Pick<Access, 'endpoints' | 'grantsOf'> {
  /** One-time link for the account that the settings name; null where they name none, or there is no such one. */
  passwordUrl(): Promise<string | null>;
  close(): Promise<void>;
}

export function openAccess({
  records,
  accounts,
  counters,
  clock,
  log,
  settings,
  changed,
  url,
}: OpenAccessDeps): OpenAccess {
  const { publicUrl, passwordLinkFor } = settings;
  const closing = new AbortController();
  const access = createAccess({
    store: createAccessStore(records.db),
    counters,
    people: accounts.people,
    letters: letterSender(settings, log, closing.signal),
    changed,
    linkTo: (path) => new URL(path, publicUrl ?? url()).href,
    clock,
    log,
  });
  return {
    endpoints: access.endpoints,
    grantsOf: access.grantsOf,
    async passwordUrl() {
      if (passwordLinkFor === null) return null;
      const link = await access.passwordLinkFor(passwordLinkFor);
      if (link === null) log.warn(`GOALPOST_PASSWORD_LINK_FOR: ${passwordLinkFor} has no account.`);
      return link;
    },
    async close() {
      closing.abort();
      await access.idle();
    },
  };
}

/** Somebody may be waiting for the answer. */
const PATIENCE_MS = 15_000;

/** Null where no e-mail is sent, or the links in it would lead nowhere. */
function letterSender(
  { mail, publicUrl }: Pick<Config, 'mail' | 'publicUrl'>,
  log: Logger,
  closing: AbortSignal,
): LetterSender | null {
  if (mail === null || publicUrl === null) return null;
  const mailer = createSmtpMailer(mail.server, mail.sender);
  const fromName = new URL(publicUrl).hostname;
  return {
    async send(letter) {
      const signal = AbortSignal.any([closing, AbortSignal.timeout(PATIENCE_MS)]);
      const { outcome, answer } = await mailer.send(
        shortLetter({ ...letter, fromName }),
        () => Promise.resolve(),
        signal,
      );
      if (outcome !== 'sent') log.warn({ outcome, answer }, 'An e-mail about an account was not sent.');
      return outcome === 'sent';
    },
  };
}
