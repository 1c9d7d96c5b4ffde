/** Where backups go: whether it can be listed, read, written to and tidied now. */
import { randomBytes } from 'node:crypto';
import { BackupRefused, listBackups, readManifest } from '../../backup/index.ts';
import type { BackupPlace } from '../../backup/port.ts';
import { LOOK_TIMES } from '../../stores/files/index.ts';
import { backupPlace, keyOf } from '../backup/places.ts';
import { bad, type Check, type Finding, note, well } from './check.ts';

/** Not a name of what a backup writes. */
const CHECK = 'check';

export const placeOfBackups: Check = {
  name: 'backup place',
  async look({ config }) {
    if (config.backup.to === null) return [];
    const findings: Finding[] = [];
    const tried = async (work: () => Promise<unknown>, told: (why: string) => Finding) => {
      try {
        await work();
        return true;
      } catch (error) {
        if (!(error instanceof BackupRefused)) throw error;
        findings.push(told(error.message));
        return false;
      }
    };
    const see = (why: string) => bad(`${why} See GOALPOST_BACKUP_TO and what it may do there.`);
    let place: BackupPlace | null = null;
    await tried(async () => (place = backupPlace(config.backup.to, config, 'to', LOOK_TIMES)), bad);
    if (place === null) return findings;
    const opened: BackupPlace = place;
    const name = `${CHECK}-${randomBytes(6).toString('hex')}`;
    const written = await tried(() => opened.put(name, Buffer.from('Written to see whether it may.')), see);
    if (written)
      await tried(
        () => opened.remove(name),
        (why) => note(`${why} Backups that are too old stay there: remove them by other means.`),
      );
    const names: string[] = [];
    const listed = await tried(
      async () => names.push(...(await listBackups(opened)).map((one) => one.name)),
      see,
    );
    const last = names.at(-1);
    if (last !== undefined)
      await tried(
        () => readManifest(opened, last, keyOf(config)),
        (why) => bad(`${why} It could not be restored: take another backup, or mend this.`),
      );
    if (written && listed && findings.every(({ how }) => how !== 'bad'))
      findings.unshift(
        well(`${opened.name} takes backups${last === undefined ? '' : `; the last is ${last}`}.`),
      );
    return findings;
  },
};
