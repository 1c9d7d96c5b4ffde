/** For tests: traffic stored without a goal, to be previewed, and replayed with the goal. */
import { GOAL_TYPES, type GoalDefinition, type GoalFact } from '../../goals/index.ts';
import type { ExampleHit } from '../../goals/goal-type.ts';
import type { HitRecord } from '../../collect/index.ts';
import { config, finalVisits, hit, NOON, processAll, testPipeline } from '../../collect/test-journal.ts';
import { isProblem } from '../../kit/problem.ts';
import type { TestOlap } from '../../stores/olap/test-olap.ts';
import { preview } from './preview.ts';

/** What the wire says of a hit of each kind, beside its address. */
const KINDS: Readonly<Record<GoalFact['kind'], (fact: GoalFact) => string>> = {
  view: () => 'pv:1',
  event: () => 'ar:1',
  link: () => 'ln:1',
  download: () => 'dl:1:ln:1',
  form: () => 'ar:1',
  button: () => 'ar:1',
  contact: () => 'ar:1',
  engagement(fact) {
    const keys = new URL('url' in fact ? fact.url : PAGE).searchParams;
    return `eng:1:ar:1:at:${keys.get('at') ?? 0}:sd:${keys.get('sd') ?? 0}`;
  },
  params: () => 'pa:1',
  other: () => 'nb:1',
};
export const PAGE = 'https://shop.example/';
/** The agent of one, beside those of the test journal. */
export const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';

export interface Sent {
  readonly fact: GoalFact;
  readonly at: number;
  readonly ms: number | undefined;
  readonly late: number;
  readonly visitor: number;
  readonly robot: boolean;
  readonly agent?: string;
}

function addressOf(fact: GoalFact): { url: string; ref: string } {
  if (fact.kind === 'event') return { url: `goal://shop.example/${fact.identifier}`, ref: PAGE };
  if (fact.kind === 'view') return { url: fact.url, ref: fact.referrer ?? '' };
  if (fact.kind === 'engagement') return { url: fact.page, ref: fact.page };
  return 'url' in fact ? { url: fact.url, ref: fact.page } : { url: PAGE, ref: '' };
}

export function recordOf(counter: number, { fact, at, ms, late, visitor, robot, agent }: Sent): HitRecord {
  const params = {
    ...(fact.params ? (JSON.parse(fact.params) as object) : {}),
    ...(fact.commerce ? { __ym: { ecommerce: JSON.parse(fact.commerce) as unknown } } : {}),
  };
  return hit({
    counter,
    at,
    arrived: at + (ms ?? 0) / 1_000 + late,
    kind: KINDS[fact.kind](fact),
    ...addressOf(fact),
    ...(ms === undefined ? {} : { ms }),
    ...(Object.keys(params).length > 0 ? { params } : {}),
    visitor: String(1_700_000_000_000_000_000n + BigInt(visitor)),
    robot,
    ...(agent === undefined ? {} : { agent }),
  });
}

/** Of the examples of all types. */
export const FACTS: readonly GoalFact[] = Object.values(GOAL_TYPES)
  .flatMap(({ examples }) => examples)
  .flatMap(({ yes, no }) => [...yes, ...no])
  .flatMap((hits): readonly ExampleHit[] => (Array.isArray(hits) ? hits.slice(0, 5) : [hits as ExampleHit]));

export type Records = (counter: number) => readonly HitRecord[];

const fresh = { counter: 500 };

/** Segments end in the middle, and where nothing comes for long. */
function segmentsOf(sent: readonly HitRecord[]): HitRecord[][] {
  const half = Math.ceil(sent.length / 2);
  const segments: HitRecord[][] = [[]];
  for (const [place, record] of sent.entries()) {
    const silence = place === 0 ? 0 : record.t - (sent[place - 1] as HitRecord).t;
    if (place === half || silence > LONGEST_SEGMENT_MS) segments.push([]);
    segments.at(-1)?.push(record);
  }
  return segments;
}
const LONGEST_SEGMENT_MS = 10_800_000;

/** Stores the traffic as it was without the goals, and gives what is asked of it. */
export async function storePast(store: TestOlap, records: Records, others: readonly GoalDefinition[]) {
  const counter = fresh.counter++;
  const sent = records(counter).toSorted((one, other) => one.t - other.t);
  const [first = [], ...later] = segmentsOf(sent);
  const replay = (goals: readonly GoalDefinition[]) =>
    processAll(testPipeline(), [
      [config({ counterId: counter, goals, autogoals: true }), ...first],
      ...later,
    ]);
  for (const [index, { hits, visits }] of (await replay(others)).entries()) {
    if (hits.count > 0) await store.olap.insert('hits', hits, `${counter}-${index}-hits`);
    if (visits.count > 0) await store.olap.insert('visits', visits, `${counter}-${index}-visits`);
  }
  /** In the order of the visits; times are Unix seconds. */
  async function reaches(goal: GoalDefinition) {
    const visits = finalVisits(
      await replay([...others.filter(({ id }) => id !== goal.id), { ...goal, counterId: counter }]),
    );
    return visits.flatMap(({ goal_ids: ids, goal_times: times, goal_prices: prices }) =>
      ids.flatMap((id, index) =>
        id === goal.id ? [{ at: times[index] as number, price: prices[index] as number }] : [],
      ),
    );
  }
  return {
    reaches,
    counted: async (goal: GoalDefinition) => (await reaches(goal)).map(({ at }) => at),
    async previewed(goal: GoalDefinition, partHits?: number) {
      const clock = { now: () => (NOON + 90_000) * 1_000 };
      const asked = {
        goal: { ...goal, counterId: counter },
        others,
        autogoals: true,
        currency: 'RUB',
        hosts: ['shop.example'],
      };
      const found = await preview(
        { olap: store.olap, clock, ...(partHits === undefined ? {} : { partHits }) },
        { ...asked, days: 4, timeZone: 'UTC' },
        new AbortController().signal,
      );
      if (isProblem(found)) throw new Error(JSON.stringify(found));
      return found;
    },
  };
}

export const byDay = (times: readonly number[]) =>
  Object.fromEntries(
    Object.entries(Object.groupBy(times, (at) => new Date(at * 1_000).toISOString().slice(0, 10))).map(
      ([day, all]) => [day, all?.length],
    ),
  );
