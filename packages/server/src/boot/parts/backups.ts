/** Backups by themselves, as often as the settings say, each in a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { clearCutOff, lastBackupAt } from '../backup/take.ts';
import type { Config } from '../config/config.ts';
import type { Logger } from '../log.ts';
import type { Part } from '../part.ts';

const PROGRAM = fileURLToPath(new URL('../../goalpost.ts', import.meta.url));
const LOOK_EVERY_MS = 300_000;
const HOUR_MS = 3_600_000;

export interface Backups {
  close(): void;
}

export const backups: Part<Backups> = {
  name: 'backups',
  open({ config, log, clock }) {
    const cutOff = clearCutOff(config.dataDir);
    if (cutOff !== null) log.warn(cutOff);
    if (config.backup.everyHours === 0) return { close: () => undefined };
    let running: ChildProcess | null = null;
    const look = (): void => {
      if (running !== null || !isDue(config, clock.now())) return;
      running = takeOne(config, log, () => {
        running = null;
      });
    };
    const timer = setInterval(look, LOOK_EVERY_MS).unref();
    return {
      close() {
        clearInterval(timer);
        running?.kill('SIGKILL');
      },
    };
  },
  close: (opened) => opened.close(),
};

/**
 * A time that is yet to come was told by a clock that was wrong: nothing waits for it.
 * @param now in milliseconds
 */
export function isDue({ dataDir, backup }: Pick<Config, 'dataDir' | 'backup'>, now: number): boolean {
  const last = lastBackupAt(dataDir);
  return Number.isNaN(last) || last > now + HOUR_MS || now - last >= backup.everyHours * HOUR_MS;
}

/** One that is killed with the server does not count; the next start says so. */
function takeOne(config: Config, log: Logger, ended: () => void): ChildProcess {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', PROGRAM, 'backup'], {
    env: { ...process.env, GOALPOST_DATA: config.dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2_000);
    });
  child.once('error', (error) => log.error({ error: String(error) }, 'A backup cannot be begun.'));
  child.once('close', (code) => {
    const last = said.trim().split('\n').at(-1) ?? '';
    if (code === 0) log.info({ said: last }, 'A backup was taken.');
    else log.error({ code, said: last }, 'A backup was not taken; it is tried again.');
    ended();
  });
  return child;
}
