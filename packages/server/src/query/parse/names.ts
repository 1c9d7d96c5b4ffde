/**
 * Finds the metric or dimension that a name means. A name may hold parameters, either inline
 * (`ym:s:goal123reaches`) or in angle brackets, filled from the request (`ym:s:goal<goal_id>reaches`).
 */
import type { NameArguments } from '../dimension.ts';
import type { Scope, ScopeId } from '../scopes/scope.ts';
import { prefixOf, scopeOf } from '../scopes/scopes.ts';
import { ATTRIBUTIONS, readAttribution } from './attribution.ts';
import { GROUPS, readGroup, type Group } from './group.ts';

/** What parameters in angle brackets stand for where the name does not say it inline. */
export interface NameDefaults {
  readonly attribution: NameArguments['attribution'];
  readonly group: Group;
  readonly goalId: number | null;
  readonly currency: string;
}

export interface Resolved<T> {
  readonly definition: T;
  readonly scope: Scope;
  readonly args: NameArguments;
  /** Full name with its parameters filled in; two names of the same thing get one. */
  readonly name: string;
}

/** What names can mean. */
export interface Named {
  readonly id: string;
  readonly scopes?: readonly ScopeId[];
  readonly ours?: true;
}

/** Finds definitions by name; built once for each list. */
export interface NameIndex<T> {
  /** @returns null if there is none; text says why a name that is known cannot be used */
  resolve(name: string, defaults: NameDefaults): Resolved<T> | string | null;
}

const words = (list: readonly string[]): string => list.toSorted((a, b) => b.length - a.length).join('|');

const PARAMETERS: Readonly<Record<string, string>> = {
  goal_id: String.raw`(?<goal><goal_id>|\d{1,15})`,
  currency: '(?<currency><currency>|[A-Z]{3})',
  group: `(?<group><group>|${words(GROUPS)})`,
};

/** `<attribution>TrafficSource` may also be said without one, `trafficSource`. */
function patternOf(id: string, twin: string): RegExp {
  const rest = id.replace('<attribution>', '');
  const body =
    rest.replace(/<(goal_id|currency|group)>/g, (_all, key: string) => PARAMETERS[key] ?? '') + twin;
  if (rest === id) return new RegExp(`^${body}$`);
  const models = words(Object.keys(ATTRIBUTIONS)).replace(
    /[a-z]/g,
    (letter) => `[${letter}${letter.toUpperCase()}]`,
  );
  const first = `[${rest.charAt(0).toUpperCase()}${rest.charAt(0).toLowerCase()}]`;
  return new RegExp(`^(?:(?<attribution><attribution>|${models})${body}|${first}${body.slice(1)})$`);
}

const VISITS: readonly ScopeId[] = ['visits'];

/** @param hasTwin whether `…Name` is another name of it, as in the field where values have ids and names */
export function createNameIndex<T extends Named>(
  definitions: readonly T[],
  hasTwin: (definition: T) => boolean = () => false,
): NameIndex<T> {
  const entries = definitions.map((definition) => ({
    definition,
    scopes: definition.scopes ?? VISITS,
    pattern: patternOf(definition.id, hasTwin(definition) ? '(?:Name)?' : ''),
  }));
  return {
    resolve(name, defaults) {
      const scope = scopeOf(name);
      if (scope === null) return null;
      const { local, isOurs } = prefixOf(scope, name);
      for (const { definition, scopes, pattern } of entries) {
        const isNamed = scopes.includes(scope.id) && (definition.ours ?? false) === isOurs;
        const found = isNamed ? pattern.exec(local) : null;
        if (found !== null) return fill(definition, scope, found.groups ?? {}, defaults);
      }
      return null;
    },
  };
}

type Found = Readonly<Record<string, string | undefined>>;

const inline = (text: string | undefined): string | null =>
  text === undefined || text.startsWith('<') ? null : text;

function fill<T extends Named>(
  definition: T,
  scope: Scope,
  found: Found,
  defaults: NameDefaults,
): Resolved<T> | string {
  const { id } = definition;
  const goal = inline(found['goal']);
  const goalId = goal === null ? defaults.goalId : Number(goal);
  if (id.includes('<goal_id>') && goalId === null) return 'it needs the parameter goal_id';
  const args: NameArguments = {
    attribution: readAttribution(inline(found['attribution']) ?? '') ?? defaults.attribution,
    group: namedGroup(inline(found['group'])) ?? defaults.group,
    goalId: id.includes('<goal_id>') ? goalId : null,
    currency: id.includes('<currency>') ? (inline(found['currency']) ?? defaults.currency) : null,
  };
  const local = id
    .replace('<attribution>', args.attribution)
    .replace('<group>', args.group)
    .replace('<goal_id>', String(args.goalId))
    .replace('<currency>', args.currency ?? '');
  const prefix = definition.ours === true ? (scope.ours ?? '') : scope.prefix;
  return { definition, scope, args, name: prefix + local };
}

function namedGroup(text: string | null): Group | null {
  const group = text === null ? null : readGroup(text);
  return group === 'auto' ? null : group;
}
