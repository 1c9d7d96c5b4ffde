/** The letter that an owner sends to the team's address to see whether e-mail works. */
import { ChatMailTest } from '@goalpost/contract/chat';
import type { Clock } from '../../kit/clock.ts';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import { createRateLimit } from '../../kit/limits/rate-limit.ts';
import { problem } from '../../kit/problem.ts';
import { CounterParams } from '../../kit/schemas/counter-params.ts';
import type { Mailer } from '../../notify/mail/port.ts';
import type { SettingsBook } from '../settings/settings.ts';
import type { MailSite } from './deps.ts';
import { trialLetter } from './trial-letter.ts';

export interface MailEndpointDeps {
  /** Null: the server was given no SMTP server. */
  readonly mailer: Mailer | null;
  readonly settings: Pick<SettingsBook, 'get'>;
  site(counterId: number): Promise<MailSite | null>;
  readonly clock: Clock;
}

/** The address is the owner's word: a button must not fill another person's mailbox. */
const MOST = 5;
const WINDOW_MS = 10 * 60_000;
const PATIENCE_MS = 30_000;

export function mailEndpoints({ mailer, settings, site, clock }: MailEndpointDeps): Endpoint[] {
  const isAllowed = createRateLimit(WINDOW_MS);
  return [
    defineEndpoint({
      method: 'POST',
      url: '/api/v1/counters/:counterId/chat/mail/test',
      summary: "Send a test e-mail to the saved team's address, and tell what the SMTP server answered",
      tag: 'chat',
      auth: { counter: 'edit' },
      params: CounterParams,
      response: ChatMailTest,
      async handle({ params: { counterId } }, { caller, signal }) {
        if (mailer === null)
          return problem(
            'conflict',
            'E-mail is off on this server: set GOALPOST_SMTP_URL and GOALPOST_MAIL_FROM.',
          );
        const { team, language } = (await settings.get(counterId)).mail;
        if (team === '') return problem('conflict', "Save the team's address first.", 'settings.mail.team');
        const about = await site(counterId);
        if (about === null) return problem('not_found', 'There is no such counter.', 'counterId');
        const now = clock.now();
        const senders = [`counter ${counterId}`, `account ${caller?.accountId ?? ''}`];
        if (!senders.every((sender) => isAllowed(sender, MOST, now)))
          return problem('quota_requests_by_uid', 'Too many test e-mails. Wait a few minutes.');
        const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
        const { outcome, answer } = await mailer.send(
          trialLetter(team, about.name, language),
          () => Promise.resolve(),
          patience,
        );
        return { sent: outcome === 'sent', to: team, answer };
      },
    }),
  ];
}
