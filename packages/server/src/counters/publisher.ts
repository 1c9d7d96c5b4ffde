/** Tells collection of a changed counter or goal, once both are there to be told [G17]. */
import type { CounterConfig } from '../collect/index.ts';
import type { Directory } from './directory.ts';
import type { ConfigPublisher } from './port.ts';

/** What the publisher asks of collection. */
export interface ConfigJournal {
  /** Resolves when the settings are on disk. */
  publish(config: CounterConfig): Promise<void>;
}

export interface Publisher extends ConfigPublisher {
  connect(journal: ConfigJournal): void;
  /** Called after each change; the change is answered when all it gives has resolved. */
  listen(changed: (counterId: number) => Promise<void>): void;
}

/**
 * Before collection is there, while it reads its journal, only the directory is brought up to date: collection
 * journals a counter's new settings before the next hit by itself.
 */
export function createPublisher(directory: Pick<Directory, 'reload'>): Publisher {
  let journal: ConfigJournal | null = null;
  const listeners: ((counterId: number) => Promise<void>)[] = [];
  return {
    connect: (connected) => void (journal = connected),
    listen: (changed) => void listeners.push(changed),
    publish: async (counterId) => {
      const config = await directory.reload(counterId);
      if (config !== undefined) await journal?.publish(config);
      await Promise.all(listeners.map((changed) => changed(counterId)));
    },
  };
}
