/**
 * Lines as CSV (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe in front [M31].
 */
export type Cell = string | number | null;
export type Lines = Iterable<readonly Cell[]>;

/** Opens right in spreadsheets that take a file without it for one of their own old code pages. */
export const BYTE_ORDER_MARK = '\uFEFF';

export function csv(lines: Lines): string {
  return Array.from(lines, (line) => `${line.map(cell).join(',')}\r\n`).join('');
}

/** Also behind blanks, which spreadsheets cut off, and in the wide forms that some read alike. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－﹣−＠]|^[\t\r\n]/u;

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
