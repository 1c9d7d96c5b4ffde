/** Visitor numbers: decimal UInt64, as the store keeps them. */

const MAX = '18446744073709551615';

/** Without leading zeros; an empty string if it is no positive UInt64. */
export function readVisitor(text: string): string {
  if (!/^\d{1,40}$/.test(text)) return '';
  let from = 0;
  while (text.charCodeAt(from) === 48) from++;
  const number = from === 0 ? text : text.slice(from);
  if (number.length > MAX.length || (number.length === MAX.length && number > MAX)) return '';
  return number;
}

/** Longest time, in seconds, from the making of a first-party id to the first hit that carries it. */
const NEWBORN_SECONDS = 600;

/**
 * Whether the id was made just now, so that its visitor cannot have a past: `_ym_uid` begins with the second
 * of its making.
 * @param arrivedAt milliseconds since the epoch
 */
export function isNewborn(visitor: string, arrivedAt: number): boolean {
  if (visitor.length < 17) return false;
  const age = Math.floor(arrivedAt / 1000) - Number(visitor.slice(0, 10));
  return age >= 0 && age <= NEWBORN_SECONDS;
}
