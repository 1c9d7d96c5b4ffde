/** The chat, with the stores and features that it asks for. */
import { createChat, createGoalJournal, type Chat } from '../../chat/index.ts';
import type { LiveHit } from '../../collect/index.ts';
import { displayName } from '../../goals/index.ts';
import { createInvitationDesk, invitationEndpoints } from '../../invitations/index.ts';
import type { Endpoint } from '../../kit/endpoint.ts';
import { CLAIM_MS } from '../../kit/outbox/port.ts';
import {
  createChatDocuments,
  createChatStore,
  createConversationTimes,
  createFileIndex,
  createInvitationStore,
  createOperatorBook,
} from '../../stores/records/index.ts';
import { createVisitorHistory, createVisitorReaches, createVisitorStory } from '../../visitors/index.ts';
import type { Part } from '../part.ts';
import { accounts } from './accounts.ts';
import { analytics } from './analytics.ts';
import { bus } from './bus.ts';
import { collection } from './collection.ts';
import { counters } from './counters.ts';
import { mail } from './mail.ts';
import { operatorAccess } from './operator-access.ts';
import { place } from './place.ts';
import { records } from './records.ts';
import { secret } from './secret.ts';
import { turns } from './turns.ts';
import { webhooks } from './webhooks.ts';

export interface ChatPart {
  readonly chat: Chat;
  readonly endpoints: readonly Endpoint[];
}

export const chat: Part<ChatPart> = {
  name: 'chat',
  async open({ config, clock, log, node, use }) {
    const { counters: counterStore, goals, directory, publisher } = use(counters);
    const { olap } = use(analytics);
    const { db } = use(records);
    const invitations = createInvitationStore(db, clock);
    const story = createVisitorStory(olap, createVisitorHistory(olap));
    const hits = use(collection);
    const opened = await createChat({
      store: createChatStore(db, () => ({ node, until: clock.now() + CLAIM_MS })),
      node,
      bus: use(bus),
      turns: use(turns),
      documents: createChatDocuments(db),
      operators: createOperatorBook(db),
      files: createFileIndex(db),
      journal: createGoalJournal(hits.putEvent),
      desk: createInvitationDesk({ invitations, story, counters: counterStore, directory }),
      story,
      listeners: [use(webhooks).listener, ...use(mail).listeners],
      mailAvailable: config.mail !== null,
      directory,
      place: use(place),
      visitorOfToday: hits.visitorOfToday,
      access: operatorAccess(counterStore, use(accounts)),
      goalName(counterId, goalId, language) {
        const goal = directory.get(counterId)?.goals.find(({ id }) => id === goalId);
        return goal === undefined || goal.status === 'Deleted' ? null : displayName(goal, language);
      },
      clock,
      log,
      secret: use(secret),
      masked: hits.masked,
      networkLimits: config.networkLimits,
      trustProxy: config.trustProxy,
    });
    use(webhooks).meet(opened);
    hits.listen((stored) => opened.reached(reachesOf(stored)));
    publisher.listen(opened.counterChanged);
    const endpoints = [
      ...opened.endpoints,
      ...use(webhooks).endpoints,
      ...use(mail).endpoints(opened),
      ...invitationEndpoints({
        invitations,
        conversations: createConversationTimes(db),
        reaches: createVisitorReaches(olap),
        counters: counterStore,
        goals,
        clock,
      }),
    ];
    return { chat: opened, endpoints };
  },
  close: ({ chat: opened }) => opened.close(),
};

function reachesOf(hits: readonly LiveHit[]) {
  return hits.flatMap(({ counterId, visitor, goals }) =>
    visitor === undefined || goals.length === 0 ? [] : [{ counterId, visitor }],
  );
}
