/** Groups several levels of a path by one key: the deepest tells the others, and texts are dear. */
import { levelsKeySql, pathLevelSql } from '../path-levels.ts';
import type { Plan } from '../plan/plan.ts';
import { valueDimensions } from './scope.ts';

interface Level {
  readonly index: number;
  readonly depth: number;
}

export interface PathKey {
  /** Column of the selection with the path, which is long to write: the store would read it again and again. */
  readonly path: string;
  /** Column of the rows to group. */
  readonly name: string;
  /** The path, by an expression over a row. */
  readonly sql: string;
  readonly levels: readonly Level[];
}

/** Paths of which the question has levels. */
export function pathsOf(plan: Plan): readonly PathKey[] {
  const levels = valueDimensions(plan).flatMap(({ dimension, index }) => {
    const { level } = dimension.definition;
    return level === undefined ? [] : [{ index, ...level }];
  });
  return [...Map.groupBy(levels, ({ path }) => path)].map(([sql, ofPath], at) => {
    return { path: `path${at}`, name: `levels${at}`, sql, levels: ofPath };
  });
}

/** Those of which it has several. */
export const pathKeysOf = (plan: Plan): readonly PathKey[] =>
  pathsOf(plan).filter(({ levels }) => levels.length > 1);

/** A level as a column of the selection; null: the dimension is none. */
export function levelColumn(paths: readonly PathKey[], index: number): string | null {
  for (const { path, levels } of paths) {
    const level = levels.find((one) => one.index === index);
    if (level !== undefined) return `nullIf(${pathLevelSql(path, level.depth)}, '')`;
  }
  return null;
}

/** @returns columns to group by, each once */
export function groupedColumns(columns: readonly string[], keys: readonly PathKey[]): readonly string[] {
  const keyOf = new Map<string, string>(
    keys.flatMap(({ name, levels }) => levels.map(({ index }) => [`d${index}`, name] as const)),
  );
  return [...new Set(columns.map((column) => keyOf.get(column) ?? column))];
}

/** The rows to group, with the keys. */
export function withPathKeys(from: string, keys: readonly PathKey[]): string {
  if (keys.length === 0) return from;
  const columns = keys.map(({ name, path, levels }) => {
    const depths = levels.map(({ depth }) => depth);
    return `${levelsKeySql(path, depths)} AS ${name}`;
  });
  return `(SELECT *, ${columns.join(', ')} FROM ${from})`;
}

/** The grouped rows, with the levels in place of the keys. @param grouped a statement */
export function withLevels(grouped: string, keys: readonly PathKey[]): string {
  if (keys.length === 0) return grouped;
  const columns = keys.flatMap(({ name, levels }) =>
    levels.map(({ index, depth }) => `nullIf(${pathLevelSql(name, depth)}, '') AS d${index}`),
  );
  const names = keys.map(({ name }) => name);
  return `SELECT * EXCEPT (${names.join(', ')}),\n  ${columns.join(',\n  ')}\nFROM (\n${grouped}\n)`;
}
