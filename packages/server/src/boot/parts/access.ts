/** Who may use a counter, invitations of people, forgotten passwords, and the letters for them. */
import { createAccess, type Access, type LetterSender } from '../../access/index.ts';
import { createSmtpMailer, shortLetter } from '../../notify/index.ts';
import { limitFault } from '../../query/index.ts';
import { createAccessStore, createSegmentStore } from '../../stores/records/index.ts';
import type { Config } from '../config/config.ts';
import type { Logger } from '../log.ts';
import type { Part } from '../part.ts';
import { accounts } from './accounts.ts';
import { address } from './address.ts';
import { analytics } from './analytics.ts';
import { chat } from './chat.ts';
import { counters } from './counters.ts';
import { rates } from './rates.ts';
import { records } from './records.ts';

export interface AccessPart extends Pick<Access, 'endpoints' | 'grantsOf'> {
  /** One-time link for the account that the settings name; null where they name none, or there is no such one. */
  passwordUrl(): Promise<string | null>;
  close(): Promise<void>;
}

export const access: Part<AccessPart> = {
  name: 'access',
  open({ config, clock, log, use }) {
    const { passwordLinkFor } = config;
    const closing = new AbortController();
    const { db } = use(records);
    const reports = {
      olap: use(analytics).olap,
      counters: use(rates).rated,
      goals: use(counters).goals,
      segments: createSegmentStore(db, clock),
      clock,
    };
    const opened = createAccess({
      store: createAccessStore(db),
      counters: use(counters).counters,
      people: use(accounts).people,
      provePassword: use(accounts).provePassword,
      letters: letterSender(config, log, closing.signal),
      changed: use(chat).chat.accessChanged,
      linkTo: use(address).linkTo,
      limitFault: (counterId, filters) => limitFault(reports, counterId, filters, closing.signal),
      clock,
      log,
    });
    return {
      endpoints: opened.endpoints,
      grantsOf: opened.grantsOf,
      async passwordUrl() {
        if (passwordLinkFor === null) return null;
        const link = await opened.passwordLinkFor(passwordLinkFor);
        if (link === null) log.warn(`GOALPOST_PASSWORD_LINK_FOR: ${passwordLinkFor} has no account.`);
        return link;
      },
      async close() {
        closing.abort();
        await opened.idle();
      },
    };
  },
  close: (opened) => opened.close(),
};

/** A person may be waiting for the answer. */
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
