/** Reads the number of a counter as a stranger writes it in an address. */
import { MAX_COUNTER_ID } from '@goalpost/contract/management';

/** @returns null where it is not digits alone, or no counter can have it */
export function counterNumber(text: unknown): number | null {
  const id = typeof text === 'string' && /^\d{1,10}$/.test(text) ? Number(text) : 0;
  return id > 0 && id <= MAX_COUNTER_ID ? id : null;
}
