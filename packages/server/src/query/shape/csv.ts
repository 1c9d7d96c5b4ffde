/**
 * Answers as CSV (RFC 4180): names in the first line, on the first page the totals in the second, then the
 * rows [M30]. Text that a spreadsheet would run as a formula gets an apostrophe in front [M31].
 */
import type { BytimeResponse, DataResponse, DimensionValue } from '@goalpost/contract/reports';
import type { Language } from '../parse/request.ts';

type Cell = string | number | null;

const TOTALS: Readonly<Record<Language, string>> = { en: 'Total and average', ru: 'Итого и средние' };

export function tableCsv(answer: DataResponse, names: CsvNames): string {
  return csv([
    [...names.dimensions, ...names.metrics],
    ...(names.isFirstPage ? [[...totalCells(names), ...answer.totals]] : []),
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
    ...(names.dimensions.length === 0
      ? []
      : answer.data.flatMap(({ dimensions, metrics }) => lines(dimensions.map(nameOf), metrics))),
  ]);
}

export interface CsvNames {
  readonly dimensions: readonly string[];
  readonly metrics: readonly string[];
  readonly lang: Language;
  /** Totals stand on it alone: whoever asks page after page would add them up. */
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

function totalCells({ dimensions, lang }: CsvNames): string[] {
  return dimensions.map((_name, index) => (index === 0 ? TOTALS[lang] : ''));
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
