/** Numbers in classes: `1`, `2-3`, `4-7`, `8+`. */
import { defineDimension, type DimensionScope, type ValueDimension } from '../dimension.ts';
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

/** SQL, or what makes it of a scope. */
type Sql = string | ((scope: DimensionScope) => string);

const said = (sql: Sql, scope: DimensionScope): string => (typeof sql === 'string' ? sql : sql(scope));

/** @param given when a row has the number; unless said, always */
export function interval(id: string, value: Sql, firsts: readonly number[], given?: Sql): ValueDimension {
  const classes = classesOf(firsts);
  return defineDimension({
    id,
    kind: 'text',
    sql(scope) {
      const number = said(value, scope);
      const cases = classes.slice(0, -1).map((name, at) => `${number} < ${firsts[at + 1]}, '${name}'`);
      const none = given === undefined ? [] : [`NOT (${said(given, scope)}), ''`];
      return `multiIf(${[...none, ...cases, `'${classes.at(-1) ?? ''}'`].join(', ')})`;
    },
    label: (name) => ({ id: name, name: name.replace('-', '–') }),
    known: { closed: true, names: named(classes) },
  });
}
