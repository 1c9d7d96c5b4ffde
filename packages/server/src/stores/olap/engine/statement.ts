/** Text of statements for the engine: what a request may say, and the settings put before it. */

/** Why the engine does not take a statement; worded and numbered as ClickHouse does. */
export class StatementRefused extends Error {}

const refuse = (code: number, message: string, type: string): never => {
  throw new StatementRefused(`Code: ${code}. DB::Exception: ${message} (${type})`);
};

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const INSERT = /^\s*INSERT\b/i;
const INSERT_SELECT = /^\s*INSERT\s+INTO\s+[\w.]+\s*(?:\([\w\s,]*\)\s*)?(?:SELECT|WITH)\b/i;
const INSERT_ROWS =
  /^\s*INSERT\s+INTO\s+([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?)\s+FORMAT\s+(JSONEachRow|RowBinaryWithNamesAndTypes)\s*$/i;

/** A string literal. Backslash is the escape character, so it goes first. */
export function quote(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/**
 * One statement, never several. The engine would run everything between semicolons, so a statement holds none
 * but at its end, not even within a literal: such a value is bound. Rows within the text are refused too,
 * since they may end in a further statement.
 */
export function singleStatement(sql: string): string {
  const statement = sql.replace(/[;\s]+$/, '');
  if (statement === '') refuse(62, 'Syntax error: empty query.', 'SYNTAX_ERROR');
  if (statement.includes(';')) refuse(62, 'Syntax error: multi-statements are not allowed.', 'SYNTAX_ERROR');
  if (INSERT.test(statement) && !INSERT_SELECT.test(statement)) {
    refuse(62, 'Syntax error: rows come in the body, as JSONEachRow.', 'SYNTAX_ERROR');
  }
  return statement;
}

/** What an `INSERT INTO t FORMAT f` names. */
export function insertTarget(sql: string): { readonly table: string; readonly isBinary: boolean } {
  const [, table = '', format = ''] =
    INSERT_ROWS.exec(sql) ??
    refuse(
      48,
      'Only INSERT INTO table FORMAT JSONEachRow or RowBinaryWithNamesAndTypes takes a body.',
      'NOT_IMPLEMENTED',
    );
  return { table, isBinary: format.toLowerCase() !== 'jsoneachrow' };
}

/** @param path of a file that holds the rows: within a statement bytes could end it */
export const insertFile = (table: string, path: string): string =>
  `INSERT INTO ${table} FROM INFILE ${quote(path)} COMPRESSION 'none' FORMAT RowBinaryWithNamesAndTypes`;

/** `SET a = 'b', …`; empty where there is nothing to set. `readonly` goes last, as nothing may follow it. */
export function setStatement(settings: Readonly<Record<string, string>>): string {
  const names = Object.keys(settings).toSorted((a, b) => Number(a === 'readonly') - Number(b === 'readonly'));
  if (names.length === 0) return '';
  for (const name of names) {
    if (!NAME.test(name)) refuse(115, `Unknown setting ${quote(name)}.`, 'UNKNOWN_SETTING');
  }
  return `SET ${names.map((name) => `${name} = ${quote(settings[name] ?? '')}`).join(', ')}`;
}

export function useStatement(database: string): string {
  if (!NAME.test(database)) refuse(81, `Database ${quote(database)} does not exist.`, 'UNKNOWN_DATABASE');
  return `USE ${database}`;
}

const OUTSIDE_STRINGS = new Set(Buffer.from('{}[]:, \t\r\n0123456789+-.eEtrufalsn'));
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Position just past the string that opens at `at`, or -1 if it does not end. */
function skipString(body: Buffer, at: number): number {
  for (let end = body.indexOf(QUOTE, at + 1); end !== -1; end = body.indexOf(QUOTE, end + 1)) {
    let escapes = 0;
    while (body[end - 1 - escapes] === BACKSLASH) escapes += 1;
    if (escapes % 2 === 0) return end + 1;
  }
  return -1;
}

/** Nothing but JSON outside of strings: no semicolon, no word that a statement could start with. */
export function isJsonLines(body: Buffer): boolean {
  for (let at = 0; at < body.length; at += 1) {
    const byte = body.readUInt8(at);
    if (byte === QUOTE) {
      at = skipString(body, at) - 1;
      if (at < 0) return false;
    } else if (!OUTSIDE_STRINGS.has(byte)) return false;
  }
  return true;
}

/** @throws StatementRefused */
export function requireJsonLines(body: Buffer): void {
  if (!isJsonLines(body))
    refuse(27, 'Cannot parse input: the body is no JSONEachRow.', 'CANNOT_PARSE_INPUT_ASSERTION_FAILED');
}
