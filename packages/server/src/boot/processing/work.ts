/** What processing does, in whichever thread it runs: the real pipeline, before the analytics store. */
import { createPipeline, type Step } from '../../collect/index.ts';
import {
  processHere,
  type Processing,
  type ProcessingHost,
  type ProcessingSettings,
} from '../../collect/processing/index.ts';
import { compileGoals } from '../../goals/index.ts';
import type { Clock } from '../../kit/clock.ts';
import type { Olap } from '../../kit/olap.ts';
import type { Watched } from '../../kit/watched.ts';
import { createClosedDays, createRestingVisitors, createVisitorHistory } from '../../visitors/index.ts';

export interface WorkParts {
  readonly olap: Olap;
  readonly clock: Clock;
  readonly watched: Watched;
  readonly maxOpenVisitors: number;
  readonly maxRecentHits: number;
  /** What becomes of a hit; as the pipeline has it unless said. */
  readonly steps?: readonly Step[];
  /** Told when the state says something new without a segment's being stored. */
  changed?(): void;
}

/** @throws what the disk says, where the journal cannot be used */
export function openWork(
  settings: ProcessingSettings,
  host: ProcessingHost,
  { olap, clock, changed, ...pipeline }: WorkParts,
): Promise<Processing> {
  const history = createVisitorHistory(olap);
  const restingVisitors = createRestingVisitors(olap);
  return processHere(settings, host, {
    olap,
    closedDays: createClosedDays(olap, clock),
    clock,
    createPipeline: (automaticGoals) =>
      createPipeline({ automaticGoals, history, restingVisitors, compileGoals, ...pipeline }),
    ...(changed ? { changed } : {}),
  });
}
