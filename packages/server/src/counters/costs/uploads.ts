/** What becomes of a file of costs: it is read, noted, and its rows are stored [G124] [G125]. */
import { createHash } from 'node:crypto';
import { MAX_COST_UPLOADS, MAX_COST_UPLOADS_HOURLY } from '@goalpost/contract/management';
import type { Clock } from '../../kit/clock.ts';
import { problem, problemsIn, type Problem } from '../../kit/problem.ts';
import type { CounterStore } from '../port.ts';
import type { CostRow, CostRows, CostUpload, CostUploadStore } from './port.ts';
import { readCosts } from './read-costs.ts';

export interface CostDeps {
  readonly counters: Pick<CounterStore, 'get'>;
  readonly uploads: CostUploadStore;
  readonly rows: CostRows;
  readonly clock: Clock;
}

export interface CostFileSent {
  readonly file: string;
  readonly provider: string;
  readonly comment: string;
}

const HOUR_MS = 3_600_000;

const noUpload = (id: number): Problem =>
  problem('not_found', `The counter has no upload of costs ${id}.`, 'uploadingId');

export function createCostUploads({ counters, uploads, rows, clock }: CostDeps) {
  async function get(counterId: number, id: number): Promise<CostUpload | Problem> {
    return (await uploads.get(counterId, id)) ?? noUpload(id);
  }

  return {
    get,
    list: (counterId: number, offset: number, limit: number) => uploads.list(counterId, offset, limit),

    async add(counterId: number, { file, provider, comment }: CostFileSent): Promise<CostUpload | Problem> {
      const counter = await counters.get(counterId);
      if (counter?.status !== 'Active')
        return problem('not_found', `There is no counter ${counterId}.`, 'counterId');
      const now = clock.now();
      const read = readCosts(file, { currency: counter.currency, now });
      if (!('rows' in read))
        return problemsIn(read) ?? problem('invalid_parameter', 'The file is empty.', 'file');
      // Lines that name no currency mean the counter's: the same file is another one after that has changed.
      const digest = createHash('sha256').update(`${counter.currency}\n${file}`).digest('hex');
      const upload = { digest, provider, comment, lines: read.lines, ...summary(read.rows) };
      const limits = { most: MAX_COST_UPLOADS, mostSince: MAX_COST_UPLOADS_HOURLY, since: now - HOUR_MS };
      const added = await uploads.add(counterId, upload, limits);
      if (added === 'limit_exceeded')
        return problem(
          'limit_exceeded',
          `A counter has at most ${MAX_COST_UPLOADS} uploads of costs. Delete old ones first.`,
          'file',
        );
      if (added === 'too_fast')
        return problem(
          'quota_requests_by_uid',
          `At most ${MAX_COST_UPLOADS_HOURLY} files of costs an hour are taken.`,
          'file',
        );
      // Also where it is done: a backup reads rows before uploads, and may know one without the other.
      await rows.put(counterId, added.id, read.rows);
      if (await uploads.done(added.id)) return { ...added, isDone: true };
      // It was deleted while its rows were on their way.
      await rows.remove(counterId, added.id);
      return noUpload(added.id);
    },

    async remove(counterId: number, id: number): Promise<Problem | null> {
      if ((await uploads.get(counterId, id)) === null) return noUpload(id);
      // Cut off between both stores, it can be deleted again, and the same file is another upload.
      await uploads.leaving(counterId, id);
      await rows.remove(counterId, id);
      await uploads.remove(counterId, id);
      return null;
    },
  };
}

/** What is said of an upload: exact sums, largest first. */
function summary(rows: readonly CostRow[]) {
  const days = rows.map(({ day }) => day).toSorted();
  const sums = new Map<string, number>();
  for (const [currency, amount] of rows.flatMap(({ prices }) => prices))
    sums.set(currency, (sums.get(currency) ?? 0) + Math.round(amount * 1e6));
  return {
    rows: rows.length,
    firstDay: days[0] ?? '',
    lastDay: days.at(-1) ?? '',
    clicks: rows.reduce((sum, { clicks }) => sum + clicks, 0),
    expenses: [...sums]
      .map(([currency, millionths]) => ({ currency, amount: millionths / 1e6 }))
      .toSorted((one, other) => other.amount - one.amount),
  };
}
