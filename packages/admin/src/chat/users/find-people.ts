/** Who of those on the site fits what the operator looks for. Pure. */
import type { Person } from '@goalpost/contract/chat';

/** By what has been said to them so far. */
export const TALKS = ['any', 'none', 'invited', 'chatting'] as const;
export type Talk = (typeof TALKS)[number];

function talkOf({ conversationId, invited }: Pick<Person, 'conversationId' | 'invited'>): Talk {
  if (conversationId !== null) return 'chatting';
  return invited ? 'invited' : 'none';
}

export interface Wanted {
  /** Every word must be found somewhere: in page, source, country, browser. */
  readonly text: string;
  /** Null: every counter. */
  readonly counterId: number | null;
  readonly talk: Talk;
}

export function findPeople(
  people: ReadonlyMap<string, Person>,
  { text, counterId, talk }: Wanted,
  wordsOf: (person: Person) => string = searchable,
): ReadonlyMap<string, Person> {
  const wanted = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0 && counterId === null && talk === 'any') return people;
  const found = new Map<string, Person>();
  for (const [key, person] of people) {
    if (counterId !== null && person.counterId !== counterId) continue;
    if (talk !== 'any' && talkOf(person) !== talk) continue;
    const words = wanted.length === 0 ? '' : wordsOf(person).toLocaleLowerCase();
    if (wanted.every((word) => words.includes(word))) found.set(key, person);
  }
  return found;
}

export function searchable({ title, url, referrer, source, country, browser, device }: Person): string {
  return [title, url, referrer, source, country, browser, device].join('\n');
}
