/** A random salt for each day of UTC. When its day is over, no file and no memory holds it [P25]. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Log } from '../../kit/log.ts';
import { readKeptFile, writeKeptFile } from '../../kit/files/kept-file.ts';
import { DAY_MS } from '../../kit/dates/calendar-day.ts';

const SALT = /^(\d{1,8})\.([0-9a-f]{64})$/;

export interface DailySalt {
  /** Of the moment's day; one that has just ended gets that of the latest. */
  of(now: number): string;
  /** Resolves when the file holds the salt of the moment's day, and no other. */
  turn(now: number): Promise<void>;
}

/** One that cannot be read is made again: visitors of the day without a number then count once more. */
export async function openDailySalt(
  dataDir: string,
  now: number,
  log: Pick<Log, 'warn'>,
): Promise<DailySalt> {
  const path = join(dataDir, 'daily-salt');
  const kept = await readKeptFile(path);
  const found = kept.kind === 'whole' ? SALT.exec(kept.line) : null;
  if (kept.kind === 'damaged' || (kept.kind === 'whole' && found === null))
    log.warn({ path }, 'The salt of the day is damaged; visitors without a number count once more today.');
  let day = Number(found?.[1] ?? -1);
  let salt = found?.[2] ?? '';
  let writing: Promise<void> = Promise.resolve();

  function renew(moment: number): void {
    const today = Math.floor(moment / DAY_MS);
    // A day further ahead was that of a clock that was wrong: its salt would last until then.
    if (today <= day && day - today <= 1) return;
    day = today;
    salt = randomBytes(32).toString('hex');
    const line = `${day}.${salt}`;
    writing = writing
      .then(() => writeKeptFile(path, line))
      .catch((error: unknown) =>
        log.warn(
          { error: String(error) },
          'The salt of the day is not on disk, and lasts until the next start.',
        ),
      );
  }

  renew(now);
  await writing;
  return {
    of(moment) {
      renew(moment);
      return salt;
    },
    async turn(moment) {
      renew(moment);
      await writing;
    },
  };
}
