/** Annotations over HTTP: seen by those who may view a counter, made by those who may edit it. */
import {
  AnnotationEnvelope,
  AnnotationInput,
  AnnotationList,
  MAX_ANNOTATIONS,
  type Annotation,
} from '@goalpost/contract/notices';
import { Success } from '@goalpost/contract/goals';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { CounterStore, GoalStore } from '../counters/index.ts';
import { displayName } from '../goals/index.ts';
import type { Clock } from '../kit/clock.ts';
import { defineEndpoint, type Endpoint } from '../kit/endpoint.ts';
import { createLocalTime } from '../kit/dates/local-time.ts';
import { problem, type Problem } from '../kit/problem.ts';
import { CounterParams } from '../kit/schemas/counter-params.ts';
import { madeOf } from './made.ts';
import type { AnnotationRecord, AnnotationStore } from './port.ts';

export interface AnnotationDeps {
  readonly annotations: AnnotationStore;
  readonly counters: Pick<CounterStore, 'get'>;
  readonly goals: Pick<GoalStore, 'list'>;
  /** Resolves when what was changed so far stands in the audit log. */
  auditIdle(): Promise<void>;
  readonly clock: Clock;
}

const ALL = '/api/v1/counters/:counterId/annotations';
const OfOne = CounterParams.extend({ annotationId: z.string().max(64) });
const Days = z.object({
  date1: z.iso.date(),
  date2: z.iso.date(),
  lang: z.enum(['en', 'ru']).default('en'),
});
const DAY_MS = 24 * 3_600_000;
const tag = 'annotations';

export function annotationEndpoints(deps: AnnotationDeps): Endpoint[] {
  const { annotations, clock } = deps;

  async function list(counterId: number, { date1, date2, lang }: z.infer<typeof Days>, mayEdit: boolean) {
    await deps.auditIdle();
    const counter = await deps.counters.get(counterId);
    const local = createLocalTime(counter?.timeZone ?? 'UTC');
    const goals = await deps.goals.list(counterId, true);
    const nameOf = (id: string): string | null => {
      const goal = goals.find((one) => String(one.id) === id);
      return goal === undefined ? null : displayName(goal, lang);
    };
    const before = local.startOfDay(date2) + DAY_MS + DAY_MS;
    const happened = await annotations.occurrences(counterId, local.startOfDay(date1), before);
    const made = madeOf(happened, (moment) => local.at(moment).slice(0, 10), nameOf);
    const own = (await annotations.list(counterId, date1, date2)).map(shown);
    return [...own, ...made]
      .filter(({ day }) => day >= date1 && day <= date2)
      .map((one) => (mayEdit ? one : { ...one, author: '' }))
      .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  }

  return [
    defineEndpoint({
      method: 'GET',
      url: ALL,
      summary: 'Notes on charts: own ones, and those made by changes and silences',
      tag,
      auth: { counter: 'view' },
      params: CounterParams,
      query: Days,
      response: AnnotationList,
      async handle({ params: { counterId }, query }, { authorise }) {
        if (query.date2 < query.date1)
          return problem('invalid_parameter', 'The last day is before the first.', 'date2');
        const mayEdit = (await authorise(counterId, 'edit')) === null;
        return { annotations: await list(counterId, query, mayEdit) };
      },
    }),
    defineEndpoint({
      method: 'POST',
      url: ALL,
      summary: 'Note something on the charts of a counter',
      tag,
      auth: { counter: 'edit' },
      params: CounterParams,
      body: z.object({ annotation: AnnotationInput }),
      response: AnnotationEnvelope,
      async handle({ params: { counterId }, body: { annotation } }, { caller }) {
        const record = {
          ...annotation,
          id: randomUUID(),
          counterId,
          author: caller?.login ?? '',
          createdAt: clock.now(),
        };
        return (await annotations.add(record))
          ? { annotation: shown(record) }
          : problem('limit_exceeded', `A counter has at most ${MAX_ANNOTATIONS} notes.`);
      },
    }),
    defineEndpoint({
      method: 'PUT',
      url: `${ALL}/:annotationId`,
      summary: 'Change a note',
      tag,
      auth: { counter: 'edit' },
      params: OfOne,
      body: z.object({ annotation: AnnotationInput }),
      response: AnnotationEnvelope,
      async handle({ params: { counterId, annotationId }, body: { annotation } }) {
        const { day, text } = annotation;
        const record = await annotations.replace(counterId, annotationId, day, text);
        return record === null ? noSuchNote() : { annotation: shown(record) };
      },
    }),
    defineEndpoint({
      method: 'DELETE',
      url: `${ALL}/:annotationId`,
      summary: 'Delete a note',
      tag,
      auth: { counter: 'edit' },
      params: OfOne,
      response: Success,
      handle: async ({ params }) =>
        (await annotations.remove(params.counterId, params.annotationId)) ? { success: true } : noSuchNote(),
    }),
  ];
}

const noSuchNote = (): Problem => problem('not_found', 'There is no such note.', 'annotationId');

const shown = ({ id, day, text, author }: AnnotationRecord): Annotation => ({
  id,
  kind: 'own',
  verb: 'made',
  day,
  text,
  author,
});
