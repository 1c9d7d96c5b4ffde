/** Turns a failed request into words, and into messages beside the fields at fault. */
import { ApiFailure } from './http.ts';

export type FailureKind = 'offline' | 'denied' | 'busy' | 'other';

export function failureKind(error: unknown): FailureKind {
  if (!(error instanceof ApiFailure)) return 'other';
  if (error.status === 0) return 'offline';
  if (error.status === 403 || error.status === 404) return 'denied';
  return error.status === 503 || error.status === 504 ? 'busy' : 'other';
}

/** What was asked for by its number does not exist, or is not theirs: asking again is of no use. */
export function namesNothing(error: unknown): boolean {
  return error instanceof ApiFailure && [400, 403, 404].includes(error.status);
}

/** Whether asking again may help. */
export function worthRetry(count: number, error: unknown): boolean {
  if (error instanceof ApiFailure && error.status >= 400 && error.status < 500) return false;
  return count < 2;
}

/**
 * @param prefix what the server puts before the field's own path, e.g. `goal`
 * @returns field path → message; the key '' holds what belongs to no field
 */
export function fieldMessages(error: unknown, prefix: string): Record<string, string> {
  if (!(error instanceof ApiFailure)) return { '': String(error) };
  const items = error.items.length > 0 ? error.items : [{ message: error.message }];
  return Object.fromEntries(
    items.map(({ location = '', message = '' }) => [
      location.replace(new RegExp(`^${prefix}(\\.|$)`), ''),
      withoutPlace(message, location),
    ]),
  );
}

/** Where a message stands beside its field, the path by which programs name the field says nothing to people. */
function withoutPlace(message: string, location: string): string {
  const at = message.indexOf(location);
  if (location === '' || at === -1 || !/^[^"«]*["«]$/.test(message.slice(0, at))) return message;
  const [, words = ''] = /^["»][:.] *(\S.*)$/s.exec(message.slice(at + location.length)) ?? [];
  return words === '' ? message : words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
