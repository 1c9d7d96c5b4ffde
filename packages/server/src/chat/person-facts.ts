/** What Users shows of a visitor beside what their page says: the source, the browser. */
import { createAgentReader, sourceOf, type CounterDirectory } from '../collect/index.ts';
import type { PersonFacts } from './presence/index.ts';

export function createPersonFacts(directory: CounterDirectory): PersonFacts {
  const readAgent = createAgentReader();
  return {
    sourceOf: (counterId, { url, referrer }) =>
      sourceOf(url, referrer, directory.get(counterId)?.hosts ?? []).trafficSource,
    browserOf: (agent) => readAgent(agent).browser,
  };
}
