/** Backups: taken while the server runs, checked, restored into any kind of stores. */
export { openChunks } from './chunks.ts';
export { folderPlace } from './folder-place.ts';
export { listBackups, type Manifest, readManifest } from './manifest.ts';
export { type BackupKey, backupKey } from './pack.ts';
export { BackupRefused, refusedBy } from './refusal.ts';
export {
  checkParts,
  endRestore,
  markRestore,
  requireEmptyFolder,
  restoreBackup,
  unfinishedRestore,
  verifyRestored,
} from './restore.ts';
export { HELD_JOURNAL, removeOld, takeBackup } from './take.ts';
