/** Goals as the records store's rows. */
import {
  ownFieldsOf,
  type Condition,
  type GoalInput,
  type GoalPart,
  type GoalTypeId,
  type OwnFields,
  type PricePlace,
  type Step,
} from '@goalpost/contract/goals';
import type { Insertable, Selectable } from 'kysely';
import type { GoalDefinition } from '../../../goals/index.ts';
import type { GoalsTable } from '../schema.ts';

const NO_FIELDS = '{}';

export function goalFromRow(row: Selectable<GoalsTable>): GoalDefinition {
  return {
    id: row.id,
    counterId: row.counter_id,
    name: row.name,
    type: row.type as GoalTypeId,
    conditions: JSON.parse(row.conditions) as Condition[],
    steps: JSON.parse(row.steps) as Step[],
    ...(row.fields === NO_FIELDS ? {} : fieldsFrom(row.fields)),
    defaultPrice: row.default_price,
    favorite: row.is_favorite === 1,
    retargeting: row.is_retargeting === 1,
    flag: row.flag as GoalDefinition['flag'],
    source: row.source,
    status: row.status,
    autoEntry: row.auto_entry,
  };
}

/** Numbers of the type's own stand beside the parts of a goal of several conditions, and the place of its price. */
function fieldsFrom(text: string): Pick<GoalDefinition, 'fields' | 'any' | 'all' | 'pricePlace'> {
  const { any, all, price_place: place, ...fields } = JSON.parse(text) as OwnFields & Parts;
  return {
    ...(Object.keys(fields).length === 0 ? {} : { fields }),
    ...(any === undefined ? {} : { any }),
    ...(all === undefined ? {} : { all }),
    ...(place ? { pricePlace: place } : {}),
  };
}

interface Parts {
  readonly price_place?: PricePlace | null | undefined;
  readonly any?: readonly GoalPart[] | undefined;
  readonly all?: readonly GoalPart[] | undefined;
}

type InputRow = Omit<
  Insertable<GoalsTable>,
  'id' | 'counter_id' | 'source' | 'status' | 'auto_entry' | 'created_at'
>;

export function goalInputToRow(input: GoalInput): InputRow {
  return {
    name: input.name,
    type: input.type,
    conditions: JSON.stringify(input.conditions),
    steps: JSON.stringify(input.steps ?? []),
    fields: JSON.stringify({ ...ownFieldsOf(input.type, input), ...partsOf(input) }),
    default_price: input.default_price,
    is_favorite: input.is_favorite,
    is_retargeting: input.is_retargeting,
    flag: input.flag,
  };
}

const partsOf = ({ any, all, price_place: place }: GoalInput): Parts => ({
  ...(any === undefined ? {} : { any }),
  ...(all === undefined ? {} : { all }),
  ...(place ? { price_place: place } : {}),
});
