/** How long a counter keeps what, over the API [P15]–[P19]. */
import {
  LEAST_SUMMED_DAYS,
  Retention,
  RetentionInput,
  RetentionPreview,
  RetentionRunEnvelope,
  type RetentionLoss,
  type RetentionPeriods,
  type RetentionRun,
} from '@goalpost/contract/management';
import { z } from 'zod';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import { problem, type Problem } from '../../kit/problem.ts';
import { CounterParams } from '../../kit/schemas/counter-params.ts';
import { PURGE_DAYS, type Keeping } from './keeping.ts';
import { utcDay } from '../../kit/dates/calendar-day.ts';
import type { Loss, RetentionStore, StoredRun } from './port.ts';

export interface RetentionEndpointDeps {
  readonly store: RetentionStore;
  readonly keeping: Pick<Keeping, 'ask' | 'losses'>;
  /** Null: there is no such counter. */
  statusOf(counterId: number): Promise<'Active' | 'Deleted' | null>;
}

const ALL = '/api/v1/counters/:counterId/retention';

const shownLoss = ({ kind, before, rows, oldest, summedDays }: Loss): RetentionLoss => ({
  kind,
  before: utcDay(before),
  rows,
  oldest: oldest === null ? null : utcDay(oldest),
  summed_days: summedDays ?? 0,
});

const shown = (run: StoredRun): RetentionRun => ({
  id: run.id,
  task: run.task,
  state: run.finishedAt === null ? 'waiting' : 'done',
  losses: run.losses.map(shownLoss),
  asked_by: run.askedBy,
  created_at: run.createdAt,
  finished_at: run.finishedAt,
  waits_for: run.waitsFor,
});

/** A visit of two days ago may still grow, and what is summed does not. */
function sumsFault({ sums, hits, visits }: RetentionPeriods): Problem | null {
  const isShort = [hits, visits].some(
    (period) => period !== null && period.unit === 'day' && period.keep < LEAST_SUMMED_DAYS,
  );
  if (!sums || !isShort) return null;
  const text = `Sums need hits and visits that are kept for at least ${LEAST_SUMMED_DAYS} days, since visits grow so long.`;
  return problem('invalid_parameter', text, 'retention.sums');
}

export function dataRetentionEndpoints({ store, keeping, statusOf }: RetentionEndpointDeps): Endpoint[] {
  const show = async (counterId: number): Promise<Retention> => ({
    retention: await store.periods(counterId),
    runs: (await store.list(counterId)).map(shown),
    purge_days: PURGE_DAYS,
  });

  const merged = async (
    counterId: number,
    given: z.output<typeof RetentionInput>['retention'],
  ): Promise<RetentionPeriods> => {
    const chosen = Object.entries(given).filter(([, period]) => period !== undefined);
    return { ...(await store.periods(counterId)), ...Object.fromEntries(chosen) };
  };

  return [
    defineEndpoint({
      method: 'GET',
      url: ALL,
      summary: 'How long what is kept, and what went by it',
      tag: 'people',
      auth: { counter: 'view' },
      ofDeleted: true,
      params: CounterParams,
      response: Retention,
      handle: ({ params }) => show(params.counterId),
    }),
    defineEndpoint({
      method: 'POST',
      url: `${ALL}/preview`,
      summary: 'What would go if that were set; nothing does',
      tag: 'people',
      auth: { counter: 'edit' },
      ofDeleted: true,
      params: CounterParams,
      body: RetentionInput,
      asks: true,
      response: RetentionPreview,
      async handle({ params: { counterId }, body }) {
        const periods = await merged(counterId, body.retention);
        const fault = sumsFault(periods);
        if (fault !== null) return fault;
        const losses = await keeping.losses(counterId, periods);
        return { losses: losses.map(shownLoss) };
      },
    }),
    defineEndpoint({
      method: 'PUT',
      url: ALL,
      summary: 'Set how long what is kept; the next run of the day removes what is older',
      tag: 'people',
      auth: { counter: 'edit' },
      ofDeleted: true,
      params: CounterParams,
      body: RetentionInput,
      response: Retention,
      async handle({ params: { counterId }, body }) {
        const periods = await merged(counterId, body.retention);
        const fault = sumsFault(periods);
        if (fault !== null) return fault;
        await store.save(counterId, periods);
        return show(counterId);
      },
    }),
    defineEndpoint({
      method: 'POST',
      url: `${ALL}/runs`,
      summary: 'Remove what is too old now',
      tag: 'people',
      auth: { counter: 'edit' },
      ofDeleted: true,
      params: CounterParams,
      response: RetentionRunEnvelope,
      handle: async ({ params: { counterId } }, { caller }) => ({
        run: shown(await keeping.ask(counterId, 'retention', caller?.login ?? '')),
      }),
    }),
    defineEndpoint({
      method: 'POST',
      url: '/api/v1/counters/:counterId/purge',
      summary: 'Remove all data of a deleted counter at once; it cannot be restored any more',
      tag: 'people',
      auth: { counter: 'own' },
      ofDeleted: true,
      params: CounterParams,
      response: RetentionRunEnvelope,
      async handle({ params: { counterId } }, { caller }) {
        if ((await statusOf(counterId)) !== 'Deleted')
          return problem('conflict', 'Only a deleted counter can be purged: delete it first.', 'counterId');
        return { run: shown(await keeping.ask(counterId, 'purge', caller?.login ?? '')) };
      },
    }),
  ];
}
