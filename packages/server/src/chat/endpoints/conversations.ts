/** Conversations over HTTP: lists for the inbox, and one with its messages. */
import { ConversationList, ConversationWithMessages } from '@goalpost/contract/chat';
import { z } from 'zod';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import { problem } from '../../kit/problem.ts';
import { CounterParams } from '../../kit/schemas/counter-params.ts';
import type { Audiences } from '../operators/audience.ts';
import type { OwnViews } from '../operators/own-views.ts';
import type { OperatorAccess } from '../outward.ts';
import type { People } from '../people/people.ts';
import type { ChatStore } from '../port.ts';
import type { ConversationRecord } from '../records.ts';
import { conversationView } from '../conversation/view.ts';

const BASE = '/api/v1/counters/:counterId/chat/conversations';
const MESSAGES = 1_000;

export interface ConversationEndpointDeps {
  readonly store: Pick<ChatStore, 'conversation' | 'conversations' | 'messages'>;
  readonly people: Pick<People, 'byId'>;
  readonly ownViews: Pick<OwnViews, 'forAccount'>;
  readonly audiences: Pick<Audiences, 'hiddenOn' | 'reaches'>;
  readonly access: Pick<OperatorAccess, 'permission'>;
}

export function conversationEndpoints(deps: ConversationEndpointDeps): Endpoint[] {
  const { store, people, ownViews, audiences, access } = deps;
  const reaches = async (accountId: string, one: ConversationRecord) =>
    audiences.reaches(accountId, await access.permission(accountId, one.counterId), one);
  const views = async (found: readonly ConversationRecord[], accountId = '') => {
    const own = await ownViews.forAccount(accountId, found);
    return Promise.all(
      found.map(async (one) => conversationView(one, await people.byId(one.personId), own(one))),
    );
  };
  return [
    defineEndpoint({
      method: 'GET',
      url: BASE,
      summary: 'Conversations, newest first',
      tag: 'chat',
      auth: { counter: 'chat:read' },
      params: CounterParams,
      query: z.object({
        state: z.enum(['open', 'closed']).optional(),
        /** `me`, `none`, or an account's id. */
        assigned: z.string().max(64).optional(),
        before: z.coerce.number().int().min(0).optional(),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
      response: ConversationList,
      async handle({ params, query: { state, assigned, before, limit } }, { caller }) {
        const to = assigned === 'none' ? null : assigned === 'me' ? (caller?.accountId ?? '') : assigned;
        const found = await store.conversations({
          counterIds: [params.counterId],
          limit,
          ...(await audiences.hiddenOn(params.counterId, caller?.accountId ?? '')),
          ...(state === undefined ? {} : { state }),
          ...(to === undefined ? {} : { assignedTo: to }),
          ...(before === undefined ? {} : { before }),
        });
        return { conversations: await views(found, caller?.accountId) };
      },
    }),
    defineEndpoint({
      method: 'GET',
      url: `${BASE}/:conversationId`,
      summary: 'A conversation and its messages',
      tag: 'chat',
      auth: { counter: 'chat:read' },
      params: CounterParams.extend({ conversationId: z.string().max(64) }),
      query: z.object({
        after: z.coerce.number().int().min(0).default(0),
        limit: z.coerce.number().int().min(1).max(MESSAGES).default(MESSAGES),
      }),
      response: ConversationWithMessages,
      async handle({ params, query }, { caller }) {
        const conversation = await store.conversation(params.conversationId);
        if (conversation === null || conversation.counterId !== params.counterId)
          return problem('not_found', 'There is no such conversation.', 'conversationId');
        if (!(await reaches(caller?.accountId ?? '', conversation)))
          return problem('access_denied', 'This conversation is of another department.', 'conversationId');
        const [view] = await views([conversation], caller?.accountId);
        if (view === undefined) throw new Error('a conversation has no view');
        return {
          conversation: view,
          messages: await store.messages(conversation.id, query.after, query.limit),
        };
      },
    }),
  ];
}
