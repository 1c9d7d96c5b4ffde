/** Who of those on the site fits what the operator types. Pure. */
import type { Person } from '@goalpost/contract';

/** Every word must be found somewhere: in page, source, country, browser. */
export function findPeople(
  people: ReadonlyMap<string, Person>,
  text: string,
  counterId: number | null,
  wordsOf: (person: Person) => string = searchable,
): ReadonlyMap<string, Person> {
  const wanted = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0 && counterId === null) return people;
  const found = new Map<string, Person>();
  for (const [key, person] of people) {
    if (counterId !== null && person.counterId !== counterId) continue;
    const words = wanted.length === 0 ? '' : wordsOf(person).toLocaleLowerCase();
    if (wanted.every((word) => words.includes(word))) found.set(key, person);
  }
  return found;
}

export function searchable({ title, url, referrer, source, country, browser, device }: Person): string {
  return [title, url, referrer, source, country, browser, device].join('\n');
}
