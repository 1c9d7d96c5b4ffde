/**
 * Removal effects [M67]: which part of the goals is lost if visits of one value lead nowhere. Visitors' paths are a
 * chain of steps from value to value; how likely a walk ends in the goal is solved exactly, not drawn by chance.
 */
export interface Step {
  /** START, or a value. */
  readonly from: string;
  /** A value, GOAL or NOTHING. */
  readonly to: string;
  readonly count: number;
}

/** Values have a mark in front, so that none is one of these. */
export const START = '^';
export const GOAL = '$';
export const NOTHING = '-';

/** Solving grows with the cube of them: those behind the most frequent count as one, OTHERS. */
export const MAX_VALUES = 40;
export const OTHERS = '*';

export function removalEffects(steps: readonly Step[]): ReadonlyMap<string, number> {
  const merged = mergeRare(steps);
  const whole = chanceOfGoal(merged, null);
  const values = [...new Set(merged.map(({ from }) => from))].filter((value) => value !== START);
  return new Map(
    values.map((value) => [value, whole === 0 ? 0 : clamp(1 - chanceOfGoal(merged, value) / whole)]),
  );
}

const clamp = (part: number): number => Math.min(1, Math.max(0, part));

function mergeRare(steps: readonly Step[]): readonly Step[] {
  const counts = new Map<string, number>();
  for (const { from, count } of steps) counts.set(from, (counts.get(from) ?? 0) + count);
  counts.delete(START);
  if (counts.size <= MAX_VALUES) return steps;
  const byCount = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const kept = new Set(byCount.slice(0, MAX_VALUES - 1).map(([value]) => value));
  const isKept = (value: string): boolean =>
    kept.has(value) || value === START || value === GOAL || value === NOTHING;
  const name = (value: string): string => (isKept(value) ? value : OTHERS);
  return steps.map(({ from, to, count }) => ({ from: name(from), to: name(to), count }));
}

/** @param removed a value at which every walk ends in nothing */
function chanceOfGoal(steps: readonly Step[], removed: string | null): number {
  const places = [...new Set(steps.map(({ from }) => from))].filter((value) => value !== removed);
  const at = new Map(places.map((value, index) => [value, index]));
  const totals = new Map<string, number>();
  for (const { from, count } of steps) totals.set(from, (totals.get(from) ?? 0) + count);
  // Each row: chance of a place less the chances of where it leads, and what leads to the goal at once.
  const rows = places.map((_value, index) =>
    Array.from({ length: places.length + 1 }, (_cell, column): number => (column === index ? 1 : 0)),
  );
  for (const { from, to, count } of steps) {
    const row = rows[at.get(from) ?? -1];
    if (row === undefined) continue;
    const part = count / (totals.get(from) ?? 1);
    const column = to === GOAL ? places.length : at.get(to);
    if (column === undefined) continue;
    row[column] = (row[column] ?? 0) + (to === GOAL ? part : -part);
  }
  return solve(rows)[at.get(START) ?? -1] ?? 0;
}

/** Elimination with the largest pivot; what cannot be reached or left counts as 0. */
function solve(rows: number[][]): number[] {
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const pivot = largest(rows, column);
    const pivotRow = rows[pivot] ?? [];
    const standing = rows[column] ?? [];
    if (Math.abs(pivotRow[column] ?? 0) < 1e-12) continue;
    rows[pivot] = standing;
    rows[column] = pivotRow;
    for (const [index, row] of rows.entries()) {
      const factor = (row[column] ?? 0) / (pivotRow[column] ?? 1);
      if (index === column || factor === 0) continue;
      for (let cell = column; cell <= size; cell++)
        row[cell] = (row[cell] ?? 0) - factor * (pivotRow[cell] ?? 0);
    }
  }
  return rows.map((row, index) => {
    const pivot = row[index] ?? 0;
    return Math.abs(pivot) < 1e-12 ? 0 : (row[size] ?? 0) / pivot;
  });
}

function largest(rows: readonly number[][], column: number): number {
  let found = column;
  for (let index = column; index < rows.length; index++) {
    const isLarger = Math.abs(rows[index]?.[column] ?? 0) > Math.abs(rows[found]?.[column] ?? 0);
    if (isLarger) found = index;
  }
  return found;
}
