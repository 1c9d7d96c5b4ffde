/** For tests: e-mail over records in memory, with a clock and an SMTP server made of values. */
import { ChatSettings, type ChatMail as MailSettings } from '@goalpost/contract/chat';
import { createChatMail, type ChatMail } from '../src/chat/mail/chat-mail.ts';
import type { MailLimits } from '../src/chat/mail/limits.ts';
import type { ConversationRecord, NewMessage } from '../src/chat/records.ts';
import type { Letter, MailResult } from '../src/notify/mail/port.ts';
import { SETTINGS } from '../src/stores/records/counters/counter-store.contract.ts';
import { createChatStore, createCounterStore, createMailStore } from '../src/stores/records/index.ts';
import { newConversation, newMessage, newPerson } from '../src/stores/records/chat/test-chat.ts';
import { openTestRecords } from '../src/stores/records/test-records.ts';

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
const TAKEN: MailResult = { outcome: 'sent', answer: '250 OK' };

export interface MailStage {
  /** Those that were taken. */
  readonly letters: Letter[];
  /** What was logged. */
  readonly said: string[];
  /** People who are connected. */
  readonly here: Set<string>;
  now: number;
  online: boolean;
  /** The departments that answer. */
  answering: string[];
  settings: MailSettings;
  /** What becomes of each letter; it is taken unless said. The answer `crash`: this server ends then. */
  take(letter: Letter): MailResult | Promise<MailResult>;
  round(): Promise<void>;
  /** The same records under another run. */
  restart(): void;
  /** A visitor who wrote, with an address unless said. */
  asked(changes?: Partial<ConversationRecord>, email?: string): Promise<ConversationRecord>;
  /** An operator's message unless said. */
  wrote(about: ConversationRecord, text: string, more?: Partial<NewMessage>): Promise<void>;
  changed(about: ConversationRecord, changes: Partial<ConversationRecord>): Promise<void>;
  person(about: ConversationRecord, changes: { blocked?: boolean; email?: string }): Promise<void>;
  close(): Promise<void>;
}

export async function openMailStage(limits?: MailLimits): Promise<MailStage> {
  const records = await openTestRecords();
  const store = createChatStore(records.db);
  const mails = createMailStore(records.db);
  const counter = await createCounterStore(records.db).create('ann', null, SETTINGS, 1);
  if (counter === 'taken') throw new Error('taken');

  const open = (): ChatMail =>
    createChatMail({
      mailer: {
        async send(letter, beforeHandover) {
          const result = await stage.take(letter);
          if (result.outcome === 'sent' || result.outcome === 'unsure') await beforeHandover();
          if (result.answer === 'crash') throw new Error('crash');
          if (result.outcome === 'sent') stage.letters.push(letter);
          return result;
        },
      },
      mails,
      store,
      site: async () => ({ name: 'shop.example', hosts: ['shop.example'] }),
      publicUrl: 'https://stats.example',
      clock: { now: () => stage.now },
      log: {
        warn: (_fields, message) => void stage.said.push(message),
        error: (_fields, message) => void stage.said.push(message),
      },
      ...(limits ? { limits } : {}),
    });

  async function now(id: string): Promise<ConversationRecord> {
    const conversation = await store.conversation(id);
    if (conversation === null) throw new Error(id);
    return conversation;
  }

  const stage: MailStage = {
    letters: [],
    said: [],
    here: new Set(),
    now: 1_000 * DAY,
    online: true,
    answering: [],
    settings: { team: 'team@shop.example', answerAfter: 10, language: 'en' },
    take: () => TAKEN,
    round: () =>
      mail.round({
        settings: { get: async () => ({ ...ChatSettings.parse({}), mail: stage.settings }) },
        isVisitorConnected: (personId) => stage.here.has(personId),
        isOnline: async (_counter, department) =>
          department === null ? stage.online : stage.answering.includes(department),
      }),
    restart() {
      mail = open();
    },
    async asked(changes = {}, email = 'zoe@example.org') {
      const person = await store.createPerson(
        newPerson(counter.id, { contact: { email } }),
        crypto.randomUUID(),
      );
      const times = { createdAt: stage.now, lastMessageAt: stage.now };
      const step = {
        conversation: newConversation(person, { decided: true, readByVisitor: 1, ...times, ...changes }),
        opened: true,
        messages: [newMessage('A question', { at: stage.now })],
        goal: null,
      };
      return (await store.write(step)).conversation;
    },
    async wrote({ id }, text, more = {}) {
      await store.write({
        conversation: { ...(await now(id)), lastMessageAt: stage.now },
        opened: false,
        messages: [newMessage(text, { kind: 'operator', author: 'Ann', at: stage.now, ...more })],
        goal: null,
      });
    },
    async changed({ id }, changes) {
      const conversation = { ...(await now(id)), ...changes };
      await store.write({ conversation, opened: false, messages: [], goal: null });
    },
    async person({ personId }, { blocked = false, email = 'zoe@example.org' }) {
      await store.updatePerson(personId, { blocked, contact: { email } });
    },
    close: () => records.close(),
  };
  let mail = open();
  return stage;
}
