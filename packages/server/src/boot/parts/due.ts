/** What is due is done, also what an earlier run left: webhooks are posted, letters are sent. */
import type { Part } from '../part.ts';
import { chat } from './chat.ts';
import { mail } from './mail.ts';
import { webhooks } from './webhooks.ts';

export const deliveries: Part<void> = {
  name: 'webhook deliveries',
  open: ({ use }) => use(webhooks).start(),
};

export const mailing: Part<void> = {
  name: 'mailing',
  open: ({ use }) => use(mail).start(use(chat).chat),
  close: (_, { use }) => use(mail).close(),
};
