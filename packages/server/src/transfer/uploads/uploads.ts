/** What becomes of an uploaded file: it is read, noted, its people and goals are found, and both stored [G130]–[G134]. */
import { createHash } from 'node:crypto';
import { GoalInput } from '@goalpost/contract/goals';
import {
  MAX_CONVERSION_UPLOADS,
  MAX_CONVERSION_UPLOADS_HOURLY,
  type ClientIdType,
} from '@goalpost/contract/management';
import type { CounterRecord, CounterStore, GoalManagement } from '../../counters/index.ts';
import type { GoalDefinition } from '../../goals/index.ts';
import type { Clock } from '../../kit/clock.ts';
import { createCounterMasks } from '../../kit/masking/index.ts';
import type { Turns } from '../../kit/nodes/turn.ts';
import { isProblem, problem, problemsIn, type Problem } from '../../kit/problem.ts';
import type { UploadKind } from './kind.ts';
import { createGoalsOfLine } from './goals-of-line.ts';
import type { PeopleOfUploads, Upload, UploadedFacts, UploadOutcome, UploadStore } from './port.ts';
import { readUpload, type UploadedLine } from './read-upload.ts';
import { factsOf } from './facts-of.ts';

export interface UploadDeps {
  readonly counters: Pick<CounterStore, 'get'>;
  readonly goals: Pick<GoalManagement, 'list' | 'create'>;
  readonly uploads: UploadStore;
  readonly people: PeopleOfUploads;
  readonly facts: UploadedFacts;
  readonly clock: Clock;
  /** Of a counter: two first uploads at once make one goal. */
  readonly turns: Turns;
}

export interface FileSent {
  readonly file: string;
  readonly idType: ClientIdType;
  readonly comment: string;
  /** Of the goal that it makes; empty: as the kind calls it. */
  readonly goalName: string;
}

const HOUR_MS = 3_600_000;
/** Lines that are looked up, and stored, together. */
const AT_ONCE = 5_000;

const noUpload = (id: number): Problem =>
  problem('not_found', `The counter has no upload ${id}.`, 'uploadingId');

export function createUploads({ counters, goals, uploads, people, facts, clock, turns }: UploadDeps) {
  const masksOf = createCounterMasks(() => '');
  const notNoted = (): void => undefined;

  /** What is kept of a file's texts, as of those of hits [P2]. */
  function maskOf(counter: CounterRecord): (text: string) => string {
    const masks = masksOf(counter);
    return (text) => masks?.text(text, notNoted) ?? text;
  }

  /** Those of the counter; the kind's own of types that lines tell of are made where they are missing. */
  async function goalsFor(
    counterId: number,
    { makes }: UploadKind,
    { told, name }: { readonly told: readonly UploadedLine[]; readonly name: string },
  ): Promise<readonly GoalDefinition[] | Problem> {
    const types = new Set(told.flatMap((line) => line.types));
    const standing = await goals.list(counterId, false);
    if (isProblem(standing)) return standing;
    const all = [...standing];
    for (const [place, one] of makes.entries()) {
      if (!types.has(one.type) || all.some(({ type }) => type === one.type)) continue;
      const said = place === 0 && name !== '' ? name : one.name;
      const made = await goals.create(counterId, GoalInput.parse({ name: said, type: one.type }));
      if (isProblem(made)) return made;
      all.push(made);
    }
    return all;
  }

  async function store(
    upload: Upload,
    told: readonly UploadedLine[],
    {
      all,
      currency,
      mask,
    }: {
      readonly all: readonly GoalDefinition[];
      readonly currency: string;
      mask(text: string): string;
    },
  ): Promise<UploadOutcome> {
    const { counterId, id, type } = upload;
    const goalsOf = createGoalsOfLine(all);
    const parts: ReturnType<typeof factsOf>[] = [];
    let dropped = 0;
    for (let at = 0; at < told.length; at += AT_ONCE) {
      const lines = told.slice(at, at + AT_ONCE);
      const found = await people.find(counterId, lines);
      const part = factsOf(type, lines, found, { goalsOf, currency, mask });
      await facts.putCalls(counterId, id, part.calls);
      dropped += await facts.putReaches(counterId, id, part.reaches);
      parts.push(part);
    }
    return outcomeOf(parts, dropped);
  }

  return {
    list: uploads.list,
    get: async (counterId: number, id: number): Promise<Upload | Problem> =>
      (await uploads.get(counterId, id)) ?? noUpload(id),

    async add(counterId: number, kind: UploadKind, sent: FileSent): Promise<Upload | Problem> {
      const counter = await counters.get(counterId);
      if (counter?.status !== 'Active')
        return problem('not_found', `There is no counter ${counterId}.`, 'counterId');
      const now = clock.now();
      const mask = maskOf(counter);
      const { idType, file } = sent;
      const comment = mask(sent.comment);
      const read = readUpload(file, kind, { idType, now });
      if (!('told' in read))
        return problemsIn(read) ?? problem('invalid_parameter', 'The file is empty.', 'file');
      const all = await turns.run(`uploads ${counterId}`, () =>
        goalsFor(counterId, kind, { told: read.told, name: sent.goalName }),
      );
      if (isProblem(all)) return all;
      // Lines that name no currency mean the counter's: the same file is another one after that has changed.
      const digest = createHash('sha256').update(`${idType}\n${counter.currency}\n${file}`).digest('hex');
      const about = { type: kind.id, digest, idType, comment, lines: read.lines, rows: read.told.length };
      const limits = {
        most: MAX_CONVERSION_UPLOADS,
        mostSince: MAX_CONVERSION_UPLOADS_HOURLY,
        since: now - HOUR_MS,
      };
      const upload = await uploads.add(counterId, about, limits);
      if (upload === 'limit_exceeded')
        return problem(
          'limit_exceeded',
          `A counter has at most ${MAX_CONVERSION_UPLOADS} uploads. Delete old ones first.`,
          'file',
        );
      if (upload === 'too_fast')
        return problem(
          'quota_requests_by_uid',
          `At most ${MAX_CONVERSION_UPLOADS_HOURLY} files an hour are taken.`,
          'file',
        );
      // Also where it was done: visits and goals that it did not find may be there by now.
      const outcome = await store(upload, read.told, { all, mask, currency: counter.currency });
      if (await uploads.done(upload.id, outcome)) return { ...upload, outcome };
      // It was deleted while what it tells was on its way.
      await facts.remove(counterId, upload.id);
      return noUpload(upload.id);
    },

    async remove(counterId: number, id: number): Promise<Problem | null> {
      if ((await uploads.get(counterId, id)) === null) return noUpload(id);
      // Cut off between both stores, it can be deleted again, and the same file is another upload.
      await uploads.leaving(counterId, id);
      await facts.remove(counterId, id);
      await uploads.remove(counterId, id);
      return null;
    },
  };
}

/** At most so many are told of. */
const MOST_UNMET = 20;

function outcomeOf(parts: readonly ReturnType<typeof factsOf>[], dropped: number): UploadOutcome {
  const sum = (of: (part: (typeof parts)[number]) => number): number =>
    parts.reduce((total, part) => total + of(part), 0);
  return {
    linked: sum(({ linked }) => linked),
    ofVisitors: sum(({ ofVisitors }) => ofVisitors),
    unknown: sum(({ unknown }) => unknown),
    goalless: sum(({ goalless }) => goalless),
    dropped,
    goals: counted(parts.flatMap(({ reaches }) => reaches.map(({ goalId }) => goalId))),
    unmet: counted(parts.flatMap(({ unmet }) => unmet)).slice(0, MOST_UNMET),
  };
}

/** Each with its number, the most frequent first. */
function counted<T>(all: readonly T[]): readonly (readonly [T, number])[] {
  const counts = new Map<T, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one);
}
