/** The analytics store that the settings name: a ClickHouse by its address, or the embedded engine. */
import { type ClickHouseTarget, createOlap } from './clickhouse.ts';
import { startEngineProcess, type EngineEvents } from './engine/engine-process.ts';
import { engineSocketPath } from './engine/socket-path.ts';
import type { Olap } from '../../kit/olap.ts';

export interface OlapConfig {
  /** Absolute; the embedded engine keeps its files in `olap` within. */
  readonly dataDir: string;
  /** Null: embedded. */
  readonly clickhouseUrl: string | null;
  /** Most memory the embedded engine may use; a quarter of the machine's, at most 2 GiB, if absent. */
  readonly memoryBytes?: number;
  readonly events?: Partial<EngineEvents>;
}

export interface OpenOlap {
  readonly olap: Olap;
  /** Where it is reached, for another thread's own client. */
  readonly target: ClickHouseTarget;
  /** Resolves once the embedded engine answers, at once for a server; rejects once it is closed. */
  readonly ready: () => Promise<void>;
  /** The embedded engine's process, while it runs. */
  readonly enginePid: () => number | undefined;
}

/** The embedded engine of a server that may be another process. */
export function engineTarget(dataDir: string): ClickHouseTarget {
  return { url: 'http://engine', socketPath: engineSocketPath(dataDir) };
}

/** Returns at once: until the store answers, calls reject with `OlapUnavailable`. */
export function openOlap(config: OlapConfig): OpenOlap {
  if (config.clickhouseUrl !== null) {
    const target = { url: config.clickhouseUrl };
    return {
      olap: createOlap(target),
      target,
      ready: () => Promise.resolve(),
      enginePid: () => undefined,
    };
  }
  const engine = startEngineProcess(config);
  const target = engineTarget(config.dataDir);
  const olap = createOlap(target);
  return {
    target,
    olap: {
      ...olap,
      async close() {
        await olap.close();
        await engine.close();
      },
    },
    ready: () => engine.ready(),
    enginePid: () => engine.pid(),
  };
}
