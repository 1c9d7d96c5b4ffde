/** Finds all that a counter keeps of one person, from any of their marks [P11]. */
import type { PersonCounts, PersonQuery } from '@goalpost/contract/management';
import type { Person, PersonRecords, PersonVisits } from './port.ts';

export interface Finding {
  readonly records: PersonRecords;
  readonly visits: PersonVisits;
  /** How a masked user id reads [P7]. */
  maskedIds(value: string): readonly string[];
}

const VISITOR = /^[1-9]\d{0,19}$/;

/** @returns null where nothing is kept of such a person */
export async function findPerson(
  deps: Finding,
  counterId: number,
  { by, value }: PersonQuery,
): Promise<{ readonly person: Person; readonly counts: PersonCounts } | null> {
  const identities = await deps.records.findPeople(counterId, by, value);
  const visitors = new Set(identities.map(({ visitor }) => visitor).filter((visitor) => visitor !== '0'));
  if (by === 'visitor' && VISITOR.test(value)) visitors.add(value);
  if (by === 'user_id' || by === 'email' || by === 'phone')
    for (const visitor of await deps.visits.withUserId(counterId, [value, ...deps.maskedIds(value)]))
      visitors.add(visitor);
  const also = await deps.records.ofVisitors(counterId, [...visitors]);
  const people = new Set([...identities, ...also].map(({ personId }) => personId));
  const known = { visitors: [...visitors], people: [...people] };
  const person: Person = { ...known, ...(await deps.records.belongings(counterId, known)) };
  const counts = await countsOf(deps, counterId, person);
  return Object.values(counts).every((count) => count === 0) ? null : { person, counts };
}

async function countsOf(
  { records, visits }: Finding,
  counterId: number,
  person: Person,
): Promise<PersonCounts> {
  const seen = await visits.counts(counterId, person.visitors);
  const chat = await records.counts(counterId, person);
  const isThere = seen.hits > 0 || seen.visits > 0 || chat.people > 0;
  return { visitors: isThere ? person.visitors.length : 0, ...seen, ...chat };
}
