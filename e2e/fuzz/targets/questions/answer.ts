/** Judges answers to questions. They must be numbers, a file that opens, or a 400 that names the place. */
import type { Ask } from '../../ask.ts';
import type { Outcome } from '../../target.ts';
import { sheetOf } from './sheet.ts';

/** Words that only the store, or a fault of our own, would say. */
const STORE =
  /DB::|Code: \d|\bSELECT\b|\bPREWHERE\b|uniqExact|clickhouse|chdb|\bat \w+\.\w+ \(|node_modules|\[object /i;
/** Refusals of the request as such, which no parameter is to blame for. */
const OF_THE_REQUEST = [401, 403, 404, 406, 413, 414, 415, 431];
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/;

/** Null if nothing is. */
export function wrongAnswer(path: string, { status, body, bytes }: Outcome, asked: Ask): string | null {
  if (status === 400) return wrongRefusal(body, asked);
  if (status !== 200) return status >= 500 || OF_THE_REQUEST.includes(status) ? null : `answered ${status}`;
  if (path.endsWith('.xlsx')) return wrongSheet(bytes);
  if (path.endsWith('.csv')) return wrongCsv(body);
  return wrongNumbers(body);
}

function wrongRefusal(body: string, { path, body: sent }: Ask): string | null {
  let errors: { error_type: string; message: string; location?: string }[];
  try {
    ({ errors } = JSON.parse(body) as { errors: typeof errors });
  } catch {
    return `a refusal that is no JSON: ${body.slice(0, 200)}`;
  }
  for (const { error_type: type, message, location = '' } of errors) {
    // What is refused is said again in the asker's own words.
    const own = STORE.test(decodeURIComponent(safe(path))) || STORE.test(String(sent ?? ''));
    if (!own && STORE.test(message)) return `a refusal with words of the store: ${message.slice(0, 300)}`;
    if (location === '' && type !== 'invalid_json')
      return `a refusal without a place: ${message.slice(0, 300)}`;
  }
  return errors.length === 0 ? 'a refusal of nothing' : null;
}

const safe = (path: string): string => {
  try {
    decodeURIComponent(path);
    return path;
  } catch {
    return '';
  }
};

function wrongNumbers(body: string): string | null {
  // A script, as `callback` makes one.
  const text = /^\/\*\*\/[^(]*\((.*)\);?\s*$/s.exec(body)?.[1] ?? body;
  try {
    return wrongValue(JSON.parse(text), '');
  } catch (error) {
    return `no JSON: ${String(error).slice(0, 100)} ${body.slice(0, 100)}`;
  }
}

/** Metrics and totals are numbers or nulls, in whatever lists and sides. */
function wrongValue(value: unknown, place: string): string | null {
  if (value === null || typeof value !== 'object') return null;
  for (const [key, one] of Object.entries(value)) {
    const here = `${place}.${key}`;
    const isMetric =
      /\.(?:metrics|totals|min|max)(?:\.(?:a|b|\d+))*$/.test(here) && !here.startsWith('.query');
    if (isMetric && one !== null && typeof one !== 'number' && typeof one !== 'object')
      return `${here} is ${JSON.stringify(one)}`;
    const within = wrongValue(one, here);
    if (within !== null) return within;
  }
  return null;
}

/** Lines of as many cells as the first; no cell that a spreadsheet would run. */
function wrongCsv(text: string): string | null {
  const lines = cellsOf(text.replace(/^\ufeff/, ''));
  const [names = []] = lines;
  for (const line of lines) {
    if (line.length !== names.length) return `a line of ${line.length} cells below ${names.length} names`;
    for (const cell of line)
      if (/^[=+@\t\r-]/.test(cell) && !NUMBER.test(cell)) return `a cell that runs: ${JSON.stringify(cell)}`;
  }
  return null;
}

function cellsOf(text: string): string[][] {
  const lines: string[][] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  let line: string[] = [];
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (found === null) return [['a'], ['not', 'CSV']];
    line.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === ',') continue;
    lines.push(line);
    line = [];
  }
  return lines;
}

function wrongSheet(bytes: Buffer = Buffer.alloc(0)): string | null {
  try {
    const { rows, formulas } = sheetOf(bytes);
    if (formulas > 0) return `${formulas} formulas`;
    const wide = rows.find((row) => row.length !== rows[0]?.length);
    if (wide !== undefined) return `a row of ${wide.length} cells below ${rows[0]?.length} names`;
    const odd = rows.flat().find((cell) => cell.kind === 'number' && !NUMBER.test(cell.text));
    return odd === undefined ? null : `a number that is none: ${odd.text}`;
  } catch (error) {
    return `a spreadsheet that does not open: ${String(error).slice(0, 200)}`;
  }
}
