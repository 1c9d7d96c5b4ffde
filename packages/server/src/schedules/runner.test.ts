import type { ScheduleInput } from '@goalpost/contract/notices';
import { writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSecrets } from '../kit/secrets/secrets.ts';
import { isProblem, problemBody } from '../kit/problem.ts';
import type { Message } from '../notify/index.ts';
import { counter, goal, startTestStat, testContext, type TestStat } from '../query/test-stat.ts';
import { seconds, visit } from '../query/test-visits.ts';
import { createNoticeStore, createScheduleStore, type Records } from '../stores/records/index.ts';
import { openTestRecords } from '../stores/records/test-records.ts';
import { createScheduleManagement } from './management.ts';
import { createScheduleRunner } from './runner.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let stat: TestStat;
let records: Records;
let now: number;

beforeAll(async () => {
  stat = await startTestStat();
  const rows = [];
  for (let day = 1; day <= 20; day += 1)
    for (let index = 0; index < day; index += 1)
      rows.push(visit({ started_at: seconds(`2026-03-${String(day).padStart(2, '0')}T12:00:00Z`) + index }));
  await stat.add(...rows);
});
afterAll(() => stat.close());
beforeEach(async () => {
  stat.counters = [counter({ timeZone: 'UTC' })];
  records = await openTestRecords();
  now = Date.parse('2026-03-10T12:00:00Z');
  await createNoticeStore(records.db, createSecrets([])).addChannel({
    id: 'mail',
    counterId: 1,
    kind: 'email',
    name: '',
    config: { to: 'ann@example.com' },
    createdAt: now,
    failing: false,
    lastAnswer: '',
    lastAt: null,
  });
});
afterEach(() => records.close());

function open(node = 'one') {
  const deps = {
    olap: stat.olap,
    counters: { get: async (id: number) => stat.counters.find((one) => one.id === id) ?? null },
    goals: { list: async () => stat.goals },
    segments: { find: async () => [] },
    clock: { now: () => now },
    schedules: createScheduleStore(records.db),
    channels: createNoticeStore(records.db, createSecrets([])),
  };
  const runner = createScheduleRunner({
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
  return { runner, management: createScheduleManagement(deps) };
}

const settings = (changes: Partial<ScheduleInput> = {}): ScheduleInput => ({
  name: '',
  report: 'traffic',
  metrics: '',
  levels: [],
  filters: '',
  segment: '',
  period: 'daily',
  hour: 9,
  format: 'csv',
  picture: 'svg',
  channels: ['mail'],
  language: 'en',
  enabled: true,
  ...changes,
});

const set = (changes: Partial<ScheduleInput> = {}) =>
  open().management.make(1, settings(changes), testContext());

async function runTo(until: number, step = HOUR, { runner } = open()): Promise<void> {
  for (; now <= until; now += step) await runner.work(new AbortController().signal);
}

async function sent(): Promise<Message[]> {
  const rows = await records.db.selectFrom('notices').select(['message']).orderBy('created_at').execute();
  return rows.map(({ message }) => JSON.parse(message) as Message);
}
const file = ({ attachments }: Message): string =>
  Buffer.from(attachments[0]?.bytes ?? '', 'base64').toString('utf8');

describe('[M107] a scheduled report', () => {
  it('comes each day once, about the day before', async () => {
    await set();
    await runTo(now + 3 * DAY);
    expect((await sent()).map(({ data }) => data['date1'])).toEqual([
      '2026-03-10',
      '2026-03-11',
      '2026-03-12',
    ]);
  });

  it('comes once after days without the server, about the latest', async () => {
    await set();
    now += 5 * DAY;
    await runTo(now + 2 * HOUR);
    expect((await sent()).map(({ data }) => data['date1'])).toEqual(['2026-03-14']);
  });

  it('is made once by two nodes', async () => {
    await set();
    const other = open('two');
    for (const until = now + 2 * DAY; now <= until; now += HOUR) {
      const { signal } = new AbortController();
      await Promise.all([open('one').runner.work(signal), other.runner.work(signal)]);
    }
    expect(await sent()).toHaveLength(2);
  });

  it('is not sent while it is off, or of a deleted counter', async () => {
    await set({ enabled: false });
    await set();
    stat.counters = [counter({ status: 'Deleted' })];
    await runTo(now + 2 * DAY, 3 * HOUR);
    expect(await sent()).toEqual([]);
  });
});

describe('[M108] what comes', () => {
  it('is the report of those days, as a letter with its table, its file and its chart', async () => {
    await set({ period: 'weekly', report: 'sources_summary', name: 'Ads <week>' });
    await runTo(Date.parse('2026-03-16T10:00:00Z'), 2 * HOUR);
    const [message, ...more] = await sent();
    expect(more).toEqual([]);
    // The 9th to the 15th: as many visits as the day's number.
    const visits = 9 + 10 + 11 + 12 + 13 + 14 + 15;
    expect(message?.subject).toBe('shop.example: Ads <week>, 2026-03-09 – 2026-03-15');
    expect(message?.html).toContain('Ads &lt;week&gt;');
    expect(message?.html).toContain(`>${visits}<`);
    expect(message?.text).toContain(String(visits));
    expect(file(message!)).toContain(`,${visits},`);
    const [, chart] = message?.attachments ?? [];
    expect(chart).toMatchObject({ name: 'chart.svg', type: 'image/svg+xml' });
    expect(Buffer.from(chart?.bytes ?? '', 'base64').toString('utf8')).toMatch(/^<svg .*<path d="M.*L/s);
  });

  it('is in Russian, with names that people know', async () => {
    await set({ language: 'ru', format: 'xlsx' });
    await runTo(now + DAY);
    const [message] = await sent();
    expect(message?.text).toContain('Визиты');
    expect(message?.attachments[0]?.name).toMatch(/\.xlsx$/);
  });

  it.each(['pdf', 'png'] as const)('[M129] is drawn as %s, in Latin and Cyrillic', async (picture) => {
    await set({
      picture,
      period: 'weekly',
      report: 'sources_summary',
      language: 'ru',
      name: 'Обзор <недели>',
    });
    await runTo(Date.parse('2026-03-16T10:00:00Z'), 2 * HOUR);
    const [message] = await sent();
    expect(message?.attachments.map(({ name }) => name)).toEqual([
      expect.stringMatching(/\.csv$/),
      `report.${picture}`,
    ]);
    const drawn = Buffer.from(message?.attachments[1]?.bytes ?? '', 'base64');
    expect(drawn.subarray(0, 5).toString('latin1')).toBe(picture === 'pdf' ? '%PDF-' : '\x89PNG\r');
    if (process.env['KEEP_DRAWN'] !== undefined)
      writeFileSync(`${process.env['KEEP_DRAWN']}.${picture}`, drawn);
  });

  it('[M129] writes cells as screens do, and goals by their names', async () => {
    stat.goals = [goal(7, { counterId: 1, name: 'Order' })];
    await set({ metrics: 'ym:s:bounceRate,ym:s:avgVisitDurationSeconds,ym:s:goal7reaches' });
    await runTo(now + DAY);
    const [message] = await sent();
    expect(message?.html).toContain('Order: ');
    expect(message?.text).toMatch(/\d+\.\d\d%/);
    expect(message?.text).toMatch(/\b\d+:\d\d\b/);
  });

  it('has the filters and columns that were chosen', async () => {
    await set({ metrics: 'ym:s:users', filters: "ym:s:trafficSource=='ad'" });
    await runTo(now + DAY);
    const [message] = await sent();
    expect(file(message!)).toMatch(/ym:s:users\r\n[^\r]*,0\r\n/);
  });
});

describe('[M152] its own levels', () => {
  it('are those of its rows, in the file and in the letter, and its link shows the same', async () => {
    const levels = ['ym:s:deviceCategory', 'ym:s:browser'];
    const filters = "ym:s:deviceCategory!='tv'";
    const made = await set({ report: 'sources_summary', metrics: 'ym:s:visits', levels, filters });
    expect(made).toMatchObject({ levels, filters });
    await runTo(now + DAY);
    const [message] = await sent();
    const [head = ''] = file(message!).split('\r\n');
    expect(head.replaceAll('"', '')).toContain('ym:s:deviceCategory,ym:s:browser,ym:s:visits');
    const url = new URL(String(message?.data['url']));
    expect(Object.fromEntries(url.searchParams)).toEqual({
      from: '2026-03-10',
      to: '2026-03-10',
      levels: 'deviceCategory,browser',
      filters,
    });
  });
});

describe('what is wrong is said where it is', () => {
  it.each([
    [{ report: 'nothing' }, 'schedule.report'],
    [{ channels: ['none'] }, 'schedule.channels.0'],
    [{ filters: 'ym:s:nothing==1' }, 'schedule.filters'],
    [{ metrics: 'ym:s:nothing' }, 'schedule.metrics'],
    [{ segment: 'x' }, 'schedule.segment'],
    [{ levels: ['ym:s:nothing'] }, 'schedule.levels'],
  ])('%o', async (changes, location) => {
    const refused = await set(changes);
    expect(isProblem(refused) && problemBody(refused).errors[0]?.location).toBe(location);
  });

  it('[M107] a report that cannot be asked any more is said at its schedule', async () => {
    stat.goals = [];
    const made = await set();
    const id = isProblem(made) ? '' : made.id;
    await records.db
      .updateTable('schedules')
      .set({ settings: JSON.stringify(settings({ filters: 'ym:s:goal==404' })) })
      .where('id', '=', id)
      .execute();
    await runTo(now + DAY, 3 * HOUR);
    expect(await sent()).toEqual([]);
    const [shown] = await open().management.list(1);
    expect(shown?.last_fault).not.toBe('');
    expect(Date.parse(shown?.next_at ?? '')).toBeGreaterThan(now);
  });
});
