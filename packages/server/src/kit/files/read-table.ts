/** Reads a CSV file whose first line names its columns, or says what is wrong in which line. Pure. */
import type { ApiErrorItem } from '@goalpost/contract/management';
import { readCsv, type CsvLine } from './read-csv.ts';

/** So many lines are told of; a file that is wrong throughout would be told of for ever. */
export const MOST_TOLD = 20;

export interface TableShape<Column extends string> {
  /** As they are written; capitals in the file do not matter. */
  readonly columns: readonly Column[];
  readonly needed: readonly Column[];
  readonly mostBytes: number;
  readonly mostLines: number;
}

export interface TableLine<Column extends string> {
  /** In the file, from 1. */
  readonly number: number;
  /** Trimmed; empty where the file has no such column. */
  readonly cells: Readonly<Record<Column, string>>;
}

type Faults = readonly ApiErrorItem[];

/** @param location `file`, or `file.<line>`, or `file.<line>.<column>` */
export const fileFault = (location: string, message: string): ApiErrorItem => ({
  error_type: 'invalid_parameter',
  message: location === 'file' ? `file: ${message}` : message,
  location,
});

/** @returns at least one line */
export function readTable<Column extends string>(
  text: string,
  { columns: known, needed, mostBytes, mostLines }: TableShape<Column>,
): { readonly lines: readonly TableLine<Column>[] } | { readonly faults: Faults } {
  const refused = (location: string, message: string) => ({ faults: [fileFault(location, message)] });
  if (Buffer.byteLength(text) > mostBytes)
    return refused('file', `a file has at most ${mostBytes / 1024 / 1024} MB`);
  if (text.includes('\uFFFD') || !text.isWellFormed()) return refused('file', 'the file is not in UTF-8');
  if (text.includes('\0')) return refused('file', 'it has a NUL character');
  const read = readCsv(text, mostLines + 1);
  if ('line' in read)
    return refused(`file.${read.line}`, `line ${read.line}: a quote has no end, or text stands behind it`);
  const [head, ...lines] = read;
  if (head === undefined || lines.length === 0)
    return refused('file', 'the file has no lines below its first one');
  if (lines.length > mostLines) return refused('file', `a file has at most ${mostLines} lines`);
  const places = placesOf(head, known, needed);
  if (!(places instanceof Map)) return { faults: places };
  return {
    lines: lines.map(({ number, cells }) => {
      const of = (column: Column): string => (cells[places.get(column) ?? -1] ?? '').trim();
      return {
        number,
        cells: Object.fromEntries(known.map((column) => [column, of(column)])) as Record<Column, string>,
      };
    }),
  };
}

/** Places of the columns, or what is wrong with the first line. A column without a name is of a program's own. */
function placesOf<Column extends string>(
  { number, cells }: CsvLine,
  known: readonly Column[],
  needed: readonly Column[],
): Map<Column, number> | Faults {
  const places = new Map<Column, number>();
  const faults: ApiErrorItem[] = [];
  const wrong = (message: string): void =>
    void faults.push(fileFault(`file.${number}`, `line ${number}: ${message}`));
  for (const [place, cell] of cells.entries()) {
    if (faults.length === MOST_TOLD) return faults;
    const name = cell.trim();
    const column = known.find((one) => one.toLowerCase() === name.toLowerCase());
    if (name === '') continue;
    if (column === undefined) wrong(`there is no column ${name.slice(0, 50)}; known: ${known.join(', ')}`);
    else if (places.has(column)) wrong(`the column ${column} stands there twice`);
    else places.set(column, place);
  }
  for (const column of needed) if (!places.has(column)) wrong(`the column ${column} is missing`);
  return faults.length === 0 ? places : faults.slice(0, MOST_TOLD);
}
