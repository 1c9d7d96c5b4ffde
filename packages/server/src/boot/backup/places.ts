/** Where backups go: a folder by its path, or a bucket by `s3://…`. */
import { resolve } from 'node:path';
import { type BackupKey, backupKey, BackupRefused, folderPlace } from '../../backup/index.ts';
import type { BackupPlace } from '../../backup/port.ts';
import { bucketPlace } from '../../stores/files/index.ts';
import type { Config } from '../config/config.ts';

/**
 * @param to as the command or the settings name it
 * @param option of the command that names it
 * @param times how long a bucket is waited for
 * @throws BackupRefused
 */
export function backupPlace(
  to: string | null,
  { bucket }: Pick<Config, 'bucket'>,
  option: 'to' | 'from' = 'to',
  times?: Parameters<typeof bucketPlace>[2],
): BackupPlace {
  if (to === null)
    throw new BackupRefused(
      `Where are the backups? Name a folder with --${option}, or set GOALPOST_BACKUP_TO.`,
    );
  const [, name, prefix = ''] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(to) ?? [];
  if (name === undefined) {
    if (to.includes('://'))
      throw new BackupRefused(`${to} is no place for backups: name a folder, or s3://bucket/folder.`);
    return folderPlace(resolve(to));
  }
  if (bucket === null)
    throw new BackupRefused(
      `${to} needs GOALPOST_S3_ENDPOINT, GOALPOST_S3_BUCKET, GOALPOST_S3_ACCESS_KEY and GOALPOST_S3_SECRET_KEY.`,
    );
  return bucketPlace({ ...bucket, bucket: name }, prefix.replace(/\/+$/, ''), times);
}

export function keyOf({ backup }: Pick<Config, 'backup'>): BackupKey | null {
  return backup.key === null ? null : backupKey(backup.key);
}
