/** For tests of e-mail: a counter whose chat mails, visitors who leave, operators who answer. */
import { createApi } from '../../../e2e/path/api.ts';
import {
  attend,
  newKey,
  untilOffline,
  visit,
  type Operator,
  type Visitor,
  type VisitorOptions,
} from './chat-client.ts';

export const TEAM = 'team@shop.example';

export interface MailTalk {
  readonly counterId: number;
  /** A visitor who leaves a message while no one is online. */
  leave(text: string, contact: Record<string, string>, options?: VisitorOptions): Promise<string>;
  /** A visitor who writes to an operator who is online, gives an address, and goes. */
  ask(operator: Operator, text: string, email: string, options?: VisitorOptions): Promise<Asked>;
}

export interface Asked {
  readonly conversationId: string;
  readonly secret: string;
  readonly visitor: string;
}

export async function openTalk(url: string, token: string, mail: object = {}): Promise<MailTalk> {
  const api = createApi(url, token);
  const counterId = await api.createCounter();
  const settings = { enabled: true, mail: { team: TEAM, answerAfter: 10, language: 'en', ...mail } };
  const answer = await api.call('PUT', `/api/v1/counters/${counterId}/chat/settings`, { settings });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return {
    counterId,
    async leave(text, contact, options) {
      await untilOffline(url, counterId);
      const { tab } = await visit(url, counterId, options);
      tab.send({ type: 'offline', key: newKey(), text, contact });
      const { message } = await tab.next('stored');
      await tab.close();
      return message.conversationId;
    },
    async ask(operator, text, email, options) {
      const { tab, secret, visitor } = await visit(url, counterId, options);
      tab.send({ type: 'message', key: newKey(), text, fileId: null });
      const { conversationId } = (await tab.next('stored')).message;
      tab.send({ type: 'contact', contact: { email } });
      await operator.next(
        'conversation',
        ({ conversation }) => conversation.id === conversationId && conversation.contact.email === email,
      );
      await tab.close();
      return { conversationId, secret, visitor };
    },
  };
}

export async function say(operator: Operator, conversationId: string, text: string): Promise<void> {
  const key = newKey();
  operator.send({ type: 'message', conversationId, key, text, fileId: null });
  await operator.next('stored', (event) => event.key === key);
}

export { attend, visit, newKey, type Operator, type Visitor };
