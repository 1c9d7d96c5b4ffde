/** Does backfills by steps that can be done again, so that a kill loses nothing and doubles nothing [G68]. */
import { hostsOf, type CounterStore, type GoalStore } from '../../counters/index.ts';
import type { Clock } from '../../kit/clock.ts';
import type { FaultLog } from '../../kit/log.ts';
import type { Olap } from '../../kit/olap.ts';
import { claimDue, CLAIM_MS } from '../../kit/outbox/port.ts';
import { countPart, Stopped } from './count-part.ts';
import { findStoredHits } from '../past/stored-hits.ts';
import { isProblem } from '../../kit/problem.ts';
import type { BackfillStore, PastReaches, StoredBackfill } from './port.ts';

export interface BackfillingDeps {
  readonly store: BackfillStore;
  readonly reaches: PastReaches;
  readonly olap: Pick<Olap, 'query'>;
  readonly counters: Pick<CounterStore, 'get'>;
  readonly goals: Pick<GoalStore, 'list'>;
  /** Resolves when every hit that came before is in the analytics store. */
  flushed(): Promise<void>;
  readonly clock: Clock;
  readonly log: FaultLog;
  readonly node: string;
  readonly partHits?: number;
}

export interface Backfilling {
  /** Does what waits; one run at a time. */
  resume(): Promise<void>;
  /** Ends after the hit in hand; what is left is done after the next start. */
  stop(): Promise<void>;
}

const AT_ONCE = 20;
/** Hits that are read at once. */
const PART_HITS = 50_000;

export function createBackfilling(deps: BackfillingDeps): Backfilling {
  const { store, reaches, clock, log, node } = deps;
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();

  async function remove({ id, counterId, goalId }: StoredBackfill): Promise<void> {
    await reaches.remove(counterId, goalId);
    await store.remove(id);
  }

  async function backfill(asked: StoredBackfill): Promise<void> {
    const { id, counterId, goalId, goal, from, to } = asked;
    const counter = await deps.counters.get(counterId);
    if (counter === null) return store.remove(id);
    if (asked.parts === 0) await deps.flushed();
    const hits = await findStoredHits(deps.olap, goal, { from, until: to }, stopping.signal);
    if (isProblem(hits)) throw new Error(hits.items[0].message);
    const { partHits = PART_HITS } = deps;
    const parts = asked.parts > 0 ? asked.parts : Math.max(1, Math.ceil(hits.count / partHits));
    if (asked.parts === 0 && !(await store.split(id, parts))) return;
    const others = await deps.goals.list(counterId, true);
    for (let part = asked.done; part < parts; part += 1) {
      const { autogoals, currency } = counter;
      const found = await countPart(
        hits,
        { part, parts, from, to },
        { goal, others, autogoals, currency, hosts: hostsOf(counter) },
        stopping.signal,
      );
      const written = { token: `backfill-${id}-${part}`, version: asked.createdAt };
      await reaches.put(counterId, goalId, found, written);
      if (!(await store.advance(id, part, found.length))) return;
      const now = clock.now();
      await store.claim([id], now, { node, until: now + CLAIM_MS });
    }
    await reaches.removeErased(counterId, goalId);
    await store.finish(id, clock.now());
  }

  async function run(): Promise<void> {
    const now = clock.now();
    for (const due of await claimDue(store, ({ id }) => id, now, AT_ONCE, { node, until: now + CLAIM_MS })) {
      if (stopping.signal.aborted) return;
      try {
        await (due.removing ? remove(due) : backfill(due));
      } catch (error) {
        if (error instanceof Stopped || stopping.signal.aborted) return;
        log.warn(
          { error: String(error), backfill: due.id },
          'A backfill is not done yet, and is tried again.',
        );
        await store.postpone(due.id, (error as Error).message);
      }
    }
  }

  const resume = (): Promise<void> =>
    (running = running
      .then(run)
      .catch((error: unknown) =>
        log.warn({ error: String(error) }, 'Which backfills wait cannot be asked now.'),
      ));
  return {
    resume,
    stop() {
      stopping.abort();
      return running;
    },
  };
}
