/** Puts collection together: door, journal, processing wherever it runs, health. */
import { mkdir } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { MaskCounts, OtherChatNote } from '@goalpost/contract/collection';
import type { Clock } from '../kit/clock.ts';
import type { Endpoint } from '../kit/endpoint.ts';
import { UNWATCHED, type Watched } from '../kit/watched.ts';
import type { LiveHit } from './run/batch.ts';
import { createConfigKeeper } from './state/config-keeper.ts';
import type { CounterConfig } from './state/counter-config.ts';
import { createMasking, maskedIdsBy } from './door/masking.ts';
import { createDoor, type DoorSettings } from './door/door.ts';
import { createOwnVisits, type OwnVisitListener, type ReadOwnVisitLink } from './door/own-visits.ts';
import type { Place } from './door/place.ts';
import { openDailySalt } from './door/daily-salt.ts';
import { openSecret } from './door/visitor.ts';
import type { RefusedTrial } from './door/watch-handler.ts';
import { ownsPath } from './door/wire-path.ts';
import { collectEndpoints } from './health/endpoints.ts';
import { createHealth, type Health, type TagSeen } from './health/health.ts';
import { damageTotals, serverState } from './health/server-state.ts';
import { loadHealth, saveHealth } from './health/health-file.ts';
import type { DamageTotals } from './journal/damage-log.ts';
import { openDamagedFiles } from './journal/damaged-files.ts';
import { type JournalDisk, nodeDisk } from './journal/file-system.ts';
import {
  type Journal,
  JOURNAL_LIMITS,
  type JournalLimits,
  JournalUnavailable,
  openJournal,
} from './journal/journal.ts';
import { createLiveFeed } from './live-feed.ts';
import type { Log } from '../kit/log.ts';
import type { OpenProcessing, ProcessingHost, ProcessingSettings } from './processing/port.ts';
import type { AutomaticGoals, CounterDirectory } from './ports.ts';
import { eventDoor, type PutEvent } from './server-event.ts';
import { CHECKPOINT_SCHEDULE, type CheckpointSchedule } from './run/processor.ts';
import { forgetVisitors, type Forgotten } from './run/forget.ts';
import { setStalledAside, type StalledRecord } from './run/stalled-record.ts';
import { createUnreadable, type Unreadable, type UnreadableRequest } from './unreadable.ts';

export interface CollectionDeps {
  /** Folder of everything the server keeps; must exist. */
  readonly dataDir: string;
  readonly directory: CounterDirectory;
  readonly automaticGoals: AutomaticGoals;
  /** Decides in which thread segments are processed. */
  readonly openProcessing: OpenProcessing;
  readonly place: Place;
  /** Links by which browsers of the site's own people are marked; absent: there are none. */
  readonly readOwnVisitLink?: ReadOwnVisitLink;
  readonly clock: Clock;
  readonly log: Log;
  /** Addresses or ranges of proxies whose `X-Forwarded-For` is believed. */
  readonly trustProxy?: readonly string[];
  /** Hears which hit is at the door. */
  readonly watched?: Watched;
  /** The last run got stuck in it. */
  readonly stalled?: StalledRecord | null;
  readonly disk?: JournalDisk;
  readonly limits?: Partial<JournalLimits>;
  readonly checkpoints?: CheckpointSchedule;
  readonly door?: Partial<DoorSettings>;
  /** Highest number of a segment that the analytics store is known to hold. */
  readonly segmentsKnown?: number;
  /** How long `close` waits for the store; the rest waits in the journal for the next start. */
  readonly drainMs?: number;
}

export interface CollectionStats {
  /** Since the start. */
  readonly stored: number;
  readonly refused: number;
  /** Requests of any kind that could not be read as HTTP, by reason. */
  readonly unreadable: ReturnType<Unreadable['counts']>;
  readonly backlogSegments: number;
  readonly backlogBytes: number;
  /** Ever. */
  readonly setAside: number;
  readonly damage: DamageTotals;
  /** Other files of state, ever. */
  readonly damagedFiles: number;
  /** Why processing waits for a segment, in a sentence; null: it does not. */
  readonly journalUnreadable: string | null;
  readonly storing: boolean;
}

export interface Collection {
  /** Counts a request that was answered before it could be read. */
  unreadable(request: UnreadableRequest): void;
  /** Requests that `owns` is true of; it answers them all. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  owns(url: string): boolean;
  /** Resolves when hits from now on are judged by these settings [G17]. @throws JournalUnavailable */
  publish(config: CounterConfig): Promise<void>;
  /** Journals an event that the server itself reports. Resolves when it is on disk. @throws JournalUnavailable */
  readonly putEvent: PutEvent;
  readonly endpoints: readonly Endpoint[];
  /** What was seen of a counter's tag. */
  tagSeen(counterId: number): TagSeen;
  /** How an id of a visitor reads that was masked. */
  maskedIds(value: string): readonly string[];
  /** Takes visitors out of everything that collection keeps; see `forgetVisitors`. */
  forget(counterId: number, visitors: readonly string[]): Promise<Forgotten>;
  /** Counts what another part of the server has masked, for Collection health. */
  masked(counterId: number, counts: MaskCounts): void;
  /** Counts for Collection health what of a vendor's chat or its webhooks was refused or ignored. */
  otherChat(counterId: number, what: 'refused' | OtherChatNote): void;
  /** Tells of hits after the store has them, a batch at a time. The listener must not throw. */
  listen(listener: (hits: readonly LiveHit[]) => void): void;
  /** Tells of pages that were opened to try goals out, and whose host is not taken. The listener must not throw. */
  listenToRefusedTrials(listener: (trial: RefusedTrial, counterId: number, now: number) => void): void;
  /** Tells of browsers that a link marks as the site's own. The listener must not throw. */
  listenToOwnVisits(listener: OwnVisitListener): void;
  /** Resolves when all that was acknowledged before is in the store. */
  flushed(): Promise<void>;
  /** Whether hits can be taken; the store may be away. */
  ready(): boolean;
  stats(): CollectionStats;
  /** Resolves where processing has ended by a fault of the program: hits are journaled, and wait for the next start. */
  readonly processingFailed: Promise<Error>;
  /** Refuses hits from now on, stores what is journaled if the store takes it in time, and checkpoints. */
  close(): Promise<void>;
}

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
    maskedIds: maskedIdsBy(secret),
    async forget(counterId, visitors) {
      const forgotten = await forgetVisitors(
        { dir, clock, journal, settled: processing.settled },
        counterId,
        visitors,
      );
      live.forget(counterId, visitors);
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
