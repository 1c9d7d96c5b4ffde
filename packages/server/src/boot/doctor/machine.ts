/** The machine: engine, clock and disk. */
import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import { requireEngine } from '../engine-binary.ts';
import { bad, type Check, note, well } from './check.ts';

const MINUTE_MS = 60_000;
const MIB = 1024 ** 2;
const LEAST_FREE = 256 * MIB;
const LITTLE_FREE = 2_048 * MIB;

export const engine: Check = {
  name: 'engine',
  look({ config }) {
    if (config.clickhouseUrl !== null) return Promise.resolve([well('A ClickHouse server is used.')]);
    try {
      requireEngine();
      return Promise.resolve([well('The embedded engine is installed for this machine.')]);
    } catch (error) {
      if (error instanceof CannotStart) return Promise.resolve([bad(error.message)]);
      throw error;
    }
  },
};

/** A file of the future shows that the clock was put back; hits are judged by it. */
export const clock: Check = {
  name: 'clock',
  async look({ config: { dataDir }, now }) {
    const folders = [dataDir, join(dataDir, 'journal')];
    let newest = 0;
    for (const folder of folders)
      for (const name of await readdir(folder).catch(() => []))
        newest = Math.max(newest, (await stat(join(folder, name)).catch(() => ({ mtimeMs: 0 }))).mtimeMs);
    const ahead = Math.round((newest - now) / MINUTE_MS);
    if (ahead < 1) return [well(`It is ${new Date(now).toISOString()}.`)];
    return [
      bad(
        `Files of the data folder are ${ahead} minutes younger than the clock, so that it was put back. Turn on time synchronisation (timedatectl set-ntp true).`,
      ),
    ];
  },
};

export const disk: Check = {
  name: 'disk',
  async look({ config: { dataDir } }) {
    const found = await statfs(dataDir).catch(() => null);
    if (found === null)
      return [bad(`There is no data folder ${dataDir}. Name it by GOALPOST_DATA, or start Goalpost once.`)];
    const free = found.bavail * found.bsize;
    const says = `${Math.floor(free / MIB)} MiB are free for ${dataDir}`;
    if (free < LEAST_FREE) return [bad(`${says}: hits will soon be refused. Make room, or move the folder.`)];
    if (free < LITTLE_FREE) return [note(`${says}. Make room before it ends.`)];
    return [well(`${says}.`)];
  },
};
