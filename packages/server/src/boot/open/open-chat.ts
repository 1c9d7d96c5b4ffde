/** Puts the chat together with the stores and features that it asks for. */
import { join } from 'node:path';
import type { Accounts } from '../../accounts/index.ts';
import {
  createChat,
  createChatFiles,
  createGoalJournal,
  createWebhooks,
  type Chat,
  type ChatFiles,
} from '../../chat/index.ts';
import type { Collection, LiveHit, Place } from '../../collect/index.ts';
import { createInvitationDesk, invitationEndpoints } from '../../invitations/index.ts';
import type { Olap } from '../../kit/olap.ts';
import type { BucketSettings } from '../../stores/files/index.ts';
import { createVisitorHistory, createVisitorReaches, createVisitorStory } from '../../visitors/index.ts';
import type { Config } from '../config/config.ts';
import type { CounterStore, Directory, GoalStore } from '../../counters/index.ts';
import { displayName } from '../../goals/index.ts';
import type { Clock } from '../../kit/clock.ts';
import type { Endpoint, Permission } from '../../kit/endpoint.ts';
import {
  createChatDocuments,
  createChatStore,
  createConversationTimes,
  createDeliveryLog,
  createFileIndex,
  createInvitationStore,
  createOperatorBook,
  type Records,
} from '../../stores/records/index.ts';
import type { Logger } from '../log.ts';
import { openFiles } from './open-files.ts';
import { openMail } from './open-mail.ts';

export interface OpenChatDeps {
  readonly records: Records;
  readonly olap: Olap;
  readonly collection: Pick<Collection, 'putEvent'>;
  readonly directory: Directory;
  readonly place: Place;
  readonly accounts: Pick<Accounts, 'loginOf' | 'nameOf'>;
  readonly counters: CounterStore;
  readonly goals: GoalStore;
  readonly clock: Clock;
  readonly log: Logger;
  readonly dataDir: string;
  /** Where the chat's files are kept; null: in the data folder. */
  readonly bucket: BucketSettings | null;
  /** Whether webhooks may reach private networks. */
  readonly networkLimits: Config['networkLimits'];
  readonly trustProxy: Config['trustProxy'];
  readonly webhooksPrivate: boolean;
  /** What sends e-mail; null: nothing does. */
  readonly mail: Config['mail'];
  readonly publicUrl: string | null;
  /** The server's own. */
  readonly secret: string;
}

export interface OpenChat {
  readonly chat: Chat;
  readonly files: ChatFiles;
  readonly endpoints: readonly Endpoint[];
  /** Hits that the analytics store has taken. */
  reached(hits: readonly LiveHit[]): void;
  /** The server is about to close its connections. */
  ending(): void;
  close(): Promise<void>;
}

export async function openChat(deps: OpenChatDeps): Promise<OpenChat> {
  const { records, olap, directory, counters, goals, clock, log } = deps;
  const invitations = createInvitationStore(records.db, clock);
  const story = createVisitorStory(olap, createVisitorHistory(olap));
  const chatStore = createChatStore(records.db);
  const index = createFileIndex(records.db);
  const documents = createChatDocuments(records.db);
  const access = operatorAccess(counters, deps.accounts);
  const webhooks = createWebhooks({
    store: chatStore,
    documents,
    deliveries: createDeliveryLog(records.db),
    access,
    settings: (counterId) => chat.settings.get(counterId),
    learn: (...learned) => chat.learn(...learned),
    clock,
    log,
    allowPrivate: deps.webhooksPrivate,
  });
  const mail = openMail({ ...deps, settings: deps.mail });
  const chat = await createChat({
    store: chatStore,
    documents,
    operators: createOperatorBook(records.db),
    files: index,
    journal: createGoalJournal(deps.collection.putEvent),
    desk: createInvitationDesk({ invitations, story, counters, directory }),
    story,
    listeners: [webhooks.listener, ...mail.listeners],
    mailAvailable: deps.mail !== null,
    directory,
    place: deps.place,
    access,
    goalName(counterId, goalId, language) {
      const goal = directory.get(counterId)?.goals.find(({ id }) => id === goalId);
      return goal === undefined || goal.status === 'Deleted' ? null : displayName(goal, language);
    },
    clock,
    log,
    secret: deps.secret,
    networkLimits: deps.networkLimits,
    trustProxy: deps.trustProxy,
  });
  const storage = await openFiles(join(deps.dataDir, 'chat-files'), deps.bucket, log);
  const files = createChatFiles({
    index,
    bytes: storage.bytes,
    people: chatStore,
    personOf: chat.personOf,
    whyClosed: chat.whyClosed,
    clock,
    log,
  });
  await webhooks.start();
  mail.start(chat);
  const sweeping = setInterval(() => void sweep(files, log), SWEEP_MS).unref();
  return {
    chat,
    files,
    endpoints: [
      ...chat.endpoints,
      ...webhooks.endpoints,
      ...mail.endpoints(chat),
      ...invitationEndpoints({
        invitations,
        conversations: createConversationTimes(records.db),
        reaches: createVisitorReaches(olap),
        counters,
        goals,
        clock,
      }),
    ],
    reached: (hits) =>
      chat.reached(
        hits.flatMap(({ counterId, visitor, goals: reached }) =>
          visitor === undefined || reached.length === 0 ? [] : [{ counterId, visitor }],
        ),
      ),
    ending() {
      chat.ending();
      storage.ending();
    },
    async close() {
      clearInterval(sweeping);
      await mail.close();
      storage.close();
      await chat.close();
      await webhooks.close();
    },
  };
}

const SWEEP_MS = 3_600_000;

async function sweep(files: ChatFiles, log: Logger): Promise<void> {
  await files
    .sweep()
    .catch((error: unknown) => log.warn({ error: String(error) }, 'Unused chat files are not removed yet.'));
}

function operatorAccess(counters: CounterStore, { loginOf, nameOf }: OpenChatDeps['accounts']) {
  return {
    permission: (accountId: string, counterId: number) => counters.permission(accountId, counterId),
    async countersOf(accountId: string): Promise<ReadonlyMap<number, Permission>> {
      const visible = await counters.visibleTo(accountId);
      return new Map(
        visible
          .filter(({ counter }) => counter.status === 'Active')
          .map(({ counter, permission }) => [counter.id, permission]),
      );
    },
    async whoAnswers(counterId: number): Promise<readonly string[]> {
      const accounts = await counters.accountsOf(counterId);
      return accounts.filter(({ permission }) => permission !== 'view').map(({ accountId }) => accountId);
    },
    loginOf,
    nameOf,
  };
}
