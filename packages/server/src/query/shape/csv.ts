/**
 * Answers as CSV (RFC 4180): a line of names, the totals on the first page, the rows [M30]. Where revenue leaves out other currencies, a line below the totals names them [M32]. Text that
 * a spreadsheet would run as a formula gets an apostrophe in front [M31].
 */
import type { BytimeResponse, DataResponse, DimensionValue, OtherRevenue } from '@goalpost/contract/reports';
import type { Language } from '../parse/request.ts';

type Cell = string | number | null;

const TOTALS: Readonly<Record<Language, string>> = { en: 'Total and average', ru: 'Итого и средние' };
const OTHERS: Readonly<Record<Language, string>> = {
  en: 'Left out: other currencies',
  ru: 'Не вошло: другие валюты',
};

export function tableCsv(answer: DataResponse, names: CsvNames): string {
  return csv([
    [...names.dimensions, ...names.metrics],
    ...(names.isFirstPage
      ? [[...totalCells(names), ...answer.totals], ...otherLines(answer, names, [])]
      : []),
    ...(names.dimensions.length === 0
      ? []
      : answer.data.map(({ dimensions, metrics }) => [...dimensions.map(nameOf), ...metrics])),
  ]);
}

/** One line for each row and interval. */
export function chartCsv(answer: BytimeResponse, names: CsvNames): string {
  const lines = (head: readonly Cell[], series: readonly (readonly (number | null)[])[]): Cell[][] =>
    answer.time_intervals.map(([from], at) => [
      ...head,
      from,
      ...series.map((numbers) => numbers[at] ?? null),
    ]);
  return csv([
    [...names.dimensions, 'interval', ...names.metrics],
    ...lines(totalCells(names), answer.totals),
    ...otherLines(answer, names, ['']),
    ...(names.dimensions.length === 0
      ? []
      : answer.data.flatMap(({ dimensions, metrics }) => lines(dimensions.map(nameOf), metrics))),
  ]);
}

export interface CsvNames {
  readonly dimensions: readonly string[];
  readonly metrics: readonly string[];
  readonly lang: Language;
  /** Totals stand on it alone: a reader of page after page would add them up. */
  readonly isFirstPage: boolean;
}

/** Opens right in spreadsheets that take a file without it for one of their own old code pages. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** @param what the preset; letters, digits, `_` and `-` of it stay */
export function csvFileName(ids: readonly number[], what: string, from: string, to: string): string {
  const counters = ids.length > 3 ? `${ids.length}-counters` : ids.join('-');
  const parts = [counters, what.replace(/[^\w-]+/g, '-').replace(/-+$/, ''), from, to].filter(Boolean);
  return `goalpost-${parts.join('-')}.csv`;
}

const nameOf = ({ name }: DimensionValue): string => name ?? '';

const totalCells = (names: CsvNames): string[] => headCells(names, TOTALS);

function headCells({ dimensions, lang }: CsvNames, words: Readonly<Record<Language, string>>): string[] {
  return dimensions.map((_name, index) => (index === 0 ? words[lang] : ''));
}

interface WithOthers {
  readonly other_revenue?: readonly (OtherRevenue | null)[] | undefined;
}

/** One line, and none where nothing is left out. @param between cells between dimensions and metrics */
function otherLines({ other_revenue = [] }: WithOthers, names: CsvNames, between: readonly Cell[]): Cell[][] {
  if (other_revenue.every((sums) => sums === null || sums.length === 0)) return [];
  const cells = other_revenue.map((sums) =>
    (sums ?? []).map(({ currency, revenue }) => `${revenue} ${currency}`).join(', '),
  );
  return [[...headCells(names, OTHERS), ...between, ...cells]];
}

function csv(lines: readonly (readonly Cell[])[]): string {
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

/** Also behind blanks, which spreadsheets cut off, and in the wide forms that some read alike. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－﹣−＠]|^[\t\r\n]/u;

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
