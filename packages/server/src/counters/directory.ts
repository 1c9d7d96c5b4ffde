/** The counters as they are now, in memory, read from the records store. */
import type { CounterConfig, CounterDirectory } from '../collect/index.ts';
import { counterConfig } from './config.ts';
import type { CounterRecord } from './counter.ts';
import type { GoalStore } from './goals/port.ts';
import type { CounterStore } from './port.ts';

export interface DirectoryStores {
  readonly counters: Pick<CounterStore, 'all' | 'get'>;
  readonly goals: Pick<GoalStore, 'list'>;
}

export interface Directory extends CounterDirectory {
  /**
   * Reads one counter again.
   * @returns what the directory holds of it now; undefined if there is no such counter
   */
  reload(counterId: number): Promise<CounterConfig | undefined>;
}

/** Reads every counter, deleted ones too. */
export async function createDirectory({ counters, goals }: DirectoryStores): Promise<Directory> {
  const configs = new Map<number, CounterConfig>();

  // Goals are read after their counter: a config is never older than its revision says.
  const load = async (counter: CounterRecord): Promise<CounterConfig> => {
    const config = counterConfig(counter, await goals.list(counter.id, true));
    const held = configs.get(counter.id);
    // Of two reloads that overtake each other, the later state stays.
    if (held !== undefined && held.revision > config.revision) return held;
    configs.set(counter.id, config);
    return config;
  };

  for (const counter of await counters.all()) await load(counter);

  return {
    get: (counterId) => configs.get(counterId),
    all: () => configs.values(),
    async reload(counterId) {
      const counter = await counters.get(counterId);
      return counter === null ? undefined : load(counter);
    },
  };
}
