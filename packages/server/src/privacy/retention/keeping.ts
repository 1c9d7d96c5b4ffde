/** Removes once a day what is older than its counter keeps it, by steps that can be repeated [P16], [P17]. */
import { randomBytes } from 'node:crypto';
import type { RetentionPeriods } from '@goalpost/contract/management';
import type { Clock } from '../../kit/clock.ts';
import type { FaultLog } from '../../kit/log.ts';
import { claimDue, CLAIM_MS } from '../../kit/outbox/port.ts';
import { lookAtClock, type ClockMemory, type ClockSeen } from './clock-trust.ts';
import type { Scrubbing } from '../scrubbing.ts';
import { cutoffsOf } from './periods.ts';
import { DAY_MS, utcDay } from '../../kit/dates/calendar-day.ts';
import type { ExpiringStores, KeptSums, Loss, PurgeableRows, RetentionStore, StoredRun } from './port.ts';

/** Days for which the data of a deleted counter wait for its being restored [P19]. */
export const PURGE_DAYS = 90;
const HOUR_MS = 3_600_000;
const AT_ONCE = 20;
/** Longer than a statement of the analytics store may take. */
const STEP_MS = 11 * 60_000;

/** Another node works on the counter; that is no fault. */
class Held extends Error {}

export interface KeepingDeps {
  readonly store: RetentionStore;
  readonly rows: ExpiringStores;
  readonly sums: KeptSums;
  /** Of every store, in the order in which they are emptied. */
  readonly purgeable: readonly PurgeableRows[];
  readonly scrubbing: Pick<Scrubbing, 'owe'>;
  /** A line of the audit log. */
  told(run: StoredRun): Promise<void>;
  readonly clock: Clock;
  readonly clockMemory: ClockMemory;
  readonly log: FaultLog;
  readonly node: string;
}

export interface Keeping {
  /** What would go now; nothing does. */
  losses(counterId: number, periods: RetentionPeriods): Promise<Loss[]>;
  /** Stored, and done after that. */
  ask(counterId: number, task: StoredRun['task'], askedBy: string): Promise<StoredRun>;
  /** Plans what the day brings, and does what waits; one at a time. */
  resume(): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

export function createKeeping(deps: KeepingDeps): Keeping {
  const { store, rows, sums, clock, log, node } = deps;
  let running: Promise<void> = Promise.resolve();

  async function losses(counterId: number, periods: RetentionPeriods): Promise<Loss[]> {
    const found: Loss[] = [];
    for (const { kind, before } of cutoffsOf(periods, clock.now())) {
      const summedDays =
        periods.sums && sums.kinds.includes(kind) ? await sums.days(counterId, kind, before) : 0;
      found.push({ kind, before, ...(await rows[kind].count(counterId, before)), summedDays });
    }
    return found;
  }

  async function add(run: Pick<StoredRun, 'id' | 'counterId' | 'task' | 'askedBy'>): Promise<StoredRun> {
    const stored: StoredRun = {
      ...run,
      losses: run.task === 'purge' ? [] : await losses(run.counterId, await store.periods(run.counterId)),
      createdAt: clock.now(),
      finishedAt: null,
      waitsFor: '',
    };
    await store.add(stored);
    return stored;
  }

  let seen: ClockSeen | null = null;

  /** Whether its time may decide what is too old; nothing brings back what a wrong clock removed. */
  async function believesClock(): Promise<boolean> {
    const now = clock.now();
    const before = seen ?? (await deps.clockMemory.read());
    const next = lookAtClock(before, now);
    const doubtIsNew = next.doubtedSince !== null && next.doubtedSince !== before?.doubtedSince;
    if (doubtIsNew)
      log.warn(
        { from: new Date(before?.at ?? now).toISOString(), to: new Date(now).toISOString() },
        'The clock is days ahead of where it was: nothing is removed by age until it has held for a day.',
      );
    const isFarther = before === null || Math.abs(next.at - before.at) >= HOUR_MS;
    if (isFarther || next.doubtedSince !== before.doubtedSince) await deps.clockMemory.write(next);
    // What is on disk and what is known here differ by less than an hour.
    seen = isFarther || next.doubtedSince !== null ? next : { ...next, at: before.at };
    return next.doubtedSince === null;
  }

  /** Of several nodes that plan the same day, one makes the run: its id says counter and day. */
  async function plan(): Promise<void> {
    const now = clock.now();
    for (const { counterId, periods } of await store.all()) {
      const id = `${counterId}-${utcDay(now)}`;
      if (cutoffsOf(periods, now).length === 0 || (await store.has(id))) continue;
      await add({ id, counterId, task: 'retention', askedBy: '' });
    }
    for (const counterId of await store.purgeable(now - PURGE_DAYS * DAY_MS))
      await add({ id: `purge-${counterId}-${utcDay(now)}`, counterId, task: 'purge', askedBy: '' });
  }

  /** As the counter has it now: sums that are wanted are written before anything goes. */
  async function removeOld(run: StoredRun): Promise<void> {
    const { counterId } = run;
    const { sums: wanted } = await store.periods(counterId);
    for (const { kind, before } of run.losses) {
      const summed =
        wanted && sums.kinds.includes(kind)
          ? await sums.sum(counterId, kind, before, () => hold(run))
          : undefined;
      await hold(run);
      await rows[kind].remove(counterId, before, summed);
    }
  }

  /**
   * Of a counter's runs one is done at a time, on whatever node: two that sum would undo each other.
   * Its oldest one that waits is held for all of them, again before each step.
   */
  async function hold({ id, counterId }: StoredRun): Promise<void> {
    const waiting = (await store.list(counterId)).filter(({ finishedAt }) => finishedAt === null);
    const now = clock.now();
    const held = await store.claim([waiting.at(-1)?.id ?? id], now, { node, until: now + STEP_MS });
    if (held.length === 0) throw new Held();
  }

  async function perform(run: StoredRun): Promise<void> {
    await hold(run);
    if (run.task === 'retention') await removeOld(run);
    // One that was restored in the meantime keeps what it has.
    else if (await store.beginPurge(run.counterId))
      for (const one of deps.purgeable) await one.purge(run.counterId);
    await deps.told(run);
    await store.finish(run.id, clock.now());
    await deps.scrubbing.owe();
  }

  async function work(): Promise<void> {
    if (await believesClock()) await plan();
    const now = clock.now();
    const claim = { node, until: now + CLAIM_MS };
    for (const run of await claimDue(store, ({ id }) => id, now, AT_ONCE, claim)) {
      try {
        await perform(run);
      } catch (error) {
        // It is this node's in turn, once the other is done.
        if (error instanceof Held) continue;
        log.warn({ error: String(error), run: run.id }, 'Old data are not removed yet; it is tried again.');
        await store.postpone(run.id, (error as Error).message);
      }
    }
  }

  const resume = (): Promise<void> =>
    (running = running
      .then(work)
      .catch((error: unknown) =>
        log.warn({ error: String(error) }, 'Which data are too old cannot be asked now.'),
      ));

  return {
    losses,
    async ask(counterId, task, askedBy) {
      const id = `${task}-${counterId}-${randomBytes(9).toString('hex')}`;
      const run = await add({ id, counterId, task, askedBy });
      void resume();
      return run;
    },
    resume,
    idle: () => running,
  };
}
