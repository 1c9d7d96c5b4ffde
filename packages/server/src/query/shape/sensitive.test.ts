import { afterAll, beforeAll, expect, it } from 'vitest';
import { isMasked } from '../../kit/masking/index.ts';
import { counter, startTestStat, type TestStat } from '../test-stat.ts';
import { seconds, visit } from '../test-visits.ts';

let stat: TestStat;
beforeAll(async () => {
  stat = await startTestStat();
  stat.counters = [counter()];
  const started_at = seconds('2026-03-02T10:00:00Z');
  await stat.add(
    visit({ started_at, start_url: 'https://shop.example/login?who=(email)' }),
    visit({ started_at, start_url: 'https://shop.example/' }),
  );
});
afterAll(() => stat.close());

const period = { date1: '2026-03-01', date2: '2026-03-03', metrics: 'ym:s:visits' };
const byPage = { ...period, dimensions: 'ym:s:startURL' };
const sides = { date1_a: '2026-03-01', date2_a: '2026-03-03', date1_b: '2026-03-01', date2_b: '2026-03-03' };
type Kind = 'data' | 'bytime' | 'drilldown' | 'comparison';
const flagOf = async (kind: Kind, params: Record<string, string>): Promise<boolean> =>
  (await stat[kind](params)).contains_sensitive_data;

it.each<[Kind, Record<string, string>]>([
  ['data', byPage],
  ['bytime', byPage],
  ['drilldown', byPage],
  ['comparison', { metrics: 'ym:s:visits', dimensions: 'ym:s:startURL', ...sides }],
])('[P32] %s says that a row stands for something that was masked', async (kind, params) => {
  expect(await flagOf(kind, params)).toBe(true);
  const plain =
    kind === 'comparison'
      ? { filters_a: "ym:s:startURL!@'who'", filters_b: "ym:s:startURL!@'who'" }
      : { filters: "ym:s:startURL!@'who'" };
  expect(await flagOf(kind, { ...params, ...plain })).toBe(false);
});

it('[P32] numbers without rows stand for nobody', async () => {
  expect(await flagOf('data', period)).toBe(false);
});

it.each([
  ['(email)', true],
  ['Order of (card)', true],
  ['https://a.example/?x=%28phone%29', true],
  ['(email 1f3a9c)', true],
  ['call by phone', false],
  ['(e-mail us)', false],
  ['(emails)', false],
  ['', false],
])('[P32] %j is masked: %s', (text, wanted) => {
  expect(isMasked(text)).toBe(wanted);
});
