/** Fields of other types that a goal is given: they would mean nothing there, so they are refused [G80]. */
import { descriptorOf, OWN_FIELDS, type AnyTypeName } from './types/index.ts';

type Conditions = readonly { readonly path?: string | undefined }[];

/** A goal, a step or a condition of a goal of several, as it is sent. */
interface Given {
  readonly type: AnyTypeName;
  readonly conditions?: Conditions;
  readonly price_place?: object | null | undefined;
}

/** Paths of what its type does not have. Empty lists and 0 say nothing, and are no fault. */
export function foreignFields(goal: Given): string[] {
  const { fields, facts } = descriptorOf(goal.type);
  const has = (kind: string): boolean => fields.some((field) => field.kind === kind);
  const conditions = fields.find((field) => field.kind === 'conditions');
  const { conditions: given, steps, any, all } = lists(goal);
  const foreign: string[] = [];
  if (conditions === undefined && given.length > 0) foreign.push('conditions');
  if (conditions !== undefined && !conditions.hasPath) foreign.push(...pathsIn(given));
  if (has('steps')) foreign.push(...inside('steps', steps));
  else if (steps.length > 0) foreign.push('steps');
  for (const [name, parts] of [['any', any] as const, ['all', all] as const]) {
    if (has('parts')) foreign.push(...inside(name, parts));
    else if (parts.length > 0) foreign.push(name);
  }
  const own = new Set(fields.map(({ name }) => name));
  const others = new Set(OWN_FIELDS.map(({ name }) => name).filter((name) => !own.has(name)));
  for (const [name, value] of Object.entries(goal))
    if (others.has(name as (typeof OWN_FIELDS)[number]['name']) && value) foreign.push(name);
  // No hit reaches goals of uploads, which bring their prices [G81].
  if (facts.length === 0 && goal.price_place) foreign.push('price_place');
  return foreign;
}

const pathsIn = (conditions: Conditions): string[] =>
  conditions.flatMap(({ path }, at) => (path ? [`conditions.${at}.path`] : []));

const inside = (list: string, parts: readonly Given[]): string[] =>
  parts.flatMap((part, at) => foreignFields(part).map((path) => `${list}.${at}.${path}`));

interface Lists {
  readonly conditions: Conditions;
  readonly steps: readonly Given[];
  readonly any: readonly Given[];
  readonly all: readonly Given[];
}

const lists = ({ conditions = [], ...rest }: Given & Partial<Lists>): Lists => ({
  conditions,
  steps: rest.steps ?? [],
  any: rest.any ?? [],
  all: rest.all ?? [],
});
