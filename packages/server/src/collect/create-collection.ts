/** Collection with the real pipeline, as the server runs it. */
import { compileGoals } from '../goals/index.ts';
import { type Collection, type CollectionParts, openCollection } from './collection.ts';
import { createPipeline } from './pipeline.ts';
import type { Step } from './steps/step.ts';
import type { AutomaticGoals, RestingVisitors, VisitorHistory } from './ports.ts';

export interface CollectionDeps extends Omit<CollectionParts, 'createPipeline'> {
  readonly automaticGoals: AutomaticGoals;
  readonly history: VisitorHistory;
  readonly restingVisitors: RestingVisitors;
  readonly maxOpenVisitors: number;
  /** What becomes of a hit; as the pipeline has it unless said. */
  readonly steps?: readonly Step[];
}

/** @throws Error in a plain sentence, if the data folder cannot be used */
export function createCollection(deps: CollectionDeps): Promise<Collection> {
  const { automaticGoals, history, restingVisitors, maxOpenVisitors, watched, steps } = deps;
  const asked = { automaticGoals, history, restingVisitors, maxOpenVisitors };
  const more = { ...(watched ? { watched } : {}), ...(steps ? { steps } : {}) };
  return openCollection({
    ...deps,
    createPipeline: (pause) => createPipeline({ ...asked, compileGoals, pause, ...more }),
  });
}
