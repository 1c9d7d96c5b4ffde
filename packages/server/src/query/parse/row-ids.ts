/** `row_ids` of a chart: a JSON list of rows, each a list of dimension ids. */
import { problem, type Problem } from '../../kit/problem.ts';

export type RowIds = readonly (readonly (string | null)[])[];

export function readRowIds(text: string | null, most: number): RowIds | null | Problem {
  if (text === null) return null;
  let rows: unknown;
  try {
    rows = JSON.parse(text);
  } catch {
    return refuse('not JSON');
  }
  const isList = Array.isArray(rows) && rows.length > 0 && rows.length <= most;
  if (!isList) return refuse(`a list of 1 to ${most} rows is needed`);
  const read: (string | null)[][] = [];
  for (const row of rows as unknown[]) {
    const ids = Array.isArray(row) ? (row as unknown[]).map(readId) : [undefined];
    if (ids.includes(undefined)) return refuse('each row must be a list of ids: texts, numbers or null');
    read.push(ids as (string | null)[]);
  }
  return read;
}

function refuse(message: string): Problem {
  return problem('invalid_parameter', `row_ids: ${message}`, 'row_ids');
}

function readId(id: unknown): string | null | undefined {
  if (id === null) return null;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}
