/** For tests: the chat over a store in memory, with a clock and timers moved by hand. */
import { may } from '@goalpost/contract/management';
import type { CounterConfig } from '../collect/index.ts';
import type { Permission } from '../kit/endpoint.ts';
import { createChat, type Chat } from './index.ts';
import type { ChatHappening, PendingGoal } from './records.ts';
import type { BucketLimits, SocketRoute } from './sockets/index.ts';
import { createTestDocuments, createTestOperators, createTestStore, type TestStore } from './test-store.ts';
import { openWire, type TestWire } from './test-wire.ts';
import type { OperatorEvent, RuleForPage, VisitorEvent } from '@goalpost/contract/chat';

export const COUNTER = 100_001;
export const OTHER_COUNTER = 100_002;
export const RULE = 'rule-1';

export interface TestChat {
  chat: Chat;
  readonly store: TestStore;
  readonly clock: { now(): number };
  /** Moves the clock. */
  pass(ms: number): void;
  /** Runs what the clock would. */
  tick(task: 'people' | 'operators' | 'hours' | 'visits' | 'silence'): Promise<void>;
  /** What was put into the journal, every time. */
  readonly journaled: PendingGoal[];
  /** What pages are to watch for, and whether that asks for goals. */
  rules: readonly RuleForPage[];
  asksForGoals: boolean;
  /** Rules are to be had when it resolves. */
  rulesReady: Promise<void>;
  /** What an account may, as it is when asked, is answered when it resolves. */
  rightsReady: Promise<void>;
  /** While it is set, the journal refuses. */
  journalFails: boolean;
  /** What became of the one rule that there is. */
  readonly desk: string[];
  readonly happenings: [ChatHappening, string][];
  /** What each account may, by counter; changes count at once. */
  readonly permissions: Map<string, Map<number, Permission>>;
  readonly configs: Map<number, CounterConfig>;
  /** Warnings and errors. */
  readonly logged: string[];
  /** @param counterId as the address writes it */
  visitor(counterId?: number | string, onArrival?: (event: VisitorEvent) => void): TestWire<VisitorEvent>;
  operator(accountId: string, onArrival?: (event: OperatorEvent) => void): TestWire<OperatorEvent>;
  /** Another process on the same stores, after a kill: nothing in memory survives, and no socket was closed. */
  restart(): Promise<void>;
}

export function counterConfig(counterId: number, changes: Partial<CounterConfig> = {}): CounterConfig {
  return {
    counterId,
    status: 'Active',
    revision: 1,
    hosts: ['shop.example'],
    onlyHosts: false,
    visitTimeout: 1_800,
    autogoals: true,
    filterRobots: true,
    currency: 'EUR',
    goals: [],
    ...changes,
  };
}

const MANY: BucketLimits = { perSecond: 1e9, atOnce: 1e9, abuse: 1e9, abuseMs: 1 };

export async function startTestChat(limits: BucketLimits = MANY): Promise<TestChat> {
  let now = Date.parse('2026-03-12T09:00:00Z');
  const tasks = new Map<string, () => Promise<void> | void>();
  const store = createTestStore();
  const documents = createTestDocuments();
  const operators = createTestOperators();
  for (const counterId of [COUNTER, OTHER_COUNTER])
    await documents.save(counterId, 'settings', { enabled: true });
  const log = (fields: object, message: string) =>
    void test.logged.push(`${message} ${JSON.stringify(fields)}`);

  const make = () =>
    createChat({
      store,
      documents,
      operators,
      files: { get: async () => null, hold: async () => undefined },
      directory: { get: (id) => test.configs.get(id), all: () => test.configs.values() },
      place: { country: () => 'DE', locality: () => null },
      visitorOfToday: (counterId, { agent }) => `77${counterId}${agent.length}`,
      access: {
        permission: async (accountId, counterId) => test.permissions.get(accountId)?.get(counterId) ?? null,
        async countersOf(accountId) {
          const held = new Map(test.permissions.get(accountId));
          await test.rightsReady;
          return held;
        },
        whoAnswers: async (counterId) =>
          [...test.permissions].flatMap(([id, held]) =>
            may(held.get(counterId), 'chat:answer') ? [id] : [],
          ),
        loginOf: async (accountId) => (test.permissions.has(accountId) ? `${accountId}@example.com` : null),
      },
      desk: {
        rulesFor: () => test.rulesReady.then(() => test.rules),
        asksForGoals: async () => test.asksForGoals,
        async happened(_who, ruleId, event) {
          if (ruleId !== RULE) return null;
          test.desk.push(event);
          return { text: 'Free shipping today', author: 'Ann', variant: 1 };
        },
      },
      journal: {
        async put(goal) {
          if (test.journalFails) throw new Error('the disk is full');
          test.journaled.push(goal);
        },
      },
      story: {
        story: async () => ({ visits: [], pages: [] }),
        visitCounts: async (_counter, visitors) => new Map(visitors.map((visitor) => [visitor, 3])),
      },
      listeners: [{ happened: (event, id) => void test.happenings.push([event, id]) }],
      goalName: () => null,
      clock: { now: () => now },
      log: { warn: log, error: log },
      secret: 'secret of the test server',
      limits: { visitor: limits, operator: limits },
      timers: {
        every: (_ms, name, task) => void tasks.set(name, task),
        stop: async () => undefined,
      },
    });

  const routeOf = (url: string): SocketRoute => {
    const route = test.chat.sockets.find((one) => one.url === url);
    if (route === undefined) throw new Error(`no route ${url}`);
    return route;
  };

  const wires: { kill(): void }[] = [];
  function kept<W extends { kill(): void }>(wire: W): W {
    wires.push(wire);
    return wire;
  }

  const test: TestChat = {
    chat: undefined as unknown as Chat,
    store,
    clock: { now: () => now },
    pass: (ms) => void (now += ms),
    async tick(task) {
      await tasks.get(task)?.();
    },
    journaled: [],
    rules: [],
    asksForGoals: false,
    rulesReady: Promise.resolve(),
    journalFails: false,
    rightsReady: Promise.resolve(),
    desk: [],
    happenings: [],
    permissions: new Map([
      ['ann', new Map<number, Permission>([[COUNTER, 'own']])],
      ['bob', new Map<number, Permission>([[COUNTER, 'edit']])],
    ]),
    configs: new Map([COUNTER, OTHER_COUNTER].map((id) => [id, counterConfig(id)])),
    logged: [],
    visitor: (counterId = COUNTER, onArrival) =>
      kept(
        openWire(
          routeOf('/chat/v1/visitor/:counterId'),
          { params: { counterId: String(counterId) } },
          onArrival,
        ),
      ),
    operator: (accountId, onArrival) =>
      kept(
        openWire(
          routeOf('/chat/v1/operator'),
          {
            params: {},
            caller: async () =>
              test.permissions.has(accountId)
                ? { accountId, login: `${accountId}@example.com`, scope: 'write' }
                : null,
          },
          onArrival,
        ),
      ),
    async restart() {
      for (const wire of wires.splice(0)) wire.kill();
      test.chat = await make();
    },
  };
  test.chat = await make();
  return test;
}
