/** Rows by the ids of their dimensions, in JSON: `row_ids` lists several, `parent_id` is one. */
import { problem, type Problem } from '../../kit/problem.ts';

export type OpenedRow = readonly (string | null)[];
export type RowIds = readonly OpenedRow[];

export function readRowIds(text: string | null, most: number): RowIds | null | Problem {
  if (text === null) return null;
  const rows = readJson(text);
  if (rows === undefined) return refuse('row_ids', 'not JSON');
  const isList = Array.isArray(rows) && rows.length > 0 && rows.length <= most;
  if (!isList) return refuse('row_ids', `a list of 1 to ${most} rows is needed`);
  const read: OpenedRow[] = [];
  for (const row of rows as unknown[]) {
    const ids = readIds(row);
    if (ids === null) return refuse('row_ids', 'each row must be a list of ids: texts, numbers or null');
    read.push(ids);
  }
  return read;
}

/** Empty: no row is opened. */
export function readParentId(text: string | null): OpenedRow | Problem {
  if (text === null) return [];
  const row = readJson(text);
  if (row === undefined) return refuse('parent_id', 'not JSON');
  return readIds(row) ?? refuse('parent_id', 'a list of ids is needed: texts, numbers or null');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function readIds(row: unknown): OpenedRow | null {
  const ids = Array.isArray(row) ? (row as unknown[]).map(readId) : [undefined];
  return ids.includes(undefined) ? null : (ids as OpenedRow);
}

function refuse(location: string, message: string): Problem {
  return problem('invalid_parameter', `${location}: ${message}`, location);
}

function readId(id: unknown): string | null | undefined {
  if (id === null) return null;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}
