/** Webhooks of the chat: what happens is written down for each address, and sent. */
import { type Chat, createWebhooks, type Webhooks } from '../../chat/index.ts';
import { createSecrets } from '../../kit/secrets/secrets.ts';
import {
  createChatDocuments,
  createChatStore,
  createDeliveryLog,
  createInstallationRecords,
} from '../../stores/records/index.ts';
import type { Part } from '../part.ts';
import { sealAgain, sealedDocuments } from '../secrets/sealed-documents.ts';
import { accounts } from './accounts.ts';
import { counters } from './counters.ts';
import { operatorAccess } from './operator-access.ts';
import { records } from './records.ts';

export interface WebhooksPart extends Webhooks {
  /** The chat, which tells webhooks what happens and is told what was answered. */
  meet(chat: Chat): void;
}

/** Closed after the chat, whose last steps tell of what happened. */
export const webhooks: Part<WebhooksPart> = {
  name: 'webhooks',
  async open({ config, clock, log, node, use }) {
    const { db } = use(records);
    const documents = createChatDocuments(db);
    const secrets = createSecrets(config.secretsKeys);
    const all = await createInstallationRecords(use(records)).counters();
    await sealAgain(documents, secrets, all);
    const met = Promise.withResolvers<Chat>();
    const made = createWebhooks({
      store: createChatStore(db),
      documents: sealedDocuments(documents, secrets),
      deliveries: createDeliveryLog(db),
      access: operatorAccess(use(counters).counters, use(accounts)),
      settings: async (counterId) => (await met.promise).settings.get(counterId),
      learn: async (...learned) => (await met.promise).learn(...learned),
      clock,
      log,
      node,
      allowPrivate: config.webhooksPrivate,
    });
    return { ...made, meet: met.resolve };
  },
  close: (opened) => opened.close(),
};
