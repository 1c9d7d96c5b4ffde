/** [M145] A trial of a schedule goes out at once, and says what its channels answered. */
import { ScheduleInput } from '@goalpost/contract/notices';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { isProblem, problemBody } from '../kit/problem.ts';
import type { ChannelRecord, NewNotice } from '../notify/index.ts';
import { counter, goal, startTestStat, type TestStat } from '../query/test-stat.ts';
import { seconds, visit } from '../query/test-visits.ts';
import type { ScheduleRecord } from './port.ts';
import { createScheduleTrials } from './trial.ts';

const now = Date.parse('2026-03-10T12:00:00Z');
const { signal } = new AbortController();

let stat: TestStat;
let waiting: NewNotice[] = [];
let channels: ChannelRecord[] = [];

beforeAll(async () => {
  stat = await startTestStat();
  stat.goals = [goal(1)];
  await stat.add(visit({ started_at: seconds('2026-03-09T12:00:00Z') }));
});
afterAll(() => stat.close());
beforeEach(() => {
  waiting = [];
  channels = ['good', 'dead', 'other'].map((id) => ({
    id,
    counterId: 1,
    kind: 'webhook',
    name: id,
    config: {},
    createdAt: now,
    failing: false,
    lastAnswer: '',
    lastAt: null,
  }));
});

const schedule = (changes: object = {}): ScheduleRecord => ({
  id: 'weekly',
  counterId: 1,
  settings: ScheduleInput.parse({
    report: 'traffic',
    period: 'daily',
    hour: 9,
    format: 'csv',
    picture: 'svg',
    channels: ['good', 'dead'],
    language: 'en',
    enabled: false,
    ...changes,
  }),
  createdAt: now,
  nextAt: now + 1,
  sentKey: '2026-03-10',
  lastAt: null,
  lastFault: '',
});

const trials = (kept: ScheduleRecord[]) =>
  createScheduleTrials({
    olap: stat.olap,
    counters: { get: async (id) => (id === 1 ? counter({ timeZone: 'UTC' }) : null) },
    goals: { list: async () => stat.goals },
    segments: { find: async () => [] },
    clock: { now: () => now },
    schedules: { list: async (counterId) => kept.filter((one) => one.counterId === counterId) },
    channels: {
      channels: async () => channels,
      add: async (notices) => void waiting.push(...notices),
    },
    sender: {
      async work() {
        channels = channels.map((one) => ({
          ...one,
          failing: one.id === 'dead',
          lastAnswer: one.id === 'dead' ? '410 Gone' : '200 OK',
        }));
      },
    },
    linkTo: (path) => `https://goalpost.example${path}`,
  });

it('[M145] sends the latest issue by its own channels, and tells of each', async () => {
  const kept = schedule();
  expect(await trials([kept])(1, 'weekly', signal)).toEqual({
    channels: [
      { id: 'good', sent: true, answer: '200 OK' },
      { id: 'dead', sent: false, answer: '410 Gone' },
    ],
  });
  expect(waiting.map(({ channelId, message }) => [channelId, message.data['date1']])).toEqual([
    ['good', '2026-03-09'],
    ['dead', '2026-03-09'],
  ]);
  expect(new Set(waiting.map(({ id }) => id)).size).toBe(2);
});

it('[M145] refuses what is not there, what cannot be asked, and more than five a minute', async () => {
  const codeOf = (answer: unknown): number => (isProblem(answer) ? problemBody(answer).code : 200);
  const send = trials([schedule(), { ...schedule({ filters: 'ym:s:goal==99' }), id: 'broken' }]);
  expect(codeOf(await send(2, 'weekly', signal))).toBe(404);
  expect(codeOf(await send(1, 'none', signal))).toBe(404);
  expect(codeOf(await send(1, 'broken', signal))).toBe(400);
  for (let count = 0; count < 3; count++) expect(codeOf(await send(1, 'weekly', signal))).toBe(200);
  expect(codeOf(await send(1, 'weekly', signal))).toBe(429);
});
