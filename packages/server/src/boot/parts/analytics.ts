/** The lock of the data folder, and the analytics store behind its gate. */
import { unfinishedRestore } from '../../backup/index.ts';
import { createInstallationOlap, isOlapHalfRestored, openOlap } from '../../stores/olap/index.ts';
import { CannotStart } from '../cannot-start.ts';
import { holdDataFolder } from '../data-folder.ts';
import { requireEngine } from '../engine-binary.ts';
import type { KnownStores } from '../known-stores/known-stores.ts';
import { createOlapGate } from '../olap-gate.ts';
import type { Part } from '../part.ts';

/** How long a server that is just ending on the same data folder is waited for. */
const PREDECESSOR_MS = 3_000;

export const dataFolder: Part<Awaited<ReturnType<typeof holdDataFolder>>> = {
  name: 'data folder',
  async open({ config }) {
    const unfinished = await unfinishedRestore(config.dataDir);
    if (unfinished !== null) throw new CannotStart(unfinished);
    if (config.clickhouseUrl === null) requireEngine();
    return holdDataFolder(config.dataDir, PREDECESSOR_MS);
  },
  close: (folder) => folder.release(),
};

const HALF_RESTORED =
  'A restore into the analytics store was cut off. Run "goalpost restore" again: it begins anew.';

export interface Analytics extends ReturnType<typeof createOlapGate> {
  /** What the other stores know of this one; it stays shut until then. */
  meet(known: KnownStores): void;
}

/** Starts at once; others go on opening while it does. */
export const analytics: Part<Analytics> = {
  name: 'analytics store',
  open({ config, log }) {
    const known = Promise.withResolvers<KnownStores>();
    const events = {
      down: (reason: string, backoffMs: number) =>
        log.warn({ reason, backoffMs }, 'the analytics engine is down; starting it again'),
      up: (pid: number) => log.info({ pid }, 'the analytics engine is up'),
      orphanKilled: (pid: number) =>
        log.warn({ pid }, 'an analytics engine of an earlier run had to be killed'),
    };
    const gate = createOlapGate(openOlap({ ...config, events }), log, {
      async meet(olap) {
        if (await isOlapHalfRestored(olap)) throw new CannotStart(HALF_RESTORED);
        await (await known.promise).meet(createInstallationOlap(olap));
      },
    });
    return { ...gate, meet: known.resolve };
  },
  close: (gate) => gate.close(),
};
