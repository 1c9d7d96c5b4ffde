/** Every report, over a shop's past: its numbers are those that the API answers, in each language's way. */
import { REPORTS, type Report } from '@goalpost/contract/reports/catalogue';
import { fullName, METRICS, type MetricId, type Unit } from '@goalpost/contract/reports/names';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createShopCounter } from '../../packages/server/demo/counter.ts';
import { fillHistory } from '../../packages/server/demo/history.ts';
import { createStage, type Stage } from './stage.ts';

const DAYS = 9;
const DAY_MS = 86_400_000;
/** The first of a table; reports by hour and by day have no more. */
const ROWS = 24;
/** Languages differ in titles, in names, and in how they write a number: one report of each section shows that. */
const LANGUAGES = [
  ['en', 'en-US', REPORTS],
  ['ru', 'ru-RU', REPORTS.filter(isFirst)],
] as const;

function isFirst({ section }: Report, at: number): boolean {
  return REPORTS.findIndex((other) => other.section === section) === at;
}

/** Columns of each goal. */
const OF_VISITS = ['goal<goal_id>reaches', 'goal<goal_id>conversionRate', 'goal<goal_id>revenue'] as const;
const OF_COSTS = [
  'goal<goal_id>reaches',
  'goal<goal_id>costPerReach',
  'goal<goal_id>margin',
  'goal<goal_id>ROI',
] as const;

interface Measured {
  readonly metric: string;
  readonly unit: Unit;
}

let stage: Stage;
let counter: number;
/** Both are over, so nothing comes to them while the test runs. */
let days: { readonly from: string; readonly to: string };
/** The shop's favourites have columns beside a report's own. */
let favourites: number[];
beforeAll(async () => {
  stage = await createStage();
  const { server, api } = stage;
  counter = await createShopCounter(server.url, server.token);
  await fillHistory(server.dataDir, counter, server.parts, () => undefined, DAYS);
  const dayAgo = (count: number): string => new Date(Date.now() - count * DAY_MS).toISOString().slice(0, 10);
  days = { from: dayAgo(DAYS - 2), to: dayAgo(2) };
  const goals = (await api.goals(counter)) as readonly { id: number; is_favorite?: number }[];
  favourites = goals.flatMap(({ id, is_favorite }) => (is_favorite === 1 ? [id] : []));
  if (favourites.length === 0) throw new Error('the shop has no favourite goal');
});
afterAll(() => stage[Symbol.asyncDispose]());

/** Languages have several kinds of spaces, and versions of browsers differ in them. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** As the screen is to write it, said once more. */
function written(locale: string, unit: Unit, value: number | null): string {
  if (value === null) return '—';
  const inDigits = (digits: number): string =>
    value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  switch (unit) {
    case 'count':
      return inDigits(0);
    case 'decimal':
      return inDigits(2);
    case 'percent':
      return locale === 'ru-RU' ? `${inDigits(2)} %` : `${inDigits(2)}%`;
    case 'duration': {
      const seconds = Math.round(value);
      const rest = [Math.floor((seconds % 3_600) / 60), seconds % 60].map((part) =>
        String(part).padStart(2, '0'),
      );
      return (seconds < 3_600 ? rest : [Math.floor(seconds / 3_600), ...rest])
        .join(':')
        .replace(/^0(\d:)/, '$1');
    }
    case 'money': {
      if (value === 0) return '—';
      const sum = inDigits(Number.isInteger(value) || value >= 10_000 ? 0 : 2);
      return locale === 'ru-RU' ? `${sum} €` : `€${sum}`;
    }
  }
}

/** What a report's own entry and the shop's favourite goals give columns to. */
function columnsOf({ metrics, dimensions, scope }: Report): Measured[] {
  const own = metrics
    .filter((id) => !id.startsWith('favoriteGoals'))
    .map((id: MetricId) => ({ metric: fullName(id, scope), unit: METRICS[id].unit }));
  const isOfGoals = scope === 'ev' || (scope === undefined && dimensions[0] !== 'goal');
  if (!isOfGoals) return own;
  const names = scope === 'ev' ? OF_COSTS : OF_VISITS;
  const ofGoals = favourites.flatMap((id) =>
    names.map((name) => ({
      metric: fullName(name, scope).replace('<goal_id>', String(id)),
      unit: METRICS[name].unit,
    })),
  );
  return [...own, ...ofGoals];
}

/** Totals first. The heads of rows are what their dimension says, its numbers follow. */
const onScreen = (page: Page): Promise<string[][]> =>
  page
    .getByRole('table')
    .last()
    .locator('.gp-table-totals, tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll<HTMLElement>('th, td')].map(
          (cell) =>
            cell.querySelector<HTMLElement>('.gp-number, .gp-table-value')?.innerText ?? cell.innerText,
        ),
      ),
    );

/** Within the web app: loading it again for each report would take most of the time. */
async function show(page: Page, { id, title }: Report, lang: 'en' | 'ru'): Promise<void> {
  const path = `/counter/${counter}/report/${id}?period=${days.from}..${days.to}&compare=off`;
  await page.evaluate((to) => history.pushState({}, '', to), path);
  await page.getByRole('heading', { level: 1, name: title[lang], exact: true }).waitFor();
}

/** Rows that the screen names by words of its own: days, and values that are shorter beside their heading. */
const NAMED_HERE: readonly string[] = ['datePeriod<group>', '<attribution>TrafficSource', 'deviceCategory'];

describe.each(LANGUAGES)('in %s', (lang, locale, reports) => {
  let page: Page;
  beforeAll(async () => {
    page = await stage.openSignedIn(`/counter/${counter}/overview`, { locale, width: 1440 });
    await page.locator('main h1').waitFor();
  });
  let filled = 0;
  it.each(reports)('$id', async (report) => {
    const columns = columnsOf(report);
    const first = report.dimensions[0] ?? 'date';
    const dimension = fullName(first, report.scope);
    const bare = report.sort.replace(/^-/, '');
    const by = bare === 'name' ? dimension : fullName(bare as MetricId, report.scope);
    const answer = await stage.api.stat(counter, {
      metrics: columns.map(({ metric }) => metric).join(','),
      dimensions: dimension,
      sort: `${report.sort.startsWith('-') ? '-' : ''}${by}`,
      limit: String(ROWS),
      date1: days.from,
      date2: days.to,
      group: 'day',
      lang,
    });
    await show(page, report, lang);
    if (answer.data.length === 0) {
      await page.locator('main .gp-empty').waitFor();
      return;
    }
    filled++;
    const numbers = (values: readonly (number | null)[]): string[] =>
      columns.map(({ unit }, index) => plain(written(locale, unit, values[index] ?? null)));
    const rows = answer.data.map(({ dimensions: [value], metrics }) => [
      NAMED_HERE.includes(first) ? expect.any(String) : (value?.name ?? expect.any(String)),
      ...numbers(metrics),
    ]);
    const shown = async (): Promise<string[][]> =>
      (await onScreen(page)).slice(0, 1 + rows.length).map((row) => row.map(plain));
    await expect.poll(shown).toEqual([[expect.any(String), ...numbers(answer.totals)], ...rows]);
  });

  it('had something to show in most of them', () => expect(filled).toBeGreaterThan(reports.length / 2));
});
