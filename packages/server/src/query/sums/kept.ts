/** What stays of days whose rows go: by which dimensions they are summed [P43]. One line adds a dimension. */
import type { Dimension, DimensionScope, NameArguments, ValueDimension } from '../dimension.ts';
import { createBinder } from '../compile/binder.ts';
import type { Resolved } from '../parse/names.ts';
import { registry } from '../registry.ts';
import { hits } from '../scopes/hits.ts';
import type { SummedKind } from './mark.ts';
import type { Scope } from '../scopes/scope.ts';
import { visits } from '../scopes/visits.ts';

/** The sums of all rows of a day, by no dimension. */
export const WHOLE = 'whole';

interface Summing {
  readonly scope: Scope & { readonly table: string };
  readonly dimensions: readonly string[];
}

export const SUMMED: Readonly<Record<SummedKind, Summing>> = {
  visits: {
    scope: visits,
    dimensions: [
      '<attribution>TrafficSource',
      '<attribution>SourceEngine',
      '<attribution>UTMSource',
      '<attribution>UTMMedium',
      '<attribution>UTMCampaign',
      'startURLPathLevel1',
      'deviceCategory',
      'browser',
      'operatingSystemRoot',
      'regionCountry',
    ],
  },
  hits: { scope: hits, dimensions: ['URLPathLevel1'] },
};

/** One dimension with its arguments, as the sums name it. */
export interface Family {
  readonly name: string;
  /** Over a row; an empty text is no value. */
  readonly sql: string;
}

const ATTRIBUTIONS = ['last', 'lastsign', 'first'] as const;
const PLAIN: NameArguments = { attribution: 'last', group: 'day', goalId: null, currency: null };

export const kindOf = ({ id }: Scope): SummedKind | null => (id === 'visits' || id === 'hits' ? id : null);

/** Null where nothing is summed by it. */
export function familyOf({ definition, args, scope }: Resolved<Dimension>): string | null {
  const kind = kindOf(scope);
  if (kind === null || !SUMMED[kind].dimensions.includes(definition.id)) return null;
  return nameOf(definition.id, args.attribution);
}

const nameOf = (id: string, attribution: string): string => id.replace('<attribution>', attribution);

export function familiesOf(kind: SummedKind): Family[] {
  const { scope, dimensions } = SUMMED[kind];
  return dimensions.flatMap((id) => {
    const attributions = id.includes('<attribution>') ? ATTRIBUTIONS : (['last'] as const);
    return attributions.map((attribution): Family => {
      const args = { ...PLAIN, attribution };
      const name = nameOf(id, attribution);
      const found = registry.dimensions.resolve(`${scope.prefix}${name}`, { ...args, currency: '' });
      if (found === null || typeof found === 'string') throw new Error(`no dimension ${name}`);
      return { name, sql: valueSql(found.definition, args) };
    });
  });
}

/** The value of a dimension as SQL that binds nothing. */
export function valueSql(definition: Dimension, args: NameArguments): string {
  if (!isText(definition)) throw new Error(`${definition.id} is no text`);
  const refuse = (): never => {
    throw new Error(`${definition.id} is made of more than its row`);
  };
  const scope: DimensionScope = {
    args,
    binder: { ...createBinder(), bind: refuse },
    zone: `'UTC'`,
    time: 'at',
    visit: (column) => column,
    goals: refuse,
    questionCurrency: refuse,
    join: refuse,
  };
  return definition.sql(scope);
}

const isText = (definition: Dimension): definition is ValueDimension => definition.kind === 'text';
