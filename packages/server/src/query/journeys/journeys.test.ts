/** Journeys against a plain count over lists of moments [M84]. */
import type { Action } from '@goalpost/contract/reports/actions';
import {
  JOURNEY_KINDS,
  type JourneyKind,
  type JourneyPlace,
  type JourneysResponse,
} from '@goalpost/contract/reports/journeys';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HitRow, VisitRow } from '../../collect/index.ts';
import { alwaysTried } from '../../kit/test-examples.ts';
import { isProblem, problemBody } from '../../kit/problem.ts';
import {
  actions,
  END,
  FIRST_DAY,
  inOrder,
  isAction,
  LAST_DAY,
  START,
  traffic,
  type Traffic,
} from '../actions/test-actions.ts';
import { createStore } from '../model/test-stored.ts';
import { NOW, startTestStat, testContext, type Params, type TestStat } from '../test-stat.ts';
import { hit, visit } from '../test-visits.ts';
import { askJourneys } from './ask.ts';

let stat: TestStat;
let store: ReturnType<typeof createStore>;
beforeAll(async () => {
  stat = await startTestStat();
  store = createStore(stat);
});
afterAll(() => stat.close());

const ask = (params: Params) =>
  askJourneys(
    {
      olap: stat.olap,
      counters: { get: async (id: number) => stat.counters.find((one) => one.id === id) ?? null },
      goals: { list: async () => stat.goals.filter(({ status }) => status === 'Active') },
      segments: { find: async () => [] },
      clock: { now: () => NOW },
    },
    { ids: String(stat.counters[0]?.id), date1: FIRST_DAY, date2: LAST_DAY, ...params },
    testContext(),
  );

async function answered(params: Params): Promise<JourneysResponse> {
  const answer = await ask(params);
  if (isProblem(answer)) throw new Error(problemBody(answer).message);
  return answer;
}

async function stored({ visits, hits }: Traffic): Promise<void> {
  const { counterId } = await store(visits, 'UTC');
  await stat.addHits(...hits.map((one) => ({ ...one, counter_id: counterId })));
}

interface ModelAsk {
  readonly about: Action;
  readonly kinds: readonly JourneyKind[];
  readonly scope: 'visit' | 'visitor';
  readonly window: number | null;
  readonly browser: string | null;
  readonly depth: number;
  readonly breadth: number;
}

function ownOf(one: HitRow): string {
  const path = new URL(one.url).pathname;
  if (one.kind === 'view') return `page:${path}`;
  if (one.kind === 'download') return `download:${path}`;
  if (one.kind !== 'event') return '';
  return one.identifier === 'Jivo_Client_initiate_chat' ? 'chat:visitor' : `event:${one.identifier}`;
}

/** Goals 1 to 3 are there, 4 is deleted. */
function stepsOf(one: HitRow, kinds: readonly JourneyKind[]): string[] {
  const own = ownOf(one);
  const goals = kinds.includes('goal') ? one.goal_ids.filter((id) => id !== 4).toSorted() : [];
  const told = kinds.some((kind) => own.startsWith(`${kind}:`)) ? [own] : [];
  return [...told, ...goals.map((id) => `goal:${id}`)];
}

/** Each journey as two lists of steps, nearest to the action first. */
function journeysOf({ visits, hits }: Traffic, asked: ModelAsk) {
  const of = new Map(visits.map((one) => [one.visit_id, one]));
  const people = Map.groupBy(
    inOrder(hits).filter(({ is_robot }) => !is_robot),
    (one) => (asked.scope === 'visit' ? one.visit_id : one.visitor_id),
  );
  return [...people.values()].flatMap((list) => {
    const about = list.find((one) => {
      const visitOf = of.get(one.visit_id) as VisitRow;
      const inPeriod = one.at >= START && one.at < END;
      const chosen = asked.browser === null || visitOf.browser === asked.browser;
      return inPeriod && chosen && isAction(asked.about, one, visitOf);
    });
    if (about === undefined) return [];
    const place = list.indexOf(about);
    const side = (rest: readonly HitRow[], reverse: boolean): string[] => {
      const near = rest.filter(({ at }) => asked.window === null || Math.abs(at - about.at) <= asked.window);
      const steps = near.flatMap((one) => stepsOf(one, asked.kinds));
      const all = [ownOf(about), ...(reverse ? steps.toReversed() : steps)];
      return all.filter((step, at) => at > 0 && step !== all[at - 1]);
    };
    return [{ before: side(list.slice(0, place), true), after: side(list.slice(place + 1), false) }];
  });
}

/** What the answer says of a side, counted by hand. */
function expected(paths: readonly (readonly string[])[], { depth, breadth }: ModelAsk) {
  const named: Set<string>[] = [];
  const places = [];
  for (let place = 0; place < depth; place++) {
    const here = paths.filter((path) => path.length >= place);
    if (here.length === 0) break;
    const counts = new Map<string, number>();
    for (const step of here.flatMap((path) => path[place] ?? []))
      counts.set(step, (counts.get(step) ?? 0) + 1);
    const ranked = [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    named.push(new Set(ranked.slice(0, breadth).map(([step]) => step)));
    const shown = (path: readonly string[], at: number): string => {
      if (at < 0) return 'about';
      const step = path[at];
      if (step === undefined) return 'none';
      return named[at]?.has(step) === true ? step : 'other';
    };
    const links = new Map<string, number>();
    for (const path of here) {
      const link = `${shown(path, place - 1)} > ${shown(path, place)}`;
      links.set(link, (links.get(link) ?? 0) + 1);
    }
    places.push({
      steps: ranked.slice(0, breadth).map(([key, count]) => ({ key, count })),
      other: {
        count: ranked.slice(breadth).reduce((sum, [, count]) => sum + count, 0),
        distinct: Math.max(0, ranked.length - breadth),
      },
      none: here.filter((path) => path.length === place).length,
      links: Object.fromEntries(links),
    });
  }
  return places;
}

const numbers = (places: readonly JourneyPlace[]) =>
  places.map(({ steps, other, none, links }) => ({
    steps: steps.map(({ key, count }) => ({ key, count })),
    other: { count: other.count, distinct: other.distinct },
    none: none.count,
    links: Object.fromEntries(links.map(({ from, to, count }) => [`${from} > ${to}`, count])),
  }));

const asks: fc.Arbitrary<ModelAsk> = fc.record({
  about: fc.oneof(fc.constantFrom(...actions.slice(0, 5)), fc.constantFrom(...actions)),
  kinds: fc.subarray([...JOURNEY_KINDS], { minLength: 1 }),
  scope: fc.constantFrom('visit', 'visitor'),
  window: fc.constantFrom(null, 60, 3_600, 30 * 86_400),
  browser: fc.option(fc.constant('Chrome'), { nil: null }),
  depth: fc.integer({ min: 1, max: 5 }),
  breadth: fc.constantFrom(1, 1, 2, 3),
});

describe('[M84] journeys', () => {
  it('are what a plain count says', async () => {
    let furthest = 0;
    await fc.assert(
      fc.asyncProperty(traffic, asks, async (rows, said) => {
        const asked = {
          ...said,
          window: said.scope === 'visitor' ? (said.window ?? 7 * 86_400) : said.window,
        };
        await stored(rows);
        const answer = await answered({
          about: JSON.stringify(asked.about),
          kinds: asked.kinds.join(),
          scope: asked.scope,
          depth: String(asked.depth),
          breadth: String(asked.breadth),
          ...(said.window === null ? {} : { window: `${said.window / 60}m` }),
          ...(asked.browser === null ? {} : { filters: `ym:s:browser=='${asked.browser}'` }),
        });
        const journeys = journeysOf(rows, asked);
        expect(answer.journeys).toBe(journeys.length);
        const [before, after] = [journeys.map((one) => one.before), journeys.map((one) => one.after)];
        expect(numbers(answer.before)).toEqual(expected(before, asked));
        expect(numbers(answer.after)).toEqual(expected(after, asked));
        furthest = Math.max(furthest, answer.after.length);
      }),
      { numRuns: 25, examples: alwaysTried(fc.tuple(traffic, asks)) },
    );
    expect(furthest).toBeGreaterThan(1);
  });

  it('counts what is not named together, and says how much that is', async () => {
    const made = [['/b'], ['/b', '/a'], ['/c', '/a'], ['/d']].map((paths) => {
      const one = visit({ started_at: START + 10 });
      const hits = ['/a', ...paths].map((path, at) =>
        hit(one, { at: one.started_at + at, url: `https://shop.example${path}` }),
      );
      return { one, hits };
    });
    await stored({ visits: made.map(({ one }) => one), hits: made.flatMap(({ hits }) => hits) });
    const about = '{"type":"page","filter":"ym:pv:URLPath==\'/a\'"}';
    const { journeys, after } = await answered({ about, breadth: '1', depth: '2' });
    expect(journeys).toBe(4);
    expect(numbers(after)).toEqual([
      {
        steps: [{ key: 'page:/b', count: 2 }],
        other: { count: 2, distinct: 2 },
        none: 0,
        links: { 'about > page:/b': 2, 'about > other': 2 },
      },
      {
        steps: [{ key: 'page:/a', count: 2 }],
        other: { count: 0, distinct: 0 },
        none: 2,
        links: { 'page:/b > page:/a': 1, 'page:/b > none': 1, 'other > page:/a': 1, 'other > none': 1 },
      },
    ]);
  });

  it('names steps for people, and asks one side alone', async () => {
    const one = visit({ started_at: START + 10 });
    const at = (later: number, changes: Partial<HitRow>): HitRow =>
      hit(one, { at: one.started_at + later, url: 'https://shop.example/', ...changes });
    await stored({
      visits: [one],
      hits: [
        at(0, { url: 'https://shop.example/%D0%BA%D0%BE%D1%82?x=1' }),
        at(5, { kind: 'event', identifier: 'Jivo_Offline_message_sent', goal_ids: [2] }),
        at(9, { url: 'https://shop.example/b' }),
      ],
    });
    const page = '{"type":"page","filter":"ym:pv:URLPath==\'/b\'"}';
    const { before, after } = await answered({
      about: page,
      direction: 'before',
      kinds: 'page,chat,goal',
      lang: 'ru',
    });
    expect(after).toEqual([]);
    expect(before.map(({ steps }) => steps.map(({ name }) => name))).toEqual([
      ['Goal 2'],
      ['Офлайн-сообщение'],
      ['/кот'],
    ]);
    const later = await answered({ about: '{"type":"chat","began":"offline"}', direction: 'after' });
    expect(later.before).toEqual([]);
    expect(later.after[0]?.steps).toMatchObject([
      { key: 'page:/b', type: 'page', value: '/b', count: 1, share: 100 },
    ]);
  });

  it('of nothing are none', async () => {
    const asked = answered({ about: '{"type":"chat","began":"operator"}' });
    expect(await asked).toMatchObject({
      journeys: 0,
      before: [],
      after: [],
    });
  });
});

const CHAT = '{"type":"chat"}';

describe('what is refused names its place', () => {
  it.each([
    [{ about: '' }, 'about'],
    [{ about: 'no' }, 'about'],
    [{ about: '[]' }, 'about'],
    [{ about: '['.repeat(60_000) }, 'about'],
    [{ about: '{"type":"visit"}' }, 'about.type'],
    [{ about: '{"type":"goal","goal_id":999}' }, 'about.goal_id'],
    [{ about: '{"type":"page","filter":"ym:s:visits>1"}' }, 'about.filter'],
    [{ about: '{"type":"page","filter":"(("}' }, 'about.filter'],
    [{ about: CHAT, depth: '0' }, 'depth'],
    [{ about: CHAT, depth: '11' }, 'depth'],
    [{ about: CHAT, depth: '1e1' }, 'depth'],
    [{ about: CHAT, breadth: '1000' }, 'breadth'],
    [{ about: CHAT, breadth: '-1' }, 'breadth'],
    [{ about: CHAT, kinds: 'page,call' }, 'kinds'],
    [{ about: CHAT, kinds: ',' }, 'kinds'],
    [{ about: CHAT, direction: 'up' }, 'direction'],
    [{ about: CHAT, scope: 'all' }, 'scope'],
    [{ about: CHAT, window: '100y' }, 'window'],
    [{ about: CHAT, dimensions: 'ym:s:browser' }, 'dimensions'],
    [{ about: CHAT, filters: 'ym:s:visits>1' }, 'filters'],
    [{ about: CHAT, segment: '5' }, 'segment'],
  ])('%o', async (params: Params, location) => {
    const refusal = await ask(params);
    expect(isProblem(refusal) && problemBody(refusal).errors[0]?.location).toBe(location);
  });
});
