/** Gathers all browsers and identities that belong to one person, from one mark of theirs on [P33]. */
import type { PersonQuery } from '@goalpost/contract/management';
import { isOfOneDay } from '../collect/index.ts';
import type { ChatIdentity, PersonRecords, PersonVisits, ToldId } from './port.ts';

export interface Gathering {
  readonly records: Pick<PersonRecords, 'findPeople' | 'ofVisitors' | 'saidBy'>;
  readonly visits: Pick<PersonVisits, 'withUserId' | 'userIds'>;
  /** How a masked user id reads [P7]. */
  maskedIds(value: string): readonly string[];
}

export interface Gathered {
  readonly visitors: readonly string[];
  readonly people: readonly string[];
  /** User ids, e-mail addresses and phones. */
  readonly names: readonly string[];
}

const VISITOR = /^[1-9]\d{0,19}$/;
/** What more have in common is no mark of a person: `guest`, or the address of the shop itself. */
const MOST_SHARING = 50;

export async function gather(deps: Gathering, counterId: number, asked: PersonQuery): Promise<Gathered> {
  const { records, visits } = deps;
  const visitors = new Set<string>();
  const people = new Set<string>();
  const names = new Set<string>();
  const seen = new Set([keyOf(asked)]);
  if (asked.by === 'visitor' && VISITOR.test(asked.value)) visitors.add(asked.value);

  const take = (identities: readonly ChatIdentity[]): void => {
    for (const { personId, visitor } of identities) {
      people.add(personId);
      // Other visitors may have the same number of one day: it leads from the chat to no hits [P40].
      if (visitor !== '0' && !isOfOneDay(visitor)) visitors.add(visitor);
    }
  };
  async function follow(mark: PersonQuery): Promise<void> {
    const identities = await records.findPeople(counterId, mark.by, mark.value);
    const told = isName(mark)
      ? await visits.withUserId(counterId, [mark.value, ...deps.maskedIds(mark.value)])
      : [];
    if (mark !== asked && Math.max(identities.length, told.length) > MOST_SHARING) return;
    if (isName(mark)) names.add(mark.value);
    take(identities);
    for (const visitor of told) visitors.add(visitor);
  }

  for (let fresh: readonly PersonQuery[] = [asked]; fresh.length > 0;) {
    for (const mark of fresh) await follow(mark);
    take(await records.ofVisitors(counterId, [...visitors]));
    const said = await records.saidBy(counterId, [...people]);
    fresh = [...said, ...ownIds(await visits.userIds(counterId, [...visitors]))].filter((mark) => {
      const isNew = !seen.has(keyOf(mark));
      seen.add(keyOf(mark));
      return isNew;
    });
  }
  return { visitors: [...visitors], people: [...people], names: [...names] };
}

const keyOf = ({ by, value }: PersonQuery): string => `${by} ${value.trim().toLowerCase()}`;

const isName = ({ by }: PersonQuery): boolean => by === 'user_id' || by === 'email' || by === 'phone';

/** A browser in which several people have signed in leads to none of them. */
function* ownIds(told: readonly ToldId[]): Generator<PersonQuery> {
  for (const { ids } of told) {
    const [only, ...more] = ids;
    if (only !== undefined && more.length === 0) yield { by: 'user_id', value: only };
  }
}
