/** Runs every check, whatever becomes of the others. */
import { BackupRefused } from '../../backup/index.ts';
import { openStores, type OpenStores } from '../backup/open-stores.ts';
import { CannotStart } from '../cannot-start.ts';
import type { Config } from '../config/config.ts';
import { asCannotStart } from '../parts/records.ts';
import { bad, type Check, type Finding } from './check.ts';
import { placeOfBackups } from './backup-place.ts';
import { backups, stores, tag } from './inside.ts';
import { clock, disk, engine } from './machine.ts';
import { bucket, mail, proxy } from './outside.ts';

/** In the order in which they are shown. */
export const CHECKS: readonly Check[] = [
  engine,
  clock,
  disk,
  stores,
  tag,
  proxy,
  mail,
  bucket,
  backups,
  placeOfBackups,
];

export interface Examined {
  readonly name: string;
  readonly findings: readonly Finding[];
}

export async function examine(config: Config, now: number, checks = CHECKS): Promise<Examined[]> {
  await using opened = new AsyncDisposableStack();
  let found: OpenStores | null = null;
  let whyNoStores = '';
  try {
    found = await openStores(config, opened);
  } catch (error) {
    whyNoStores = sentenceOf(error);
  }
  const context = { config, now, stores: found, whyNoStores };
  const examined: Examined[] = [];
  for (const { name, look } of checks) {
    const findings = await look(context).catch((error: unknown) => [bad(sentenceOf(error))]);
    examined.push({ name, findings });
  }
  return examined;
}

function sentenceOf(error: unknown): string {
  const told = asCannotStart(error);
  if (told instanceof CannotStart || told instanceof BackupRefused) return told.message;
  return `It cannot be looked at: ${told instanceof Error ? told.message : String(told)}.`;
}
