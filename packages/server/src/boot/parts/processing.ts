/** What making rows of hits asks for: the pipeline's steps, the stored pasts of visitors, goals to make. */
import type { CollectionDeps } from '../../collect/index.ts';
import { createRestingVisitors, createVisitorHistory } from '../../visitors/index.ts';
import type { Part } from '../part.ts';
import { analytics } from './analytics.ts';
import { counters } from './counters.ts';

export type Processing = Pick<
  CollectionDeps,
  'automaticGoals' | 'history' | 'restingVisitors' | 'maxOpenVisitors' | 'steps'
>;

export const processing: Part<Processing> = {
  name: 'processing',
  open({ config, overrides: { steps }, use }) {
    const { olap } = use(analytics);
    return {
      automaticGoals: use(counters).automaticGoals,
      history: createVisitorHistory(olap),
      restingVisitors: createRestingVisitors(olap),
      maxOpenVisitors: config.maxOpenVisitors,
      ...(steps ? { steps } : {}),
    };
  },
};
