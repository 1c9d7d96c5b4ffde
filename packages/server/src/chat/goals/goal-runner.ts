/** Brings stored chat goals into the journal [C26, C27]: at once, again after a failure, and at the next start. */
import type { PutEvent } from '../../collect/index.ts';
import type { FaultLog } from '../../kit/log.ts';
import type { GoalJournal } from '../outward.ts';
import type { ChatStore } from '../port.ts';
import type { PendingGoal } from '../records.ts';

export interface GoalRunner {
  /** The goal is stored already. Never throws, and nobody waits for it. */
  journal(goal: PendingGoal): void;
  /** Stores the goal, and journals it if it is new. @returns whether it was */
  add(goal: PendingGoal): Promise<boolean>;
  /** Resolves when all that is under way has ended. */
  settled(): Promise<void>;
  /** Takes up what an earlier run left behind. */
  resume(): Promise<void>;
  /** Resolves when all that is under way has ended; what waits for another attempt is left for the next start. */
  close(): Promise<void>;
}

export interface GoalRunnerDeps {
  readonly store: Pick<ChatStore, 'pendingGoals' | 'addPendingGoal' | 'goalsJournaled'>;
  readonly journal: GoalJournal;
  readonly log: FaultLog;
  /** Time between attempts. */
  readonly retryMs?: number;
}

const RETRY_MS = 2_000;
/** Marks of so long are made together. */
const MARK_MS = 250;

export function createGoalRunner({ store, journal, log, retryMs = RETRY_MS }: GoalRunnerDeps): GoalRunner {
  const underWay = new Set<Promise<void>>();
  const waiting = new Map<string, PendingGoal>();
  /** In the journal, and not marked as such. */
  const done: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  let marking: NodeJS.Timeout | undefined;
  let closed = false;

  async function attempt(goal: PendingGoal): Promise<void> {
    try {
      await journal.put(goal);
      // Forgotten by a crash, it is put once more and counts once [V12]: this need not be at once.
      done.push(goal.id);
      marking ??= setTimeout(() => void mark(), MARK_MS).unref();
    } catch (error) {
      log.warn({ error: String(error), goal: goal.id }, 'A chat goal is not in the journal yet.');
      waiting.set(goal.id, goal);
      if (!closed) timer ??= setTimeout(again, retryMs).unref();
    }
  }

  async function mark(): Promise<void> {
    clearTimeout(marking);
    marking = undefined;
    const ids = done.splice(0);
    try {
      await store.goalsJournaled(ids);
    } catch (error) {
      log.warn({ error: String(error) }, 'Chat goals in the journal are not marked yet.');
      done.push(...ids);
      if (!closed) marking ??= setTimeout(() => void mark(), retryMs).unref();
    }
  }

  function again(): void {
    timer = undefined;
    const goals = [...waiting.values()];
    waiting.clear();
    for (const goal of goals) start(goal);
  }

  function start(goal: PendingGoal): void {
    const running = attempt(goal);
    underWay.add(running);
    void running.then(() => underWay.delete(running));
  }

  async function settled(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay);
  }

  return {
    journal: start,
    settled,
    async add(goal) {
      const isNew = await store.addPendingGoal(goal);
      if (isNew) start(goal);
      return isNew;
    },
    async resume() {
      for (const goal of await store.pendingGoals()) start(goal);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await settled();
      await mark();
    },
  };
}

/** Chat goals as event hits of the visitor, through collection's own door for the server [C26]. */
export function createGoalJournal(putEvent: PutEvent): GoalJournal {
  return {
    async put({ id, counterId, visitor, event, context, at }) {
      const { url, title, referrer, agent, country, language } = context;
      // A counter that was deleted meanwhile takes no hits: that is its owner's will, and no failure.
      await putEvent({
        id,
        counterId,
        visitor,
        identifier: event,
        url,
        title,
        landing: context.landing ?? { url, referrer },
        agent,
        country,
        language,
        at,
      });
    },
  };
}
