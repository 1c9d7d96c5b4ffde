/** Reads CSV (RFC 4180), parted by commas, semicolons or tabs as its first line is. Pure. */
import { BYTE_ORDER_MARK } from './csv.ts';

export interface CsvLine {
  /** In the file, from 1; a value in quotes may have several lines. */
  readonly number: number;
  readonly cells: readonly string[];
}

export interface CsvFault {
  readonly line: number;
}

const DELIMITERS = [',', ';', '\t'] as const;
/** So much of the first line says what parts it. */
const MOST_HEAD = 10_000;

/** The one that parts the first line most often. */
function delimiterOf(text: string): string {
  const [first = ''] = text.slice(0, MOST_HEAD).split(/\r?\n/, 1);
  const parts = (delimiter: string): number => first.split(delimiter).length;
  return DELIMITERS.toSorted((one, other) => parts(other) - parts(one))[0] ?? ',';
}

/**
 * @param most lines that are read, at most one more is given
 * @returns lines that are not blank; a fault where a quote has no end, or text behind it
 */
export function readCsv(text: string, most: number): readonly CsvLine[] | CsvFault {
  const whole = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const delimiter = delimiterOf(whole);
  const lines: CsvLine[] = [];
  let at = 0;
  let number = 1;
  while (at < whole.length && lines.length <= most) {
    const begun = number;
    const cells: string[] = [];
    for (;;) {
      if (whole[at] === '"') {
        const quoted = readQuoted(whole, at + 1);
        if (quoted === null) return { line: begun };
        cells.push(quoted.value);
        number += quoted.breaks;
        at = quoted.end;
      } else {
        const end = endOfCell(whole, at, delimiter);
        cells.push(whole.slice(at, end));
        at = end;
      }
      if (whole[at] !== delimiter) break;
      at += 1;
    }
    if (whole.startsWith('\r\n', at)) at += 2;
    else if (at < whole.length && !'\r\n'.includes(whole[at] ?? '')) return { line: begun };
    else at += 1;
    number += 1;
    if (cells.some((cell) => cell.trim() !== '')) lines.push({ number: begun, cells });
  }
  return lines;
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
}

/** @param from behind the quote @returns null where it has no end */
function readQuoted(text: string, from: number) {
  let value = '';
  let at = from;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end === -1) return null;
    value += text.slice(at, end);
    if (text[end + 1] !== '"') {
      const breaks = value.split(/\r\n|\r|\n/).length - 1;
      return { value, end: end + 1, breaks };
    }
    value += '"';
    at = end + 2;
  }
}
