/** Joins values that were read apart from each other: all of them, or everything that is wrong with them. */
import { isProblem, problems, type Problem } from '../../kit/problem.ts';

export type Settled<T> = { readonly [K in keyof T]: Exclude<T[K], Problem> };

export function settle<T extends Readonly<Record<string, unknown>>>(fields: T): Settled<T> | Problem {
  const [first, ...rest] = Object.values(fields).filter(isProblem);
  if (first === undefined) return fields as Settled<T>;
  return problems([first.items[0], ...first.items.slice(1), ...rest.flatMap((one) => one.items)]);
}

/** The same for a list. */
export function settleList<T>(items: readonly (T | Problem)[]): T[] | Problem {
  const settled = settle(Object.fromEntries(items.map((item, index) => [String(index), item])));
  return isProblem(settled) ? settled : (items as T[]);
}
