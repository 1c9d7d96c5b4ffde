/** Puts collection together: door, journal, processing wherever it runs, health. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UNWATCHED } from '../kit/watched.ts';
import type { LiveHit } from './run/batch.ts';
import { createConfigKeeper } from './state/config-keeper.ts';
import { createMasking, maskedIdOf, maskedIdsBy } from './door/masking.ts';
import { createDoor } from './door/door.ts';
import { createOwnVisits } from './door/own-visits.ts';
import { openDailySalt } from './door/daily-salt.ts';
import { openSecret, visitorsOfToday } from './door/visitor.ts';
import type { RefusedTrial } from './door/watch-handler.ts';
import { ownsPath } from './door/wire-path.ts';
import { collectEndpoints } from './health/endpoints.ts';
import { createHealth, type Health } from './health/health.ts';
import { damageTotals, serverState } from './health/server-state.ts';
import { loadHealth, saveHealth } from './health/health-file.ts';
import { openDamagedFiles } from './journal/damaged-files.ts';
import { nodeDisk } from './journal/file-system.ts';
import { type Journal, JOURNAL_LIMITS, JournalUnavailable, openJournal } from './journal/journal.ts';
import { createLiveFeed } from './live-feed.ts';
import type { ProcessingHost, ProcessingSettings } from './processing/port.ts';
import { eventDoor } from './server-event.ts';
import { CHECKPOINT_SCHEDULE } from './run/checkpointing.ts';
import { forgetVisitors } from './run/forget.ts';
import { setStalledAside } from './run/stalled-record.ts';
import { createUnreadable } from './unreadable.ts';
import type { Collection, CollectionDeps } from './collection-port.ts';

const HEALTH_SAVE_MS = 60_000;
const DRAIN_MS = 4_000;

/** @throws Error in a plain sentence, if the data folder cannot be used */
export async function createCollection(deps: CollectionDeps): Promise<Collection> {
  const { dataDir, directory, clock, log } = deps;
  const dir = join(dataDir, 'journal');
  const healthPath = join(dataDir, 'collection-health.json');
  const live = createLiveFeed();
  const trialListeners: ((trial: RefusedTrial, counterId: number, now: number) => void)[] = [];
  const listeners: ((hits: readonly LiveHit[]) => void)[] = [];
  const ownVisits = createOwnVisits(deps.readOwnVisitLink);

  const { secret, salt, health } = await openFolder().catch(cannotWrite);
  const masking = createMasking(secret);
  const processing = await deps.openProcessing(processingSettings(dir, deps), host()).catch(cannotWrite);
  const { start } = processing;
  const journal = await openForWriting().catch(async (error: unknown) => {
    await processing.stop();
    return cannotWrite(error);
  });
  const configs = createConfigKeeper(journal, clock);
  await publishChanged(start.changed);
  processing.run();
  let closing = false;
  const saving = setInterval(() => {
    void save(health);
    // Also where no hit comes after midnight.
    void salt.turn(clock.now());
  }, HEALTH_SAVE_MS);
  const door = createDoor({
    ...deps,
    trustProxy: deps.trustProxy ?? [],
    watched: deps.watched ?? UNWATCHED,
    salt: salt.of,
    masking,
    ownVisits,
    journal: (hit, config) =>
      closing
        ? Promise.reject(new JournalUnavailable('the server is stopping'))
        : configs.journal(hit, config),
    tally: {
      stored: health.stored,
      refused(refused) {
        health.refused(refused);
        const { trial, counterId, now } = refused;
        if (trial !== undefined && counterId !== null)
          for (const listener of trialListeners) listener(trial, counterId, now);
      },
    },
    settings: deps.door ?? {},
  });
  const unreadable = createUnreadable({ tally: health, clock });

  return {
    handle: door,
    owns: ownsPath,
    unreadable: unreadable.tell,
    publish: configs.publish,
    putEvent: eventDoor({ directory, configs, clock, masking, tally: health, ownVisits }),
    visitorOfToday: visitorsOfToday(salt.of, clock),
    maskedIds: maskedIdsBy(secret),
    maskedId: maskedIdOf(masking, directory),
    async forget(counterId, visitors) {
      const forgotten = await forgetVisitors(
        { dir, clock, journal, settled: processing.settled },
        counterId,
        visitors,
      );
      live.forget(counterId, visitors === 'everyone' ? [] : visitors);
      return forgotten;
    },
    masked: (counterId, counts) => health.masked(counterId, clock.now(), counts),
    endpoints: collectEndpoints({
      clock,
      directory,
      health,
      live,
      server: () => serverState(journal, processing, health),
    }),
    otherChat: (counterId, what) => health.otherChat(counterId, clock.now(), what),
    tagSeen: (counterId) => health.seen(counterId, clock.now()),
    listen: (listener) => void listeners.push(listener),
    listenToOwnVisits: ownVisits.listen,
    listenToRefusedTrials: (listener) => void trialListeners.push(listener),
    async flushed() {
      await processing.settled(await journal.roll());
    },
    ready: () => !closing && journal.writable(),
    stats() {
      const { stored, refused, setAside } = health.totals();
      const { unreadable: journalUnreadable, ...state } = processing.state();
      return {
        ...state,
        stored,
        refused,
        setAside,
        damage: damageTotals(state.damage, health),
        unreadable: unreadable.counts(),
        journalUnreadable,
      };
    },
    processingFailed: processing.failed,
    async close() {
      clearInterval(saving);
      closing = true;
      // Processing may make goals, whose counters' settings go to the journal: it is closed after that.
      // All waits together: each with a time of its own, a busy store held up the end by their sum.
      const until = performance.now() + (deps.drainMs ?? DRAIN_MS);
      const left = (): number => Math.max(0, until - performance.now());
      await within(left(), journal.roll().then(processing.settled));
      await journal.close();
      if (processing.state().backlogSegments === 1)
        await within(left(), processing.settled(journal.lastClosed()));
      await processing.stop();
      await save(health);
    },
  };

  async function openFolder() {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    const saved = await loadHealth(healthPath, await openDamagedFiles(dir, log));
    return {
      health: createHealth(directory, saved),
      secret: await openSecret(dataDir),
      salt: await openDailySalt(dataDir, clock.now(), log),
    };
  }

  function host(): ProcessingHost {
    return {
      log,
      nextSegment: () => journal.nextNumber(),
      settings: () => [...directory.all()].map((config) => ({ k: 'c', t: clock.now(), config })),
      makeGoal: (...wanted) => deps.automaticGoals.make(...wanted),
      stored({ number, live: hits, notes }) {
        live.push(hits);
        health.noted(number, clock.now(), notes);
        for (const listener of listeners) listener(hits);
      },
      setAside: health.setAside,
    };
  }

  async function openForWriting(): Promise<Journal> {
    if (deps.stalled) {
      await setStalledAside(deps.stalled, { dir, log, onSetAside: health.setAside });
      await save(health);
    }
    return openJournal({
      dir,
      disk: deps.disk ?? nodeDisk,
      firstNumber: start.firstNumber,
      previous: start.previous,
      limits: { ...JOURNAL_LIMITS, ...deps.limits },
      log,
      stored: processing.settled,
      onClosed: processing.enqueue,
    });
  }

  function cannotWrite(error: unknown): never {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Error(`The journal folder ${dir} cannot be used: ${(error as Error).message}`, {
      cause: error,
    });
  }

  async function publishChanged(counterIds: readonly number[]): Promise<void> {
    const changed = counterIds.map((id) => directory.get(id)).filter((config) => config !== undefined);
    await Promise.all(changed.map((config) => configs.publish(config)));
  }

  async function save(counts: Health): Promise<void> {
    await saveHealth(healthPath, counts.save()).catch((error: unknown) =>
      log.warn({ error: String(error) }, 'The counts of collection health cannot be saved.'),
    );
  }
}

function processingSettings(
  dir: string,
  { segmentsKnown = 0, checkpoints: schedule = CHECKPOINT_SCHEDULE }: CollectionDeps,
): ProcessingSettings {
  return { dir, segmentsKnown, schedule };
}

/** Waits for it, but no longer; how it ends is not told. */
async function within(ms: number, waiting: Promise<void>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  await Promise.race([waiting.catch(() => undefined), promise]);
  clearTimeout(timer);
}
