/** Browsers that try goals out: what collection tells of their hits, and what is asked of it. */
import type { Endpoint } from '../../kit/endpoint.ts';
import { createTestTokens, createTrials, testModeEndpoints } from '../../workbench/index.ts';
import type { Part } from '../part.ts';
import { collection } from './collection.ts';
import { counters } from './counters.ts';
import { secret } from './secret.ts';

export const tryOut: Part<readonly Endpoint[]> = {
  name: 'test mode',
  open({ clock, use }) {
    const hits = use(collection);
    const tokens = createTestTokens(use(secret));
    const trials = createTrials(tokens);
    hits.listen((stored) => trials.push(stored, clock.now()));
    hits.listenToRefusedTrials(trials.pushRefused);
    const { counters: counterStore, goals } = use(counters);
    return testModeEndpoints({ counters: counterStore, goals, tokens, trials, clock });
  },
};
