/** Brings stored chat goals into the journal [C26, C27]: at once, again after a failure, and at the next start. */
import type { PutEvent } from '../../collect/index.ts';
import type { Clock } from '../../kit/clock.ts';
import type { FaultLog } from '../../kit/log.ts';
import { createDoneMarks } from '../../kit/outbox/done-marks.ts';
import { CLAIM_MS, claimDue, ONE_NODE } from '../../kit/outbox/port.ts';
import type { GoalJournal } from '../outward.ts';
import type { ChatStore } from '../port.ts';
import type { PendingGoal } from '../records.ts';

export interface GoalRunner {
  /** The goal is stored already. Never throws, and need not be waited for. */
  journal(goal: PendingGoal): void;
  /** Stores the goal, and journals it if it is new. @returns whether it was */
  add(goal: PendingGoal): Promise<boolean>;
  /** Resolves when all that is under way has ended. */
  settled(): Promise<void>;
  /** Takes up what an earlier run, or a node that is gone, left behind. */
  resume(): Promise<void>;
  /** Resolves when all that is under way has ended; what waits for another attempt is left for the next start. */
  close(): Promise<void>;
}

export interface GoalRunnerDeps {
  readonly store: Pick<ChatStore, 'goals' | 'addPendingGoal'>;
  readonly journal: GoalJournal;
  readonly clock: Clock;
  readonly log: FaultLog;
  /** Of several, this one; there is but one unless said. */
  readonly node?: string;
  /** Time between attempts. */
  readonly retryMs?: number;
}

const RETRY_MS = 2_000;
const MOST_AT_ONCE = 100_000;

export function createGoalRunner(deps: GoalRunnerDeps): GoalRunner {
  const { store, journal, clock, log, node = ONE_NODE, retryMs = RETRY_MS } = deps;
  const underWay = new Set<Promise<void>>();
  const waiting = new Map<string, PendingGoal>();
  /** Whatever is not marked yet: it is this node's, and taken up once. */
  const known = new Set<string>();
  // Forgotten by a crash, a goal is put once more and counts once [V12]: it need not be marked at once.
  const marks = createDoneMarks<string>({
    async mark(ids) {
      await store.goals.done(ids);
      for (const id of ids) known.delete(id);
    },
    log,
    failed: 'Chat goals in the journal are not marked yet.',
  });
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function attempt(goal: PendingGoal): Promise<void> {
    try {
      await journal.put(goal);
      marks.add([goal.id]);
    } catch (error) {
      log.warn({ error: String(error), goal: goal.id }, 'A chat goal is not in the journal yet.');
      waiting.set(goal.id, goal);
      if (!closed) timer ??= setTimeout(again, retryMs).unref();
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

  function journalOnce(goal: PendingGoal): void {
    if (known.has(goal.id)) return;
    known.add(goal.id);
    start(goal);
  }

  async function settled(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay);
  }

  return {
    journal: journalOnce,
    settled,
    async add(goal) {
      const isNew = await store.addPendingGoal(goal);
      if (isNew) journalOnce(goal);
      return isNew;
    },
    async resume() {
      const now = clock.now();
      const claim = { node, until: now + CLAIM_MS };
      for (const goal of await claimDue(store.goals, ({ id }) => id, now, MOST_AT_ONCE, claim))
        journalOnce(goal);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await settled();
      await marks.close();
    },
  };
}

/** Chat goals as event hits of the visitor, through collection's own door for the server [C26]. */
export function createGoalJournal(putEvent: PutEvent): GoalJournal {
  return {
    async put({ id, counterId, visitor, event, context, at }) {
      const { url, title, referrer, agent, country, language } = context;
      // A counter that was deleted since takes no hits: that is its owner's will, and no failure.
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
        ...(context.consent === false ? { consent: false } : {}),
      });
    },
  };
}
