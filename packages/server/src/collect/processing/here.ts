/** Processing in the calling thread: restores what the last run left, and runs the loop over segments. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { join } from 'node:path';
import type { Clock } from '../../kit/clock.ts';
import type { Olap } from '../../kit/olap.ts';
import { openDamageLog } from '../journal/damage-log.ts';
import { damageReportOf } from '../journal/damage-report.ts';
import { openDamagedFiles } from '../journal/damaged-files.ts';
import type { AutomaticGoals, ClosedDays } from '../ports.ts';
import type { Pipeline } from '../run/batch.ts';
import { createBatchStore } from '../run/batch-store.ts';
import { checkpointStore } from '../run/checkpoint.ts';
import { startJournal } from '../run/journal-start.ts';
import { createProcessor } from '../run/processor.ts';
import type { Processing, ProcessingHost, ProcessingSettings } from './port.ts';

export interface ProcessingParts {
  readonly olap: Pick<Olap, 'insert'>;
  readonly closedDays: ClosedDays;
  readonly clock: Clock;
  createPipeline(automaticGoals: AutomaticGoals): Pipeline;
  /** Told when `state` says something new without a segment's being stored. */
  changed?(): void;
}

/** @throws what the disk says, where the journal cannot be used */
export async function processHere(
  { dir, segmentsKnown, schedule }: ProcessingSettings,
  host: ProcessingHost,
  parts: ProcessingParts,
): Promise<Processing> {
  const { log } = host;
  const { clock, changed = () => undefined } = parts;
  const stopping = new AbortController();
  const { signal } = stopping;
  const failed = Promise.withResolvers<Error>();
  const checkpoints = checkpointStore(dir);
  const damagedFiles = await openDamagedFiles(dir, log);
  const damageLog = await openDamageLog(join(dir, 'damage.jsonl'), log);
  const common = {
    dir,
    clock,
    log,
    checkpoints,
    damage: damageReportOf(dir, damageLog, log),
    damagedFiles,
    settings: () => host.settings(),
    createPipeline: () => parts.createPipeline({ make: host.makeGoal }),
  };
  const begun = await startJournal({ ...common, segmentsKnown });
  const configs = (await host.settings()).map(({ config }) => config);
  const store = createBatchStore({
    olap: parts.olap,
    closedDays: parts.closedDays,
    setAsidePath: join(dir, 'set-aside'),
    log,
    signal,
    changed,
    onSetAside: (rows) => host.setAside(rows),
  });
  const processor = createProcessor(begun, {
    ...common,
    store,
    schedule,
    signal,
    changed,
    pause: () => nextTurn(),
    nextSegment: () => host.nextSegment(),
    onStored: (number, { live, notes }) => host.stored({ number, live, notes }),
    onSetAside: (hits) => host.setAside(hits),
  });
  for (const segment of begun.waiting) processor.enqueue(segment);
  let running: Promise<void> = Promise.resolve();

  return {
    start: {
      firstNumber: begun.firstNumber,
      previous: begun.previous,
      waiting: begun.waiting,
      changed: configs
        .filter(({ counterId, revision }) => begun.pipeline.revision(counterId) !== revision)
        .map(({ counterId }) => counterId),
    },
    run() {
      running = processor.run().catch((error: unknown) => failed.resolve(error as Error));
    },
    enqueue: processor.enqueue,
    settled: processor.settled,
    state: () => ({
      backlogBytes: processor.backlogBytes(),
      backlogSegments: processor.backlogSegments(),
      unreadable: processor.unreadable(),
      storing: store.storing(),
      damage: damageLog.totals(),
      damagedFiles: damagedFiles.count(),
    }),
    async stop() {
      stopping.abort();
      await running;
    },
    failed: failed.promise,
  };
}
