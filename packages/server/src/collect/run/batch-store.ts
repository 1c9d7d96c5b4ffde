/** Puts a batch into the analytics store, however long that takes, exactly once. */
import { appendFile } from 'node:fs/promises';
import type { BinaryRows, Olap, OlapTable } from '../../kit/olap.ts';
import type { Batch } from './batch.ts';
import type { Log } from '../../kit/log.ts';
import type { ClosedDays } from '../ports.ts';
import { retrying } from '../../kit/retry.ts';
import { isAway } from './passing-faults.ts';
import { hashOf, idOf } from '../steps/hash.ts';

export interface BatchStore {
  /** Resolves when both tables have it. @throws Stopped */
  put(segment: number, batch: Batch): Promise<void>;
  /** The visitors alone that memory had no room for, where the rest is stored already. @throws Stopped */
  putResting(segment: number, batch: Batch): Promise<void>;
  /** False from the first failure to the next success. */
  storing(): boolean;
}

export interface BatchStoreDeps {
  readonly olap: Pick<Olap, 'insert'>;
  readonly closedDays: ClosedDays;
  /** Rows that the store will never take go to this file. */
  readonly setAsidePath: string;
  readonly log: Log;
  readonly signal: AbortSignal;
  onSetAside(rows: number): void;
  /** Told when `storing` may say something else. */
  changed(): void;
}

/** ClickHouse's words for rows that it cannot read: they are the same the next time. */
const UNREADABLE = new Set([
  '6',
  '26',
  '27',
  '32',
  '33',
  '38',
  '41',
  '53',
  '69',
  '70',
  '72',
  '117',
  '130',
  '131',
  '349',
  '407',
]);
const TRIES = 3;

export function createBatchStore(deps: BatchStoreDeps): BatchStore {
  const { olap, closedDays, log, signal } = deps;
  let failing = false;
  let closing = true;

  function setFailing(now: boolean): void {
    if (failing === now) return;
    failing = now;
    deps.changed();
  }

  async function putTable(
    segment: number,
    table: OlapTable,
    { rows, part = '', before }: Put,
  ): Promise<void> {
    if (countOf(rows) === 0) return;
    const insert = async (): Promise<void> => {
      await before?.();
      await olap.insert(table, rows, `seg-${segment}-${table}${part}`);
    };
    try {
      await retrying(insert, {
        signal,
        again(error, attempt) {
          if (!failing) {
            const about = { segment, table, error: String(error) };
            if (isAway(error)) log.warn(about, 'The analytics store is away; hits wait in the journal.');
            else log.error(about, 'The analytics store does not take rows; hits wait in the journal.');
          }
          setFailing(true);
          return isAway(error) || !isUnreadable(error) || attempt < TRIES;
        },
      });
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      await setAside(segment, table, rows, error);
    }
  }

  /** Nothing is lost where it fails: what is open is read as before. */
  async function close(): Promise<void> {
    if (signal.aborted) return;
    try {
      await closedDays.close();
      closing = true;
    } catch (error) {
      if (closing && !isAway(error))
        log.warn(
          { error: String(error) },
          'Days of visits could not be closed; reports of them take longer.',
        );
      closing = false;
    }
  }

  /** The rows are kept for the one who mends the fault; all other hits go on. */
  async function setAside(
    segment: number,
    table: OlapTable,
    put: Put['rows'],
    error: unknown,
  ): Promise<void> {
    const isText = typeof put === 'string';
    const path = `${deps.setAsidePath}-${segment}-${table}.${isText ? 'jsonl' : 'rowbinary'}`;
    await appendFile(path, isText ? put : put.bytes, { mode: 0o600 });
    const rows = countOf(put);
    deps.onSetAside(rows);
    log.error(
      { segment, table, rows, path, error: String(error) },
      'Rows that the analytics store cannot read were set aside.',
    );
  }

  /**
   * A replay may put other visitors down than the first reading did, each as they were then: the rows add to each
   * other, and their token is of what they say.
   */
  const putResting = (segment: number, { resting }: Batch): Promise<void> =>
    putTable(segment, 'resting_visitors', {
      rows: resting,
      part: resting === '' ? '' : `-${idOf(hashOf(resting))}`,
    });

  return {
    putResting,
    async put(segment, batch) {
      // One after the other: a visit is never there without its hits.
      await putTable(segment, 'hits', { rows: batch.hits });
      const { visits, firstOpenedOn } = batch;
      const reopen = firstOpenedOn === null ? undefined : () => closedDays.reopen(firstOpenedOn);
      await putTable(segment, 'visits', { rows: visits, before: reopen });
      await putResting(segment, batch);
      if (failing) log.info({ segment }, 'The analytics store takes rows again.');
      setFailing(false);
      await close();
    },
    storing: () => !failing,
  };
}

interface Put {
  /** JSONEachRow lines, or binary rows. */
  readonly rows: string | BinaryRows;
  /** Of the token, where the segment's number does not say what comes with it. */
  readonly part?: string;
  readonly before?: (() => Promise<void>) | undefined;
}

const countOf = (rows: Put['rows']): number =>
  typeof rows === 'string' ? rows.split('\n').length - 1 : rows.count;

function isUnreadable(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && UNREADABLE.has(error.code)
  );
}
