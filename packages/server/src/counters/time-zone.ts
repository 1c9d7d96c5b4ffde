/** Time zones by their IANA names, in the spelling that the analytics store knows. */

/** The spelling of places: an alias such as `Europe/Kyiv` is kept only if it is written so. */
const PLACE = /^[A-Z][a-z]+(\/[A-Z][a-z]+([_-][A-Za-z][a-z]*)*)+$/;

/** @returns the name as it is to be kept; null if there is no such zone */
export function timeZoneName(given: string): string | null {
  // Offsets such as `+03:00` are no names, and old ones of System V are known to ICU alone.
  if (!/^(?!SystemV\/)[A-Za-z]/i.test(given)) return null;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: given }).resolvedOptions();
    const isAlias = timeZone.toLowerCase() !== given.toLowerCase();
    return isAlias && PLACE.test(given) ? given : timeZone;
  } catch {
    return null;
  }
}

/** Minutes east of UTC at a moment. @param at milliseconds since the epoch */
export function timeZoneOffset(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const text = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const found = /([+-])(\d{2}):(\d{2})/.exec(text);
  if (found === null) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return found[1] === '-' ? -minutes : minutes;
}
