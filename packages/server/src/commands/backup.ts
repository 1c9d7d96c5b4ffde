/** `goalpost backup`: takes a backup while the server runs, or lists and checks those that are there. */
import { listBackups } from '../backup/index.ts';
import { checkBackup } from '../boot/backup/restore.ts';
import { backupPlace } from '../boot/backup/places.ts';
import { backUp } from '../boot/backup/take.ts';
import { type Command, wholeNumber } from './command.ts';

export const backup: Command = {
  name: 'backup',
  summary: 'takes a backup, while the server runs or not',
  usage: [
    '[--to PLACE] [--keep-days N] [--list] [--check [--backup NAME]]',
    '--to PLACE      a folder, or s3://bucket/folder; GOALPOST_BACKUP_TO if not given',
    '--keep-days N   removes backups there that are older, but never the last; GOALPOST_BACKUP_KEEP_DAYS, or 30',
    '--list          names the backups that are there',
    '--check         reads all of a backup and compares its sums; restores nothing',
    '--backup NAME   which one to check; the last if not given',
    'GOALPOST_BACKUP_KEY or GOALPOST_BACKUP_KEY_FILE encrypts. Only what has changed is stored again.',
  ],
  options: {
    to: { type: 'string' },
    'keep-days': { type: 'string' },
    list: { type: 'boolean' },
    check: { type: 'boolean' },
    backup: { type: 'string' },
  },
  words: 0,
  async run(given, { config: read, say }) {
    const keep = wholeNumber(given, 'keep-days', 1, 36_500);
    const config = read();
    const place = backupPlace(given.text('to') ?? config.backup.to, config);
    if (given.flag('list')) {
      const all = await listBackups(place);
      say(all.length === 0 ? `There is no backup in ${place.name}.` : all.map(({ name }) => name).join('\n'));
      return 0;
    }
    if (given.flag('check')) {
      const { name, bytes } = await checkBackup(config, place, given.text('backup'));
      say(`The backup ${name} is whole: ${sizeOf(bytes)} were read.`);
      return 0;
    }
    const taken = await backUp(config, place, { keepDays: keep ?? config.backup.keepDays, say });
    say(
      `Backup ${taken.name} is in ${place.name}: ${taken.rows} rows and files, ${sizeOf(taken.newBytes)} of them new.`,
    );
    if (taken.notRemoved !== null) say(`Backups that are too old stay for now: ${taken.notRemoved}`);
    if (taken.removed.length > 0) say(`Removed, as they were too old: ${taken.removed.join(', ')}.`);
    return 0;
  },
};

export function sizeOf(bytes: number): string {
  if (bytes < 1024 ** 2) return `${Math.ceil(bytes / 1024)} KiB`;
  return `${(bytes / 1024 ** 2).toFixed(1)} MiB`;
}
