/**
 * Answers as CSV (RFC 4180): names in the first line, the totals in the second, then the rows. Text that a
 * spreadsheet would run as a formula gets an apostrophe in front.
 */
import type { BytimeResponse, DataResponse, DimensionValue } from '@goalpost/contract';
import type { Language } from '../parse/request.ts';

type Cell = string | number | null;

const TOTALS: Readonly<Record<Language, string>> = { en: 'Total and average', ru: 'Итого и средние' };

export function tableCsv(answer: DataResponse, names: CsvNames): string {
  return csv([
    [...names.dimensions, ...names.metrics],
    [...totalCells(names), ...answer.totals],
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
}

const nameOf = ({ name }: DimensionValue): string => name ?? '';

function totalCells({ dimensions, lang }: CsvNames): string[] {
  return dimensions.map((_name, index) => (index === 0 ? TOTALS[lang] : ''));
}

function csv(lines: readonly (readonly Cell[])[]): string {
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
