/** Puts collection together: door, journal, pipeline, store, checkpoints, health. */
import { mkdir } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { CollectionHealth } from '@goalpost/contract/collection';
import type { Clock } from '../kit/clock.ts';
import type { Endpoint } from '../kit/endpoint.ts';
import type { Olap } from '../kit/olap.ts';
import { UNWATCHED, type Watched } from '../kit/watched.ts';
import type { LiveHit, Pipeline } from './run/batch.ts';
import { type BatchStore, createBatchStore } from './run/batch-store.ts';
import { checkpointStore } from './run/checkpoint.ts';
import { createConfigKeeper } from './state/config-keeper.ts';
import type { CounterConfig } from './state/counter-config.ts';
import { createDoor, type DoorSettings } from './door/door.ts';
import type { Place } from './door/place.ts';
import { openSecret } from './door/visitor.ts';
import { ownsPath } from './door/wire-path.ts';
import { collectEndpoints } from './health/endpoints.ts';
import { createHealth, type Health, type TagSeen } from './health/health.ts';
import { loadHealth, saveHealth } from './health/health-file.ts';
import { startJournal } from './run/journal-start.ts';
import { type DamageTotals, openDamageLog } from './journal/damage-log.ts';
import { type DamagedFiles, openDamagedFiles } from './journal/damaged-files.ts';
import { damageReportOf } from './journal/damage-report.ts';
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
import { createPacer } from './run/pacer.ts';
import type { CounterDirectory } from './ports.ts';
import { eventDoor, type PutEvent } from './server-event.ts';
import {
  CHECKPOINT_SCHEDULE,
  type CheckpointSchedule,
  createProcessor,
  type Processor,
} from './run/processor.ts';
import { setStalledAside, type StalledRecord } from './run/stalled-record.ts';
import { createUnreadable, type Unreadable, type UnreadableRequest } from './unreadable.ts';

export interface CollectionParts {
  /** Folder of everything the server keeps; must exist. */
  readonly dataDir: string;
  readonly directory: CounterDirectory;
  readonly olap: Pick<Olap, 'insert'>;
  readonly place: Place;
  readonly clock: Clock;
  readonly log: Log;
  /** Addresses or ranges of proxies whose `X-Forwarded-For` is believed. */
  readonly trustProxy?: readonly string[];
  /** Hears which hit is at the door, and which record is processed. */
  readonly watched?: Watched;
  /** The last run got stuck in it. */
  readonly stalled?: StalledRecord | null;
  /** @param pause to be awaited between slices of work */
  createPipeline(pause: () => Promise<void>): Pipeline;
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
  /** Counts a request that was answered before anybody could read it. */
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
  /** Tells of hits after the store has them, a batch at a time. The listener must not throw. */
  listen(listener: (hits: readonly LiveHit[]) => void): void;
  /** Resolves when all that was acknowledged before is in the store. */
  flushed(): Promise<void>;
  /** Whether hits can be taken; the store may be away. */
  ready(): boolean;
  stats(): CollectionStats;
  /** Refuses hits from now on, stores what is journaled if the store takes it in time, and checkpoints. */
  close(): Promise<void>;
}

const HEALTH_SAVE_MS = 60_000;
const DRAIN_MS = 8_000;

/** @throws Error in a plain sentence, if the data folder cannot be used */
export async function openCollection(deps: CollectionParts): Promise<Collection> {
  const { dataDir, directory, clock, log } = deps;
  const dir = join(dataDir, 'journal');
  const healthPath = join(dataDir, 'collection-health.json');
  const stopping = new AbortController();
  const { signal } = stopping;
  const live = createLiveFeed();
  const listeners: ((hits: readonly LiveHit[]) => void)[] = [];
  const pacer = createPacer(() => processor.backlogBytes());
  const checkpoints = checkpointStore(dir);
  const createPipeline = () => deps.createPipeline(pacer.pause);

  const { start, secret, damage, report, damagedFiles, health } = await openFolder();
  const store = createBatchStore({
    olap: deps.olap,
    setAsidePath: join(dir, 'set-aside'),
    log,
    signal,
    onSetAside: health.setAside,
  });
  const processor: Processor = createProcessor(start, {
    dir,
    clock,
    log,
    pacer,
    store,
    checkpoints,
    schedule: deps.checkpoints ?? CHECKPOINT_SCHEDULE,
    signal,
    createPipeline,
    nextSegment: () => journal.nextNumber(),
    onStored(segment, batch) {
      live.push(batch.live);
      health.duplicates(segment, clock.now(), batch.duplicates);
      for (const listener of listeners) listener(batch.live);
    },
    onSetAside: health.setAside,
    damage: report,
    damagedFiles,
    settings: () => [...directory.all()].map((config) => ({ k: 'c', t: clock.now(), config })),
  });
  const journal = await openJournal({
    dir,
    disk: deps.disk ?? nodeDisk,
    firstNumber: start.firstNumber,
    previous: start.previous,
    limits: { ...JOURNAL_LIMITS, ...deps.limits },
    log,
    onClosed: processor.enqueue,
  }).catch(cannotWrite);
  const configs = createConfigKeeper(journal, clock);
  await publishChanged(start.pipeline);
  for (const segment of start.waiting) processor.enqueue(segment);
  const running = processor.run();
  let closing = false;
  const saving = setInterval(() => void save(health), HEALTH_SAVE_MS);
  const door = createDoor({
    ...deps,
    trustProxy: deps.trustProxy ?? [],
    watched: deps.watched ?? UNWATCHED,
    secret,
    journal: (hit, config) =>
      closing
        ? Promise.reject(new JournalUnavailable('the server is stopping'))
        : configs.journal(hit, config),
    tally: health,
    settings: deps.door ?? {},
  });
  const unreadable = createUnreadable({ tally: health, clock });

  return {
    handle: door,
    owns: ownsPath,
    unreadable: unreadable.tell,
    publish: configs.publish,
    putEvent: eventDoor({ directory, configs, clock, tally: health }),
    endpoints: collectEndpoints({
      clock,
      directory,
      health,
      live,
      server: () => serverState(journal, processor, health, { damage: damageTotals(), damagedFiles }, store),
    }),
    tagSeen: (counterId) => health.seen(counterId, clock.now()),
    listen: (listener) => void listeners.push(listener),
    async flushed() {
      await processor.settled(await journal.roll());
    },
    ready: () => !closing && journal.writable(),
    stats() {
      const { stored, refused, setAside } = health.totals();
      return {
        stored,
        refused,
        backlogSegments: processor.backlogSegments(),
        backlogBytes: processor.backlogBytes(),
        setAside,
        damage: damageTotals(),
        damagedFiles: damagedFiles.count(),
        unreadable: unreadable.counts(),
        journalUnreadable: processor.unreadable(),
        storing: store.storing(),
      };
    },
    async close() {
      clearInterval(saving);
      closing = true;
      // Processing may make goals, whose counters' settings go to the journal: it is closed after that.
      const drainMs = deps.drainMs ?? DRAIN_MS;
      await within(drainMs, journal.roll().then(processor.settled));
      await journal.close();
      if (processor.backlogSegments() === 1) await within(drainMs, processor.settled(journal.lastClosed()));
      stopping.abort();
      await running;
      await save(health);
    },
  };

  /** Segments damaged before there was a list of them are a number only. */
  function damageTotals(): DamageTotals {
    const totals = damage.totals();
    return { ...totals, segments: totals.segments + health.totals().damaged };
  }

  async function openFolder() {
    try {
      await mkdir(dir, { recursive: true, mode: 0o700 });
      const files = await openDamagedFiles(join(dir, 'damaged-files.jsonl'), log);
      const tally = createHealth(directory, await loadHealth(healthPath, files));
      const found = await openDamageLog(join(dir, 'damage.jsonl'), log);
      const told = damageReportOf(dir, found, log);
      const { segmentsKnown = 0 } = deps;
      const parts = { dir, clock, log, checkpoints, directory, segmentsKnown, createPipeline };
      const begun = await startJournal({ ...parts, damage: told, damagedFiles: files });
      if (deps.stalled) {
        await setStalledAside(deps.stalled, { dir, log, onSetAside: tally.setAside });
        await save(tally);
      }
      return {
        start: begun,
        damage: found,
        report: told,
        damagedFiles: files,
        health: tally,
        secret: await openSecret(dataDir),
      };
    } catch (error) {
      return cannotWrite(error);
    }
  }

  function cannotWrite(error: unknown): never {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Error(`The journal folder ${dir} cannot be used: ${(error as Error).message}`, {
      cause: error,
    });
  }

  async function publishChanged(pipeline: Pipeline): Promise<void> {
    const changed = [...directory.all()].filter(
      ({ counterId, revision }) => pipeline.revision(counterId) !== revision,
    );
    await Promise.all(changed.map((config) => configs.publish(config)));
  }

  async function save(counts: Health): Promise<void> {
    await saveHealth(healthPath, counts.save()).catch((error: unknown) =>
      log.warn({ error: String(error) }, 'The counts of collection health cannot be saved.'),
    );
  }
}

function serverState(
  journal: Journal,
  processor: Processor,
  health: Health,
  { damage, damagedFiles }: { damage: DamageTotals; damagedFiles: DamagedFiles },
  store: BatchStore,
): CollectionHealth['server'] {
  const { setAside } = health.totals();
  return {
    ready: journal.writable(),
    storing: store.storing() && processor.unreadable() === null,
    backlog_bytes: processor.backlogBytes(),
    set_aside: setAside,
    damaged_segments: damage.segments,
    missing_segments: damage.missing,
    damaged_bytes: damage.bytes,
    lost_hits: damage.hits,
    lost_settings: damage.settings,
    cut_off_bytes: damage.cutOffBytes,
    damaged_files: damagedFiles.count(),
  };
}

/** Waits for it, but no longer; how it ends is not told. */
async function within(ms: number, waiting: Promise<void>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  await Promise.race([waiting.catch(() => undefined), promise]);
  clearTimeout(timer);
}
