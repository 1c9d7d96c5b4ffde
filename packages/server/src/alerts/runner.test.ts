import type { AlertInput } from '@goalpost/contract/notices';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSecrets } from '../kit/secrets/secrets.ts';
import { counter, goal, startTestStat, type TestStat } from '../query/test-stat.ts';
import { visit } from '../query/test-visits.ts';
import { createAlertStore, createNoticeStore, type Records } from '../stores/records/index.ts';
import { openTestRecords } from '../stores/records/test-records.ts';
import { createAlertManagement } from './management.ts';
import type { MadeGoal, Wait } from './kinds/kind.ts';
import { createAlertRunner } from './runner.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** As few as are missed within an hour. */
const VISITS = 15;
/** Three weeks before it is silent, and a few days more. */
const START = Date.parse('2026-02-15T00:00:00Z');
const SILENT_FROM = Date.parse('2026-03-12T13:00:00Z');
const SILENT_TO = SILENT_FROM + 4 * HOUR;
const END = SILENT_TO + 6 * HOUR;

let stat: TestStat;
let records: Records;
let now: number;
let waits: Wait[];
let made: MadeGoal[];
let linked = 0;

beforeAll(async () => {
  stat = await startTestStat();
  stat.goals = [goal(7)];
  const rows = [];
  for (let start = START; start < END; start += HOUR) {
    if (start >= SILENT_FROM && start < SILENT_TO) continue;
    for (let index = 0; index < VISITS; index += 1)
      rows.push(
        visit({
          started_at: start / 1000 + index,
          goal_ids: [7],
          goal_prices: [0],
          goal_currencies: ['EUR'],
        }),
      );
  }
  // In parts that a busy machine takes in time.
  for (let at = 0; at < rows.length; at += 2_000) await stat.add(...rows.slice(at, at + 2_000));
});
afterAll(() => stat.close());
beforeEach(async () => {
  stat.counters = [counter({ timeZone: 'Europe/Moscow' })];
  records = await openTestRecords();
  [waits, made, now] = [[], [], SILENT_FROM - HOUR];
});
afterEach(() => records.close());

function open(node = 'one', olap = stat.olap) {
  const alerts = createAlertStore(records.db);
  const channels = createNoticeStore(records.db, createSecrets([]));
  const deps = {
    olap,
    counters: { get: async (id: number) => stat.counters.find((one) => one.id === id) ?? null },
    goals: { list: async () => stat.goals },
    segments: { find: async () => [] },
    chat: { waits: async () => waits },
    made: { since: async (_counter: number, from: number) => made.filter(({ at }) => at >= from) },
    clock: { now: () => now },
    alerts,
    channels,
  };
  const runner = createAlertRunner({
    ...deps,
    wake: () => undefined,
    linkTo: (path) => `https://goalpost.example${path}`,
    log: {
      warn: (about) => {
        throw new Error(JSON.stringify(about));
      },
      error: () => undefined,
    },
    node,
  });
  return { alerts, channels, runner, management: createAlertManagement(deps) };
}

async function set(kind: AlertInput['kind'], changes: Partial<AlertInput> = {}) {
  const { channels, management } = open();
  const id = `channel-${(linked += 1)}`;
  await channels.addChannel({
    id,
    counterId: 1,
    kind: 'slack',
    name: '',
    config: { url: 'https://hooks.example/' },
    createdAt: linked,
    failing: false,
    lastAnswer: '',
    lastAt: null,
  });
  const settings: AlertInput = {
    kind,
    goal_id: null,
    minutes: 15,
    channels: [id],
    language: 'en',
    enabled: true,
    ...changes,
  };
  return management.make(1, settings) as Promise<{ id: string }>;
}

/** Looks as the server does, every so often up to a moment. */
async function runTo(until: number, { runner } = open(), step = 20 * MINUTE): Promise<void> {
  for (; now <= until; now += step) await runner.work(new AbortController().signal);
}

const told = async () =>
  (
    await records.db.selectFrom('notices').select(['message', 'created_at']).orderBy('created_at').execute()
  ).map(({ message, created_at: at }) => ({
    at: Number(at),
    ...(JSON.parse(message) as { subject: string; text: string }),
  }));

describe('[M106] what happens', () => {
  it('is told once when it is found, and once when it is over', async () => {
    const { id } = await set('tag_silent');
    await runTo(END - HOUR);
    const [first, last, ...more] = await told();
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      subject: 'shop.example: the tag is silent',
      text: expect.stringContaining('Since 2026-03-12 16:00.'),
    });
    expect(first?.at).toBeLessThanOrEqual(SILENT_FROM + HOUR + 25 * MINUTE);
    expect(last?.subject).toBe('Over: shop.example: the tag is silent');
    expect(await open().management.list(1)).toMatchObject([
      { id, happenings: [{ begin: new Date(SILENT_FROM).toISOString(), over: expect.any(String) }] },
    ]);
  });

  it('is told in Russian, too', async () => {
    await set('tag_silent', { language: 'ru' });
    await runTo(SILENT_FROM + 2 * HOUR);
    expect((await told())[0]?.subject).toBe('shop.example: код счётчика молчит');
  });

  it('while the server was off is told once when it is there again, with its end', async () => {
    await set('tag_silent');
    await runTo(SILENT_FROM);
    now = END - HOUR;
    await runTo(END);
    expect((await told()).map(({ subject }) => subject)).toEqual(['Over: shop.example: the tag is silent']);
  });

  it('before the alert was set is not told', async () => {
    now = SILENT_TO + 2 * HOUR;
    await set('tag_silent');
    await runTo(END);
    expect(await told()).toEqual([]);
  });

  it('is told once by two nodes, also after a start in between', async () => {
    await set('tag_silent');
    const other = open('two');
    for (; now <= SILENT_FROM + 3 * HOUR; now += 20 * MINUTE) {
      const signal = new AbortController().signal;
      await Promise.all([open('one').runner.work(signal), other.runner.work(signal)]);
    }
    expect(await told()).toHaveLength(1);
  });

  it('[M104] is told by its cause alone, of those that are set', async () => {
    for (const kind of ['traffic_drop', 'goal_stopped', 'conversion_rate', 'tag_silent'] as const)
      await set(kind);
    await runTo(SILENT_FROM + 3 * HOUR);
    expect((await told()).map(({ subject }) => subject)).toEqual(['shop.example: the tag is silent']);
  });

  it('is not told while the alert is off, or of a counter that was deleted', async () => {
    const off = await set('tag_silent', { enabled: false });
    await runTo(SILENT_FROM + 3 * HOUR);
    expect(await told()).toEqual([]);
    const [alert] = await open().management.list(1);
    const { id: _id, happenings: _all, looked_at: _at, ...settings } = alert!;
    await open().management.change(1, off.id, { ...settings, enabled: true });
    stat.counters = [counter({ status: 'Deleted' })];
    await runTo(END);
    expect(await told()).toEqual([]);
  });

  it('[M130] a goal that made itself is told once, within two minutes, and not as over', async () => {
    made = [{ id: 6, at: now - HOUR }];
    stat.goals = [goal(6), goal(7)];
    await set('goal_made');
    await set('goal_made', { language: 'ru' });
    const at = now + 90_000;
    // It is known a moment after it was made.
    await runTo(at + 30_000, open(), MINUTE);
    made = [...made, { id: 7, at }];
    await runTo(at + HOUR, open(), MINUTE);
    const all = await told();
    expect(all.map(({ subject }) => subject).toSorted()).toEqual([
      'shop.example: the goal “Goal 7” has made itself',
      'shop.example: цель «Goal 7» создалась сама',
    ]);
    for (const one of all) expect(one.at - at).toBeLessThanOrEqual(2 * MINUTE);
    expect(all.find(({ text }) => text.includes('rename it'))?.text).toContain('Since 2026-03-12 15:01.');
    expect(await open().management.list(1)).toMatchObject([
      { happenings: [{ goal_id: 7 }] },
      { happenings: [{ goal_id: 7 }] },
    ]);
  });

  it('[M105] a chat without an answer is told within minutes', async () => {
    await set('chat_unanswered', { minutes: 5 });
    const from = now + MINUTE;
    waits = [{ from, until: null }];
    await runTo(from + 10 * MINUTE, open(), MINUTE);
    waits = [{ from, until: now }];
    await runTo(now + 3 * MINUTE, open(), MINUTE);
    expect((await told()).map(({ subject, at }) => [subject, Math.round((at - from) / MINUTE)])).toEqual([
      ['shop.example: a visitor has waited in the chat for 5 min', 5],
      ['Over: shop.example: a visitor has waited in the chat for 5 min', 11],
    ]);
  });
});

it('[M105] a chat is looked at each minute without the visits that another alert is judged by', async () => {
  await set('tag_silent');
  await set('chat_unanswered', { minutes: 5 });
  now += 20 * MINUTE;
  await runTo(now);
  const from = now;
  waits = [{ from, until: null }];
  const unasked: TestStat['olap'] = new Proxy(stat.olap, {
    get: (_olap, name) => {
      throw new Error(`${String(name)} was asked for`);
    },
  });
  await runTo(from + 6 * MINUTE, open('one', unasked), MINUTE);
  expect(await told()).toHaveLength(1);
});

it('[A39] channels of another counter are refused, with their place', async () => {
  const { id } = await set('tag_silent');
  const { management, channels } = open();
  const [mine] = await channels.channels(1);
  const settings = {
    kind: 'tag_silent',
    goal_id: null,
    minutes: 15,
    channels: [mine?.id ?? ''],
    language: 'en',
    enabled: true,
  } as const;
  expect(await management.make(2, { ...settings, channels: [...settings.channels] })).toMatchObject({
    items: [{ location: 'alert.channels.0' }],
  });
  expect(await management.change(2, id, { ...settings, channels: [...settings.channels] })).toMatchObject({
    items: [{ error_type: 'not_found' }],
  });
});
