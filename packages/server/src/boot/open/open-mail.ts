/** Puts the chat's e-mail together, where the server was given an SMTP server. */
import {
  createChatMail,
  mailEndpoints,
  type Chat,
  type ChatListener,
  type MailSite,
} from '../../chat/index.ts';
import { createSmtpMailer } from '../../notify/index.ts';
import type { Config } from '../config/config.ts';
import type { CounterStore, Directory } from '../../counters/index.ts';
import type { Clock } from '../../kit/clock.ts';
import type { Endpoint } from '../../kit/endpoint.ts';
import { createChatStore, createMailStore, type Records } from '../../stores/records/index.ts';
import type { Logger } from '../log.ts';

export interface OpenMailDeps {
  readonly settings: Config['mail'];
  readonly publicUrl: string | null;
  readonly records: Records;
  readonly counters: Pick<CounterStore, 'get'>;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly log: Logger;
}

export interface OpenMail {
  readonly listeners: readonly ChatListener[];
  endpoints(chat: Chat): Endpoint[];
  start(chat: Chat): void;
  close(): Promise<void>;
}

export function openMail(deps: OpenMailDeps): OpenMail {
  const { settings, publicUrl, records, counters, directory, clock, log } = deps;
  const mailer = settings === null ? null : createSmtpMailer(settings.server, settings.sender);
  if (mailer !== null && publicUrl === null)
    log.warn('E-mails of the chat have no links to the console and to files: set GOALPOST_PUBLIC_URL.');
  const site = async (counterId: number): Promise<MailSite | null> => {
    const counter = await counters.get(counterId);
    if (counter === null || counter.status === 'Deleted') return null;
    return { name: counter.site, hosts: directory.get(counterId)?.hosts ?? [] };
  };
  const mail =
    mailer &&
    createChatMail({
      mailer,
      mails: createMailStore(records.db),
      store: createChatStore(records.db),
      site,
      publicUrl,
      clock,
      log,
    });
  return {
    listeners: mail === null ? [] : [mail.listener],
    endpoints: (chat) => mailEndpoints({ mailer, settings: chat.settings, site, clock }),
    start: (chat) => mail?.start(chat),
    close: async () => mail?.close(),
  };
}
