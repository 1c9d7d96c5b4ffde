/** `goalpost restore`: puts a backup into an empty folder, or into the empty stores that the settings name. */
import { backupPlace } from '../boot/backup/places.ts';
import { restoreInto } from '../boot/backup/restore.ts';
import type { Command } from './command.ts';

export const restore: Command = {
  name: 'restore',
  summary: 'puts a backup into an empty data folder',
  usage: [
    '[--from PLACE] [--backup NAME] [--verify]',
    '--from PLACE    a folder, or s3://bucket/folder; GOALPOST_BACKUP_TO if not given',
    '--backup NAME   as "goalpost backup --list" names it; the last if not given',
    '--verify        reads the stores back and compares them with the backup',
    'GOALPOST_DATA names the empty folder; GOALPOST_DATABASE_URL and GOALPOST_CLICKHOUSE_URL empty stores, if any.',
    'They may be of another kind than those that the backup was taken of.',
  ],
  options: { from: { type: 'string' }, backup: { type: 'string' }, verify: { type: 'boolean' } },
  words: 0,
  async run(given, { config: read, say }) {
    const config = read();
    const place = backupPlace(given.text('from') ?? config.backup.to, config, 'from');
    const verify = given.flag('verify');
    const { manifest, differences } = await restoreInto(config, place, {
      name: given.text('backup'),
      verify,
      say,
    });
    if (differences.length > 0) {
      say(`What was restored differs from the backup:\n${differences.join('\n')}`);
      return 1;
    }
    say(
      `The backup of ${manifest.at}, made by Goalpost ${manifest.goalpost}, is restored into ${config.dataDir}.`,
    );
    if (verify) say('It was read back: all rows are those of the backup.');
    return 0;
  },
};
