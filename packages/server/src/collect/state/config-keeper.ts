/** Journals a counter's settings before the first hit that is judged by them [G1, G17]. */
import type { Clock } from '../../kit/clock.ts';
import type { CounterConfig } from './counter-config.ts';
import type { HitRecord } from '../journal-record.ts';
import type { Journal } from '../journal/journal.ts';

export interface ConfigKeeper {
  /** Resolves when the hit is on disk, after its counter's settings. */
  journal(hit: HitRecord, config: CounterConfig): Promise<void>;
  /** Resolves when the settings are on disk. */
  publish(config: CounterConfig): Promise<void>;
}

export function createConfigKeeper(journal: Pick<Journal, 'append'>, clock: Clock): ConfigKeeper {
  /** Revision that the journal holds of each counter, or is about to. */
  const revisions = new Map<number, number>();

  function publish(config: CounterConfig): Promise<void> {
    const { counterId, revision } = config;
    const before = revisions.get(counterId);
    revisions.set(counterId, revision);
    const written = journal.append({ k: 'c', t: clock.now(), config });
    written.catch(() => {
      if (revisions.get(counterId) !== revision) return;
      if (before === undefined) revisions.delete(counterId);
      else revisions.set(counterId, before);
    });
    return written;
  }

  return {
    publish,
    journal(hit, config) {
      if (revisions.get(config.counterId) === config.revision) return journal.append(hit);
      return publish(config).then(() => journal.append(hit));
    },
  };
}
