/** The chat's e-mail, where the server was given an SMTP server. */
import {
  createChatMail,
  mailEndpoints,
  type Chat,
  type ChatListener,
  type MailSite,
} from '../../chat/index.ts';
import type { Endpoint } from '../../kit/endpoint.ts';
import { createSmtpMailer } from '../../notify/index.ts';
import { createChatStore, createMailStore } from '../../stores/records/index.ts';
import type { Part } from '../part.ts';
import { counters } from './counters.ts';
import { records } from './records.ts';

export interface Mail {
  readonly listeners: readonly ChatListener[];
  endpoints(of: Chat): Endpoint[];
  start(of: Chat): void;
  close(): Promise<void>;
}

export const mail: Part<Mail> = {
  name: 'mail',
  open({ config: { mail: settings, publicUrl }, clock, log, node, use }) {
    const { directory, counters: counterStore } = use(counters);
    const { db } = use(records);
    const mailer = settings === null ? null : createSmtpMailer(settings.server, settings.sender);
    if (mailer !== null && publicUrl === null)
      log.warn('E-mails of the chat have no links to the console and to files: set GOALPOST_PUBLIC_URL.');
    const site = async (counterId: number): Promise<MailSite | null> => {
      const counter = await counterStore.get(counterId);
      if (counter === null || counter.status === 'Deleted') return null;
      return { name: counter.site, hosts: directory.get(counterId)?.hosts ?? [] };
    };
    const sending =
      mailer &&
      createChatMail({
        mailer,
        mails: createMailStore(db),
        store: createChatStore(db),
        site,
        publicUrl,
        clock,
        log,
        node,
      });
    return {
      listeners: sending === null ? [] : [sending.listener],
      endpoints: (of) => mailEndpoints({ mailer, settings: of.settings, site, clock }),
      start: (of) => sending?.start(of),
      close: async () => sending?.close(),
    };
  },
};
