/** Finds all that a counter keeps of one person, from any of their marks [P11]. */
import type { PersonCounts, PersonQuery } from '@goalpost/contract/management';
import { gather, type Gathering } from './gather.ts';
import type { Person, PersonRecords, PersonVisits } from './port.ts';

export interface Finding extends Gathering {
  readonly records: PersonRecords;
  readonly visits: PersonVisits;
}

/** @returns null where nothing is kept of such a person */
export async function findPerson(
  deps: Finding,
  counterId: number,
  query: PersonQuery,
): Promise<{ readonly person: Person; readonly counts: PersonCounts } | null> {
  const known = await gather(deps, counterId, query);
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
