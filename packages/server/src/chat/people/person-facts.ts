/** What Users shows of a visitor beside what their page says: the source, the browser. */
import { createAgentReader, sourceOf, SYSTEM_NAMES, type CounterDirectory } from '../../collect/index.ts';
import type { PersonFacts } from '../presence/index.ts';

export function createPersonFacts(directory: CounterDirectory): PersonFacts {
  const readAgent = createAgentReader();
  return {
    sourceOf(counterId, { url, referrer }) {
      const hosts = directory.get(counterId)?.hosts ?? [];
      const { trafficSource, sourceEngine } = sourceOf(url, referrer, hosts);
      return { source: trafficSource, engine: SYSTEM_NAMES.get(sourceEngine) ?? sourceEngine };
    },
    browserOf: (agent) => readAgent(agent).browser,
  };
}
