/** The settings of backups: where to, how often, for how long, and with which key. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

export interface BackupSettings {
  /** A folder, or `s3://bucket/prefix`; null: each command names it. */
  readonly to: string | null;
  /** 0: only when asked for. */
  readonly everyHours: number;
  readonly keepDays: number;
  /** Null: backups are not encrypted. */
  readonly key: string | null;
}

const TO = 'must be a folder, such as /backups, or an address such as s3://bucket/goalpost';
const HOURS = 'must be a number of hours from 0 (only when asked for) to 8760';
const DAYS = 'must be a number of days from 1 to 36500';
const KEY = 'must have from 16 to 1000 characters';

export const BACKUP_ENVIRONMENT = {
  GOALPOST_BACKUP_TO: z
    .string()
    .refine(
      (text) => !text.includes('://') || /^s3:\/\/[a-z\d][a-z\d.-]{1,61}[a-z\d](\/[\w./-]*)?$/.test(text),
      TO,
    )
    .transform((text) => (text.startsWith('s3://') ? text : resolve(text)))
    .nullable()
    .default(null),
  GOALPOST_BACKUP_EVERY_HOURS: z.string().refine(within(0, 8_760), HOURS).transform(Number).default(0),
  GOALPOST_BACKUP_KEEP_DAYS: z.string().refine(within(1, 36_500), DAYS).transform(Number).default(30),
  GOALPOST_BACKUP_KEY: z
    .string()
    .regex(/^[\s\S]{16,1000}$/, KEY)
    .nullable()
    .default(null),
  GOALPOST_BACKUP_KEY_FILE: z
    .string()
    .transform((path) => resolve(path))
    .nullable()
    .default(null),
};

/** @returns a sentence where the settings do not fit together */
export function backupOf(settings: z.infer<z.ZodObject<typeof BACKUP_ENVIRONMENT>>): BackupSettings | string {
  const { GOALPOST_BACKUP_KEY: text, GOALPOST_BACKUP_KEY_FILE: file } = settings;
  if (text !== null && file !== null)
    return 'GOALPOST_BACKUP_KEY and GOALPOST_BACKUP_KEY_FILE are both set: one of them is to name the key.';
  if (settings.GOALPOST_BACKUP_EVERY_HOURS > 0 && settings.GOALPOST_BACKUP_TO === null)
    return 'GOALPOST_BACKUP_TO must be set too, as GOALPOST_BACKUP_EVERY_HOURS is.';
  const read = file === null ? text : keyOf(file);
  if (read instanceof Error) return `GOALPOST_BACKUP_KEY_FILE ${file} cannot be read: ${read.message}.`;
  if (read !== null && read.length < 16)
    return `GOALPOST_BACKUP_KEY_FILE ${file} must hold at least 16 characters.`;
  return {
    to: settings.GOALPOST_BACKUP_TO,
    everyHours: settings.GOALPOST_BACKUP_EVERY_HOURS,
    keepDays: settings.GOALPOST_BACKUP_KEEP_DAYS,
    key: read,
  };
}

function keyOf(file: string): string | Error {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    return error as Error;
  }
}

function within(least: number, most: number): (text: string) => boolean {
  return (text) => /^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most;
}
