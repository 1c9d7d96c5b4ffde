/** What `/readyz` says: of each part, whether it is well, and in a sentence why not. */
import { statfs } from 'node:fs/promises';
import { connect } from 'node:net';
import type { Collection } from '../collect/index.ts';
import type { Readiness } from '../http/index.ts';
import type { Clock } from '../kit/clock.ts';
import type { Olap } from '../kit/olap.ts';
import type { Records } from '../stores/records/index.ts';
import type { Config } from './config/config.ts';

export interface ReadinessDeps {
  readonly config: Pick<Config, 'dataDir' | 'clickhouseUrl' | 'mail'>;
  readonly clock: Clock;
  readonly records: Pick<Records, 'answers'>;
  readonly olap: Pick<Olap, 'query' | 'healthy'>;
  readonly collection: Pick<Collection, 'ready' | 'stats'>;
}

type Check = (deps: ReadinessDeps) => Promise<string | null>;

/** Null: it is well. One line a part, in the order in which they are shown. */
const CHECKS: Readonly<Record<string, Check>> = { journal, engine, analytics, records, lag, disk, mail };

/** A caller who asks more often gets the same answer: strangers may ask, too. */
const KEPT_MS = 2_000;
const PATIENCE_MS = 3_000;
/** What a quarter of an hour of a busy site leaves behind. */
const MOST_BACKLOG_BYTES = 256 * 1024 * 1024;
const LEAST_FREE_BYTES = 256 * 1024 * 1024;

export function createReadiness(deps: ReadinessDeps): () => Promise<Readiness> {
  let kept: { readonly at: number; readonly answer: Promise<Readiness> } | null = null;
  return () => {
    const now = deps.clock.now();
    if (kept === null || Math.abs(now - kept.at) > KEPT_MS) kept = { at: now, answer: look(deps) };
    return kept.answer;
  };
}

async function look(deps: ReadinessDeps): Promise<Readiness> {
  const checked = Object.entries(CHECKS).map(async ([name, check]) => {
    const why = await within(check(deps).catch(sentence));
    return [name, why === null ? { ok: true } : { ok: false, why }] as const;
  });
  return Object.fromEntries(await Promise.all(checked));
}

async function within(work: Promise<string | null>): Promise<string | null> {
  const { promise: late, resolve } = Promise.withResolvers<string>();
  const timer = setTimeout(() => resolve('It does not answer.'), PATIENCE_MS);
  const why = await Promise.race([work, late]);
  clearTimeout(timer);
  return why;
}

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function journal({ collection }: ReadinessDeps) {
  if (!collection.ready()) return 'Hits cannot be written: look at the disk of the data folder.';
  return collection.stats().journalUnreadable;
}

async function engine({ config, olap }: ReadinessDeps) {
  if (config.clickhouseUrl !== null || (await olap.healthy())) return null;
  return 'The embedded engine does not answer; it is started again.';
}

async function analytics({ olap }: ReadinessDeps) {
  await olap.query('SELECT 1', {}, { timeoutSeconds: 2 });
  return null;
}

async function records(deps: ReadinessDeps) {
  await deps.records.answers();
  return null;
}

async function lag({ collection }: ReadinessDeps) {
  const { backlogBytes } = collection.stats();
  return backlogBytes <= MOST_BACKLOG_BYTES
    ? null
    : 'Reports are behind: many hits wait for the analytics store.';
}

async function disk({ config }: ReadinessDeps) {
  const { bavail, bsize } = await statfs(config.dataDir);
  return bavail * bsize >= LEAST_FREE_BYTES ? null : 'The disk of the data folder is nearly full.';
}

/** Whether a mail server listens there; no letter is sent to find out. */
function mail({ config }: ReadinessDeps): Promise<string | null> {
  if (config.mail === null) return Promise.resolve(null);
  const { host, port } = config.mail.server;
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: PATIENCE_MS });
    const told = (why: string | null) => () => {
      socket.destroy();
      resolve(why);
    };
    socket.once('connect', told(null));
    socket.once('timeout', told('The SMTP server does not answer.'));
    socket.once('error', told('The SMTP server cannot be reached.'));
  });
}
