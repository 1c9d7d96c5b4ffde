/** Where the stores are, in words for the operator. */
import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import type { Places } from './compare.ts';

export function placesOf({
  dataDir,
  databaseUrl,
  clickhouseUrl,
}: Pick<Config, 'dataDir' | 'databaseUrl' | 'clickhouseUrl'>): Places {
  return {
    records:
      databaseUrl === null
        ? `the records database ${join(dataDir, 'records.db')}`
        : `the records database ${addressOf(databaseUrl)}`,
    analytics:
      clickhouseUrl === null
        ? `the analytics store ${join(dataDir, 'olap')}`
        : `the analytics store ${addressOf(clickhouseUrl)}`,
    journal: `the journal ${join(dataDir, 'journal')}`,
  };
}

/** Not the whole address: it holds a password. */
function addressOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
