/** Ids of rows as callers say them, in the spelling of the columns [M36]. */
import { addressValue } from '../addresses.ts';
import type { Plan } from './plan.ts';

export function spelledKey(
  { dimensions }: Pick<Plan, 'dimensions'>,
  ids: readonly (string | null)[],
): (string | null)[] {
  return ids.map((id, index) => {
    const address = dimensions[index]?.definition.address;
    return id === null || address === undefined ? id : addressValue(address.kind, id);
  });
}
