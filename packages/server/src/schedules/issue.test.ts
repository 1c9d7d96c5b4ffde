/** What a letter and its picture say of days that are left as sums. */
import { ScheduleInput } from '@goalpost/contract/notices';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isProblem } from '../kit/problem.ts';
import { createDaySums } from '../query/index.ts';
import { counter, NOW, startTestStat, type TestStat } from '../query/test-stat.ts';
import { seconds, visit } from '../query/test-visits.ts';
import { createExpiringHits } from '../stores/olap/expiring.ts';
import { pictureOf } from './drawing/picture.ts';
import { makeIssue } from './issue.ts';

let stat: TestStat;
beforeAll(async () => {
  stat = await startTestStat();
  await stat.add(visit({ started_at: seconds('2026-02-26T12:00:00Z') }));
  const before = Date.parse('2026-02-28');
  const who = { id: 1, zone: 'UTC', goals: [], favorites: [] };
  const summed = await createDaySums(stat.olap).sum(who, 'visits', before);
  await createExpiringHits(stat.olap).visits.remove(1, before, summed);
});
afterAll(() => stat.close());

interface More {
  readonly report?: string;
  readonly filters?: string;
  /** Of several days. */
  readonly date2?: string;
}

/** Of the day of sums, and of one after it. */
async function letter(day: string, language: 'en' | 'ru', { date2 = day, ...more }: More = {}) {
  const settings = ScheduleInput.parse({
    report: 'traffic',
    period: 'daily',
    hour: 9,
    format: 'csv',
    picture: 'svg',
    channels: ['mail'],
    language,
    enabled: true,
    ...more,
  });
  const message = await makeIssue(
    {
      olap: stat.olap,
      counters: { get: async () => counter({ timeZone: 'UTC' }) },
      goals: { list: async () => [] },
      segments: { find: async () => [] },
      clock: { now: () => NOW },
    },
    { counterId: 1, site: 'shop.example', scheduleId: 'one', settings, url: 'https://goalpost.example/' },
    { key: day, date1: day, date2, sendAt: NOW },
    new AbortController().signal,
  );
  if (isProblem(message)) throw new Error('refused');
  return message;
}

it.each([
  ['en', 'Of 2026-02-26 to 2026-02-26 only sums of days are left'],
  ['ru', 'За 2026-02-26 — 2026-02-26 остались только суммы по дням'],
] as const)('[M156] a letter in %s says once of which days it has sums', async (language, sentence) => {
  const { text, html, attachments } = await letter('2026-02-26', language);
  expect(text.split(sentence)).toHaveLength(2);
  expect(html.split(sentence)).toHaveLength(2);
  expect(Buffer.from(attachments![0]!.bytes, 'base64').toString()).toContain(sentence);
  expect((await letter('2026-03-01', language)).text).not.toContain(sentence);
});

it('[M108] [M129] draws the rows of its table, and says where conditions leave visits out', async () => {
  const tagged = { utm_source: 'partner', significant_utm_source: 'partner' };
  const at = (day: string) => ({ started_at: seconds(`2026-03-${day}T12:00:00Z`) });
  await stat.add(visit({ ...at('11'), ...tagged }), visit(at('11')), visit(at('12')), visit(at('12')));
  const days = { date2: '2026-03-12' };
  const whole = await letter('2026-03-11', 'en', { report: 'tags_u_t_m', ...days });
  const part = await letter('2026-03-11', 'en', { filters: "ym:s:lastsignUTMSource=='partner'", ...days });
  const chart = ({ attachments }: typeof part) => Buffer.from(attachments![1]!.bytes, 'base64').toString();
  expect(chart(whole)).toBe(chart(part));
  expect(chart(whole)).toContain('>Mar 12<');
  const said = 'Not all visits: only those that fit the conditions of the schedule.';
  expect([whole, part].map(({ text }) => text.includes(said))).toEqual([false, true]);
  expect([whole, part].map(({ html }) => html.includes(said))).toEqual([false, true]);
});

it('[M156] a picture has the whole sentence, in lines that fit it', () => {
  const foot = Array.from({ length: 30 }, (_, at) => `word${at}`).join(' ');
  const report = {
    language: 'en',
    site: '',
    title: '',
    days: '',
    chart: null,
    head: [],
    rows: [],
    names: 0,
  } as const;
  const drawn = pictureOf({ ...report, more: 'the first 20 of 30', foot: `${foot}\nanother <day>` });
  const lines = [...drawn.matchAll(/<text x="[\d.]+" y="([\d.]+)"[^>]*>([^<]*)/g)].map(
    ([, y, text = '']) => [Number(y), text] as const,
  );
  const height = Number(/ height="(\d+)"/.exec(drawn)?.[1]);
  const last = lines.slice(-4);
  expect(last.map(([, text]) => text).join(' ')).toBe(`the first 20 of 30 ${foot} another &lt;day&gt;`);
  expect(last.map(([y]) => y)).toEqual(last.map(([y]) => y).toSorted((a, b) => a - b));
  expect(last.filter(([y, text]) => y > height || text.length > 130)).toEqual([]);
});
