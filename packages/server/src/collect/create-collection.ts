/** Collection with the real pipeline, as the server runs it. */
import { compileGoals } from '../goals/index.ts';
import { type Collection, type CollectionParts, openCollection } from './collection.ts';
import { createPipeline } from './pipeline.ts';
import type { AutomaticGoals, VisitorHistory } from './ports.ts';

export interface CollectionDeps extends Omit<CollectionParts, 'createPipeline'> {
  readonly automaticGoals: AutomaticGoals;
  readonly history: VisitorHistory;
}

/** @throws Error in a plain sentence, if the data folder cannot be used */
export function createCollection(deps: CollectionDeps): Promise<Collection> {
  const { automaticGoals, history } = deps;
  return openCollection({
    ...deps,
    createPipeline: (pause) => createPipeline({ automaticGoals, history, compileGoals, pause }),
  });
}
