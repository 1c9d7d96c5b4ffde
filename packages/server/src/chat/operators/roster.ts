/** What outlives an operator's connection: that they said "offline" [C48], and that they may come back [C47]. */
import { may as mayAnswer } from '@goalpost/contract/management';
import type { Clock } from '../../kit/clock.ts';
import type { Permission } from '../../kit/endpoint.ts';
import type { FaultLog } from '../../kit/log.ts';
import type { Hub } from '../hub.ts';
import { createKeyedQueue } from '../../kit/nodes/keyed-queue.ts';
import type { OperatorAccess } from '../outward.ts';
import type { OperatorBook, OperatorState } from '../port.ts';

export interface Roster {
  /** Takes up what an earlier run left; before operators are let in. */
  load(): Promise<void>;
  isAway(accountId: string): boolean;
  /** Counts at once. Resolves when it is stored. */
  setAway(accountId: string, away: boolean): Promise<void>;
  /** A console that may answer is in the hub now. Resolves when that is stored. */
  came(accountId: string): Promise<void>;
  /**
   * A console is in the hub no more. Counts at once; resolves when it has been asked whether they still may.
   * @param back what its operator may, if they are to be waited for; null: they are not
   */
  left(accountId: string, back: Pick<Returning, 'may' | 'ask'> | null): Promise<void>;
  /** Whether the operator is on their way back. */
  isAwaited(accountId: string): boolean;
  /** Those on their way back who may answer on the counter, and have not said that they are away. */
  awaited(counterId: number): string[];
  /** Counters of those who are awaited. */
  counters(): number[];
  /** By the clock: ends the waiting, asks again what the awaited may, stores what could not be stored. */
  look(): Promise<void>;
  /** The server ends: who is cut off from now on has not left. */
  end(): void;
  readonly isEnding: boolean;
  /** Resolves when everything begun has ended. */
  idle(): Promise<void>;
}

export interface RosterDeps {
  readonly book: OperatorBook;
  readonly hub: Pick<Hub, 'operators'>;
  readonly access: Pick<OperatorAccess, 'countersOf'>;
  readonly clock: Clock;
  readonly log: FaultLog;
}

/** How long operators are waited for after a start [C47]. */
const RETURN_MS = 30_000;
/** How long one is whose connection was lost, as every page load of a console does [C47]. */
const RELOAD_MS = 3_000;

type Rights = ReadonlyMap<number, Permission>;

/** An operator who may come back. */
interface Returning {
  readonly until: number;
  /** They were there when an earlier server ended; else this one has seen them go. */
  readonly fromBefore: boolean;
  /** What they may on which counter. */
  readonly may: Rights;
  /** The same, asked again; nothing for an operator who has signed out, or was removed. */
  ask(): Promise<Rights>;
}

export function createRoster({ book, hub, access, clock, log }: RosterDeps): Roster {
  const away = new Set<string>();
  const returning = new Map<string, Returning>();
  const stored = new Map<string, OperatorState>();
  const unstored = new Set<string>();
  const queue = createKeyedQueue();
  let ending = false;

  const isAwaited = (accountId: string) => clock.now() < (returning.get(accountId)?.until ?? 0);

  function stateOf(accountId: string): OperatorState {
    const before = stored.get(accountId);
    const isThere = [...hub.operators()].some((one) => one.accountId === accountId && one.canAnswer);
    const isExpected = returning.get(accountId)?.fromBefore ?? false;
    const connected = ending ? (before?.connected ?? false) : isThere || isExpected;
    return { accountId, away: away.has(accountId), connected };
  }

  /** Together with all others that wait by then. */
  async function store(...accountIds: readonly string[]): Promise<void> {
    for (const id of accountIds) unstored.add(id);
    await queue.run('', async () => {
      const ids = [...unstored];
      unstored.clear();
      const states = ids.map(stateOf).filter((state) => !isSame(state, stored.get(state.accountId)));
      if (states.length === 0) return;
      try {
        await book.save(states);
      } catch (error) {
        for (const id of ids) unstored.add(id);
        throw error;
      }
      for (const state of states) stored.set(state.accountId, state);
    });
  }

  const storeSometime = (...accountIds: readonly string[]) =>
    store(...accountIds).catch((error: unknown) =>
      log.warn({ error: String(error) }, 'Who is connected is not stored yet.'),
    );

  /** Ends the waiting for those whose time is over, or who may nothing any more. */
  async function lookAt(accountId: string, one: Returning): Promise<void> {
    const may = clock.now() < one.until ? await one.ask() : NOTHING;
    if (returning.get(accountId) !== one) return;
    if (may.size > 0) returning.set(accountId, { ...one, may });
    else if (returning.delete(accountId)) unstored.add(accountId);
  }

  return {
    async load() {
      const until = clock.now() + RETURN_MS;
      for (const state of await book.remembered()) {
        const { accountId } = state;
        stored.set(accountId, state);
        if (state.away) away.add(accountId);
        if (!state.connected) continue;
        const ask = () => access.countersOf(accountId);
        returning.set(accountId, { until, fromBefore: true, may: await ask(), ask });
      }
    },
    isAway: (accountId) => away.has(accountId),
    async setAway(accountId, isAway) {
      if (isAway) away.add(accountId);
      else away.delete(accountId);
      await store(accountId);
    },
    async came(accountId) {
      returning.delete(accountId);
      await store(accountId);
    },
    async left(accountId, back) {
      void storeSometime(accountId);
      if (back === null) return;
      const one = { ...back, until: clock.now() + RELOAD_MS, fromBefore: false };
      returning.set(accountId, one);
      await lookAt(accountId, one);
    },
    isAwaited,
    awaited: (counterId) =>
      [...returning]
        .filter(
          ([id, { may }]) => isAwaited(id) && !away.has(id) && mayAnswer(may.get(counterId), 'chat:answer'),
        )
        .map(([id]) => id),
    counters: () => [...returning.values()].flatMap(({ may }) => [...may.keys()]),
    async look() {
      for (const [accountId, one] of returning) await lookAt(accountId, one);
      if (unstored.size > 0) await storeSometime();
    },
    end() {
      ending = true;
    },
    get isEnding() {
      return ending;
    },
    idle: () => queue.idle(),
  };
}

const NOTHING: Rights = new Map();

function isSame(one: OperatorState, other: OperatorState | undefined): boolean {
  return one.away === (other?.away ?? false) && one.connected === (other?.connected ?? false);
}
