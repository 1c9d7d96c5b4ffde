/** What the installation holds: its stores and their tables, the tag on the pages, the last backup. */
import { lastHits } from '../../stores/olap/index.ts';
import { cutOffBackup, lastBackupAt } from '../backup/take.ts';
import { bad, type Check, type Finding, note, well } from './check.ts';

const HOUR_MS = 3_600_000;
const QUIET_HOURS = 24;
const OLD_BACKUP_HOURS = 8 * 24;

export const stores: Check = {
  name: 'stores',
  async look({ stores: opened, whyNoStores }) {
    if (opened === null) return [bad(whyNoStores)];
    const { records, olap } = opened;
    await records.answers();
    await olap.query('SELECT 1', {}, { timeoutSeconds: 10 });
    return [well('The records and the analytics store answer.')];
  },
};

/** Of a counter that had hits once, none for a day means that the tag has gone from the pages. */
export const tag: Check = {
  name: 'tag',
  async look({ stores: opened, now }) {
    if (opened === null) return [];
    const counters = await opened.records.db
      .selectFrom('counters')
      .select(['id', 'name'])
      .where('status', '=', 'Active')
      .orderBy('id')
      .execute();
    if (counters.length === 0) return [note('There is no counter yet: make one in the web app.')];
    const last = await lastHits(opened.olap);
    const findings = counters.map(({ id, name }) => seen(`Counter ${id} (${name})`, last.get(id), now));
    return findings;
  },
};

function seen(counter: string, last: number | undefined, now: number): Finding {
  if (last === undefined)
    return note(
      `${counter} never had a hit. Put its snippet on the pages: Install in the web app checks it.`,
    );
  const hours = Math.floor((now - last * 1_000) / HOUR_MS);
  if (hours < QUIET_HOURS)
    return well(`${counter} had a hit within the last ${Math.max(1, hours + 1)} hours.`);
  return bad(`${counter} has had no hit for ${hours} hours. See whether its snippet is still on the pages.`);
}

export const backups: Check = {
  name: 'backup',
  look({ config: { dataDir, backup }, now }) {
    const findings: Finding[] = [];
    const cutOff = cutOffBackup(dataDir);
    if (cutOff !== null) findings.push(note(cutOff));
    const at = lastBackupAt(dataDir);
    const hours = Math.floor((now - at) / HOUR_MS);
    if (Number.isNaN(at))
      findings.push(bad('There has never been a backup: run "goalpost backup --to …" every night.'));
    else if (hours < -1)
      findings.push(
        bad(
          `The last backup is of a time that is yet to come, ${new Date(at).toISOString()}: the clock was wrong.`,
        ),
      );
    else if (hours > OLD_BACKUP_HOURS)
      findings.push(bad(`The last backup is ${hours} hours old: run "goalpost backup".`));
    else findings.push(well(`The last backup is ${hours} hours old.`));
    if (backup.key === null)
      findings.push(
        note('Backups are not encrypted: set GOALPOST_BACKUP_KEY where others can read their place.'),
      );
    return Promise.resolve(findings);
  },
};
