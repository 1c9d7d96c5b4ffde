import type { AlertReplay, AlertTrial } from '@goalpost/contract/notices';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isProblem, problemBody } from '../kit/problem.ts';
import { counter, goal, startTestStat, type TestStat } from '../query/test-stat.ts';
import { visit } from '../query/test-visits.ts';
import { MAX_WATCHED_GOALS, type HistoryDeps } from './history.ts';
import { tryAlert } from './trial.ts';
import { waitsOf, type ChatLine } from './waits.ts';

const HOUR = 3_600_000;
/** As few as are missed within an hour. */
const VISITS = 15;
/** Three weeks before the days that are tried, and a few more. */
const DAYS = 26;
const NOW = Date.parse('2026-03-12T15:20:00Z');
/** From this hour on there is none of it. */
const SILENT_FROM = Date.parse('2026-03-12T13:00:00Z');
const STOPPED_FROM = Date.parse('2026-03-11T10:00:00Z');
const STOPPED_TO = Date.parse('2026-03-11T16:00:00Z');

let stat: TestStat;
let deps: HistoryDeps;
let said: ChatLine[] = [];

beforeAll(async () => {
  stat = await startTestStat();
  stat.counters = [counter()];
  stat.goals = [goal(7), goal(8)];
  const rows = [];
  for (let start = NOW - (NOW % HOUR) - DAYS * 24 * HOUR; start < SILENT_FROM; start += HOUR)
    for (let index = 0; index < VISITS; index += 1) {
      const reaches = start < STOPPED_FROM || start >= STOPPED_TO ? [7] : [];
      rows.push(
        visit({
          started_at: start / 1000 + index,
          goal_ids: reaches,
          goal_prices: reaches.map(() => 0),
          goal_currencies: reaches.map(() => 'EUR'),
        }),
      );
    }
  // In parts that a busy machine takes in time.
  for (let at = 0; at < rows.length; at += 2_000) await stat.add(...rows.slice(at, at + 2_000));
  deps = {
    olap: stat.olap,
    counters: { get: async (id) => stat.counters.find((one) => one.id === id) ?? null },
    goals: { list: async () => stat.goals },
    segments: { find: async () => [] },
    chat: { waits: async () => waitsOf(said) },
    made: { since: async () => [] },
    clock: { now: () => NOW },
  };
});
afterAll(() => stat.close());

async function trial(changes: Partial<AlertTrial>): Promise<AlertReplay> {
  const asked = { kind: 'tag_silent', goal_id: null, minutes: 15, days: 3, ...changes } as const;
  const answer = await tryAlert(deps, 1, asked, new AbortController().signal);
  if (isProblem(answer)) throw new Error(problemBody(answer).message);
  return answer;
}

it('[M100] tells what an alert would have told, from the numbers of the reports', async () => {
  const { happenings, from, watched_from } = await trial({});
  expect(happenings).toEqual([
    {
      kind: 'tag_silent',
      goal_id: null,
      begin: '2026-03-12T13:00:00.000Z',
      found: '2026-03-12T14:00:00.000Z',
      over: null,
      settled: false,
      observed: 0,
      expected: VISITS,
    },
  ]);
  expect([from, watched_from]).toEqual(['2026-03-10T00:00:00.000Z', '2026-03-10T00:00:00.000Z']);
});

it('[M100] of a goal, or of each', async () => {
  const stopped = { goal_id: 7, begin: '2026-03-11T10:00:00.000Z', found: '2026-03-11T11:00:00.000Z' };
  const of = async (changes: Partial<AlertTrial>) =>
    (await trial({ kind: 'goal_stopped', ...changes })).happenings.map(({ goal_id, begin, found }) => ({
      goal_id,
      begin,
      found,
    }));
  expect(await of({ goal_id: 7 })).toEqual([stopped]);
  expect(await of({ goal_id: null })).toEqual([stopped]);
  expect(await of({ goal_id: 8 })).toEqual([]);
});

it('[M101] says that there are too few weeks', async () => {
  const counters = stat.counters;
  stat.counters = [...counters, counter({ id: 2 })];
  const answer = await tryAlert(
    deps,
    2,
    { kind: 'tag_silent', goal_id: null, minutes: 15, days: 90 },
    new AbortController().signal,
  );
  stat.counters = counters;
  expect(answer).toMatchObject({ happenings: [], watched_from: null });
});

it('[M105] of the chat, whose visitors waited', async () => {
  const at = (text: string): number => Date.parse(`2026-03-12T${text}:00Z`);
  said = [
    { conversation: 'a', by: 'visitor', at: at('10:00') },
    { conversation: 'a', by: 'visitor', at: at('10:05') },
    { conversation: 'b', by: 'visitor', at: at('10:10') },
    { conversation: 'b', by: 'end', at: at('10:12') },
    { conversation: 'a', by: 'operator', at: at('10:40') },
    { conversation: 'a', by: 'visitor', at: at('15:19') },
  ];
  const { happenings } = await trial({ kind: 'chat_unanswered' });
  expect(happenings).toMatchObject([
    {
      begin: '2026-03-12T10:00:00.000Z',
      found: '2026-03-12T10:15:00.000Z',
      over: '2026-03-12T10:40:00.000Z',
    },
  ]);
});

it('refuses a goal that the counter does not have, or that the kind is not about', async () => {
  const refused = async (changes: Partial<AlertTrial>) => {
    const asked = { kind: 'goal_stopped', goal_id: 9, minutes: 15, days: 3, ...changes } as const;
    const answer = await tryAlert(deps, 1, asked, new AbortController().signal);
    return isProblem(answer) ? problemBody(answer).errors[0]?.location : null;
  };
  expect(await refused({})).toBe('alert.goal_id');
  expect(await refused({ kind: 'tag_silent', goal_id: 7 })).toBe('alert.goal_id');
});

it('asks of more goals than one question takes, and of no more than are watched', async () => {
  const goals = stat.goals;
  stat.goals = Array.from({ length: MAX_WATCHED_GOALS + 10 }, (_, index) => goal(index + 1));
  const { happenings } = await trial({ kind: 'goal_stopped', days: 2 });
  stat.goals = goals;
  expect(happenings.map(({ goal_id }) => goal_id)).toEqual([7]);
});

it('[M101] what was not there before is not far above its usual', async () => {
  const { happenings } = await trial({ kind: 'traffic_spike', days: 40 });
  expect(happenings).toEqual([]);
});
