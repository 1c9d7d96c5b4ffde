/** Shares as rows of an answer: those of the opened row, in order, a page of them. Pure. */
import { ROLE } from '../compile/grouping.ts';
import type { RowKey } from '../compile/keys.ts';
import { rowColumn } from '../compile/table.ts';
import type { Plan } from '../plan/plan.ts';
import type { StoreRow } from '../shape/rows.ts';

/** `t`, `label` and `m0`, `m1`, … */
export type ShareRow = Readonly<Record<string, string>>;

export interface Row {
  readonly ids: RowKey;
  readonly row: StoreRow;
}

/** Rows without a first value are left out as in other reports [M8]; rows of one key and time are one. */
export function rowsOf(shares: readonly ShareRow[], plan: Plan): Row[] {
  const sums = new Map<string, { t: string; ids: (string | null)[]; millionths: bigint[] }>();
  for (const share of shares) {
    const ids = JSON.parse(share['label'] ?? '[]') as (string | null)[];
    if (!isShown(ids, plan)) continue;
    const t = share['t'] ?? '';
    const key = JSON.stringify([t, ids]);
    const found = sums.get(key) ?? { t, ids, millionths: plan.metrics.map(() => 0n) };
    found.millionths = found.millionths.map((sum, index) => sum + BigInt(share[`m${index}`] ?? 0));
    sums.set(key, found);
  }
  // A visit on the way to another goal has no share in this one.
  const some = [...sums.values()].filter(({ millionths }) => millionths.some((sum) => sum !== 0n));
  return some.map(({ t, ids, millionths }) => ({
    ids,
    row: {
      role: ROLE.row,
      t,
      ...Object.fromEntries(ids.map((id, index) => [rowColumn(plan, index), id])),
      ...Object.fromEntries(millionths.map((sum, index) => [`m${index}`, Number(sum) / 1e6])),
    },
  }));
}

function isShown(ids: readonly (string | null)[], { opened, includeUndefined, dimensions }: Plan): boolean {
  if (dimensions.length === 0) return false;
  if (opened.some((value, index) => ids[index] !== value)) return false;
  return opened.length > 0 || includeUndefined || ids[0] !== null;
}

/** Ties are broken by the dimensions [M11]. */
export function pageOf(rows: readonly Row[], plan: Plan): Row[] {
  const keys = [
    ...plan.sort.map(({ column, index, descending }) => ({
      name: column === 'metric' ? `m${index}` : rowColumn(plan, index),
      sign: descending ? -1 : 1,
    })),
    ...plan.dimensions.map((_dimension, index) => ({ name: rowColumn(plan, index), sign: 1 })),
  ];
  const ordered = rows.toSorted((a, b) => {
    for (const { name, sign } of keys) {
      const order = compare(a.row[name] ?? null, b.row[name] ?? null, sign);
      if (order !== 0) return order;
    }
    return 0;
  });
  return ordered.slice(plan.offset - 1, plan.offset - 1 + plan.limit);
}

type Value = StoreRow[string];

/** What has no value stands last, whichever way. */
function compare(a: Value, b: Value, sign: number): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -sign : sign;
}
