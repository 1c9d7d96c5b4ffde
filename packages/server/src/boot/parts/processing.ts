/** Making rows of hits: in a thread of its own, unless a test wants it in the calling one. */
import type { OpenProcessing } from '../../collect/processing/index.ts';
import type { Part } from '../part.ts';
import { processInThread } from '../processing/open-thread.ts';
import { openWork } from '../processing/work.ts';
import { analytics } from './analytics.ts';
import { watchdog } from './watchdog.ts';

export const processing: Part<OpenProcessing> = {
  name: 'processing',
  open({ config: { maxOpenVisitors, maxRecentHits }, clock, overrides, use }) {
    const { olap, target, ready } = use(analytics);
    const { watchdog: dog, main } = use(watchdog);
    if (overrides.processing === 'here') {
      const parts = { olap, clock, watched: main, maxOpenVisitors, maxRecentHits };
      return (settings, host) => openWork(settings, host, parts);
    }
    return processInThread({
      target,
      storeReady: ready,
      maxOpenVisitors,
      maxRecentHits,
      watched: dog?.thread('processing', []) ?? null,
      ...(overrides.processing ? { program: overrides.processing } : {}),
    });
  },
};
