/** Numbers in classes: `1`, `2-3`, `4-7`, `8+`. */
import { defineDimension, type ValueDimension } from '../dimension.ts';
import { named } from '../known-values.ts';

/** What a class is called, from its first number and the next class's. */
function classOf(first: number, next: number | undefined): string {
  if (next === undefined) return `${first}+`;
  return next === first + 1 ? String(first) : `${first}-${next - 1}`;
}

/** @param firsts the first number of each class, in order; smaller ones are in the first class */
export function classesOf(firsts: readonly number[]): readonly string[] {
  return firsts.map((first, at) => classOf(first, firsts[at + 1]));
}

/** @param given when a row has the number, as SQL; unless said, always */
export function interval(
  id: string,
  value: string,
  firsts: readonly number[],
  given?: string,
): ValueDimension {
  const classes = classesOf(firsts);
  const cases = classes.slice(0, -1).map((name, at) => `${value} < ${firsts[at + 1]}, '${name}'`);
  const last = classes.at(-1) ?? '';
  const sql = `multiIf(${[...(given === undefined ? [] : [`NOT (${given}), ''`]), ...cases, `'${last}'`].join(', ')})`;
  return defineDimension({
    id,
    kind: 'text',
    sql: () => sql,
    label: (name) => ({ id: name, name: name.replace('-', '–') }),
    known: { closed: true, names: named(classes) },
  });
}
