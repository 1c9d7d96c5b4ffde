/** Whether a page reports an event of a vendor that is switched off: it reaches no goal [W62]. */
import { vendorEventOf } from '../../goals/index.ts';
import type { Hit } from '../decode/hit.ts';
import type { CounterConfig } from '../state/counter-config.ts';

export function isSwitchedOff(
  { kind, identifier, isServerEvent }: Pick<Hit, 'kind' | 'identifier' | 'isServerEvent'>,
  { otherChats }: Pick<CounterConfig, 'otherChats'>,
): boolean {
  // Our own chat has the names of Jivo, and is no vendor's.
  if (otherChats === undefined || otherChats.off.length === 0 || kind !== 'event' || isServerEvent)
    return false;
  const vendor = vendorEventOf(identifier)?.vendor;
  return vendor !== undefined && otherChats.off.includes(vendor);
}
