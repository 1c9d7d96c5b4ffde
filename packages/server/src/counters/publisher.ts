/** Tells collection of a changed counter or goal, once both are there to be told [G17]. */
import type { CounterConfig } from '../collect/index.ts';
import type { Channel } from '../kit/nodes/bus.ts';
import type { FaultLog } from '../kit/log.ts';
import type { Directory } from './directory.ts';
import type { ConfigPublisher } from './port.ts';

/** What the publisher asks of collection. */
export interface ConfigJournal {
  /** Resolves when the settings are on disk. */
  publish(config: CounterConfig): Promise<void>;
}

/** The settings of a counter have changed, and are in the records store. */
export interface RevisionSignal {
  readonly revision: number;
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
export function createPublisher(
  directory: Pick<Directory, 'get' | 'reload'>,
  signals: Channel<RevisionSignal>,
  log: Pick<FaultLog, 'warn'>,
): Publisher {
  let journal: ConfigJournal | null = null;
  const listeners: ((counterId: number) => Promise<void>)[] = [];
  async function takeUp(counterId: number): Promise<CounterConfig | undefined> {
    const config = await directory.reload(counterId);
    if (config !== undefined) await journal?.publish(config);
    await Promise.all(listeners.map((changed) => changed(counterId)));
    return config;
  }

  // What this node has published itself, it has taken up.
  signals.subscribe((counterId, { revision }) => {
    if (counterId === null || (directory.get(counterId)?.revision ?? -1) >= revision) return;
    void takeUp(counterId).catch((error: unknown) =>
      log.warn({ error: String(error), counterId }, 'A change that another node made is not known here yet.'),
    );
  });

  return {
    connect: (connected) => void (journal = connected),
    listen: (changed) => void listeners.push(changed),
    async publish(counterId) {
      const config = await takeUp(counterId);
      if (config !== undefined) signals.publish(counterId, { revision: config.revision });
    },
  };
}
