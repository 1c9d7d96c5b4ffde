/** Which dimension a name of the API means, and how the API spells it. Pure. */
import { FILTER_FIELDS, type FilterField } from '@goalpost/contract/reports/filters';
import { DIMENSIONS, type DimensionId } from '@goalpost/contract/reports/names';
import { shortName } from '../dimensions.ts';

const NAME = /^((?:ym|gp):[a-z]+:)(.*)$/;
const MODEL = /^(?:<attribution>|(?:cross_device_)?(?:lastsign|last_sign|last|first|automatic))(?=[A-Z])/i;

const plain = (local: string): string => local.charAt(0).toLowerCase() + local.slice(1);

export interface NamedDimension {
  readonly id: DimensionId;
  /** Only for what the editor offers. */
  readonly field: FilterField | undefined;
  /** Of `goal<id>IsReached`. */
  readonly goalId?: string | undefined;
}

export const nameOf = ({ id, prefix }: Pick<FilterField, 'id' | 'prefix'>): string => prefix + shortName(id);

/** @returns null where no dimension is so called */
export function dimensionOf(name: string): NamedDimension | null {
  const [, prefix = '', local = ''] = NAME.exec(name) ?? [];
  const goal = /^goal(\d+)IsReached$/.exec(local)?.[1];
  if (goal !== undefined) return { id: 'goal<goal_id>IsReached', field: undefined, goalId: goal };
  const wanted = plain(local.replace(MODEL, ''));
  const bare = plain(local);
  const id = DIMENSIONS.find((known) => {
    const short = plain(shortName(known));
    return known === local || (known.startsWith('<attribution>') ? short === wanted : short === bare);
  });
  if (id === undefined) return null;
  return { id, field: FILTER_FIELDS.find((field) => field.id === id && field.prefix === prefix) };
}
