/** Whether a person of the chat has said an address, a number or an id of theirs. Pure. */
import type { PersonKey, PersonQuery } from '@goalpost/contract/management';

export interface Said {
  /** JSON of `Contact`. */
  readonly contact: string;
  readonly custom: string;
  readonly user_token: string;
  readonly attributes: string;
}

/** A number is the same with and without its country's code. */
const COMPARED_DIGITS = 10;
const LEAST_DIGITS = 7;

export function isSaidBy(said: Said, by: PersonKey, value: string): boolean {
  const wanted = value.trim().toLowerCase();
  switch (by) {
    case 'user_id':
      return said.user_token === value.trim();
    case 'email':
      return textsIn(said).some((text) => text.trim().toLowerCase() === wanted);
    case 'phone': {
      const digits = digitsOf(wanted);
      return digits.length >= LEAST_DIGITS && textsIn(said).some((text) => digitsOf(text) === digits);
    }
    default:
      return false;
  }
}

/** What they gave as contact, and the site's own id of them. */
export function namesIn({ contact, user_token: token }: Pick<Said, 'contact' | 'user_token'>): PersonQuery[] {
  const { email, phone } = (parsed(contact) ?? {}) as { email?: unknown; phone?: unknown };
  const named = (by: PersonKey, value: unknown): PersonQuery[] =>
    typeof value === 'string' && value.trim() !== '' ? [{ by, value: value.trim() }] : [];
  return [...named('email', email), ...named('phone', phone), ...named('user_id', token)];
}

/** Of a phone; empty where the text is none. */
function digitsOf(text: string): string {
  if (!/^[\d\s()+.-]{7,32}$/.test(text.trim())) return '';
  return text.replaceAll(/\D/g, '').slice(-COMPARED_DIGITS);
}

function textsIn({ contact, custom, attributes, user_token: token }: Said): string[] {
  return [...leaves(parsed(contact)), ...leaves(parsed(custom)), ...leaves(parsed(attributes)), token];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}

function* leaves(value: unknown): Generator<string> {
  if (typeof value === 'string' || typeof value === 'number') yield String(value);
  else if (typeof value === 'object' && value !== null)
    for (const each of Object.values(value)) yield* leaves(each);
}
