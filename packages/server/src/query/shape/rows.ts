/** What the store answers with, and how values of it read. */
import type { DimensionValue } from '@goalpost/contract/reports';
import { addressName } from '../addresses.ts';
import { ROLE } from '../compile/grouping.ts';
import { rowColumn } from '../compile/table.ts';
import type { Plan } from '../plan/plan.ts';
import type { Words } from './words.ts';

/** `role`, `n`, the dimensions' columns, `m0`…; in tables also `total_rows`, `min0`…, `max0`…; in charts `t`. */
export type StoreRow = Readonly<Record<string, string | number | null>>;

export const isRow = (row: StoreRow): boolean => Number(row['role']) === ROLE.row;
/** Rows of the page: of the first one the store may answer some more. */
export const rowsOfPage = (rows: readonly StoreRow[], { limit }: Pick<Plan, 'limit'>): StoreRow[] =>
  rows.filter(isRow).slice(0, limit);
export const isTotal = (row: StoreRow): boolean => Number(row['role']) === ROLE.total;
export const isWhole = (row: StoreRow): boolean => Number(row['role']) === ROLE.whole;
export const isPart = (row: StoreRow): boolean => Number(row['role']) === ROLE.part;

export function idsOf(row: StoreRow, plan: Plan): (string | null)[] {
  return plan.dimensions.map(({ definition }, index) => {
    const value = row[rowColumn(plan, index)] ?? null;
    if (value === null) return null;
    return definition.kind === 'item' ? definition.list.form.idOf(String(value)) : String(value);
  });
}

export function labelsOf(ids: readonly (string | null)[], plan: Plan, words: Words): DimensionValue[] {
  return plan.dimensions.map(({ definition }, index) => {
    const id = ids[index] ?? null;
    if (id === null) return { id: null, name: null };
    const value = definition.label === undefined ? { id, name: id } : definition.label(id, words);
    const isNamed = definition.address === undefined || value.name !== id;
    return isNamed ? value : { ...value, name: addressName(definition.address.kind, id) };
  });
}

/** @param prefix `m`, `min` or `max` */
export function numbersOf(row: StoreRow, plan: Plan, prefix: string): (number | null)[] {
  return plan.metrics.map((_metric, index) => {
    const value = row[`${prefix}${index}`] ?? null;
    return value === null ? null : Number(value);
  });
}

/** Metrics over no visits [M7]; a share of visits that are there is 0, though none of them has part in it. */
export function numbersOfNothing(plan: Plan, whole: StoreRow | undefined): (number | null)[] {
  return plan.metrics.map(({ definition }) =>
    definition.shareBy !== undefined && Number(whole?.['n'] ?? 0) > 0 ? 0 : definition.ofNothing,
  );
}
