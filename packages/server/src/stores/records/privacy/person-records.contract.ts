/** What every store of a person's rows does, however many ids the person has. */
import type { Kysely } from 'kysely';
import { expect, it } from 'vitest';
import type { CounterStore } from '../../../counters/index.ts';
import type { Person, PersonRecords } from '../../../privacy/index.ts';
import { SETTINGS } from '../counters/counter-store.contract.ts';
import type { RecordsSchema } from '../schema.ts';

const MANY = Array.from({ length: 1_200 }, (_, index) => String(1_000 + index));

/** As the server makes it of an address and an agent, which several people may share [W13]. */
const OF_ONE_DAY = String(2n ** 63n + 5n);

interface Made {
  readonly db: Kysely<RecordsSchema>;
  readonly people: PersonRecords;
  readonly counters: CounterStore;
  close(): Promise<void>;
}

const identity = (counterId: number, number: number, id: string, visitor: string) => ({
  id,
  counter_id: counterId,
  visitor,
  number,
  secret_hash: `hash of ${id}`,
  contact: '{}',
  custom: '[]',
  user_token: '',
  blocked: 0,
  invitation: null,
  created_at: 1,
});

const delivery = (counterId: number, id: string, ...named: readonly string[]) => ({
  id,
  counter_id: counterId,
  url: 'https://crm.example/',
  event: 'chat_finished',
  payload: JSON.stringify({ named }),
  status: 'done',
  attempts: 1,
  next_at: 0,
  last_answer: '',
  created_at: 1,
});

export function registerPersonContract(make: () => Promise<Made>): void {
  it('[P11] finds, reads out and deletes all of a person of many ids, and nothing of others', async () => {
    const { db, people, counters, close } = await make();
    const made = await counters.create('ann', null, SETTINGS, 1);
    if (made === 'taken') throw new Error('taken');
    const { id } = made;
    const last = MANY.at(-1) ?? '';
    await db
      .insertInto('chat_people')
      .values([
        identity(id, 1, 'first', MANY[0] ?? ''),
        identity(id, 2, 'last', last),
        identity(id, 3, 'other', '7'),
      ])
      .execute();
    await db
      .insertInto('chat_deliveries')
      .values([delivery(id, 'a', MANY[0] ?? '', last), delivery(id, 'b', last), delivery(id, 'c', '7')])
      .execute();
    const found = await people.ofVisitors(id, MANY);
    expect(found.map(({ personId }) => personId).toSorted()).toEqual(['first', 'last']);

    const person: Person = {
      names: [],
      visitors: MANY,
      people: found.map(({ personId }) => personId),
      ...(await people.belongings(id, { visitors: MANY, people: [] })),
    };
    expect(await people.counts(id, person)).toMatchObject({ people: 2, deliveries: 2 });
    const rows = await people.rows(id, person);
    expect(rows['people']?.map((row) => row['secret_hash'])).toEqual(['', '']);

    await people.remove(id, person);
    await people.remove(id, person);
    expect(await db.selectFrom('chat_people').select('id').execute()).toEqual([{ id: 'other' }]);
    expect(await db.selectFrom('chat_deliveries').select('id').execute()).toEqual([{ id: 'c' }]);
    await close();
  });

  it('[P40] takes nobody for the person who had the same number of one day', async () => {
    const { db, people, counters, close } = await make();
    const made = await counters.create('ann', null, SETTINGS, 1);
    if (made === 'taken') throw new Error('taken');
    const { id } = made;
    await db
      .insertInto('chat_people')
      .values([identity(id, 1, 'ann', OF_ONE_DAY), identity(id, 2, 'bob', OF_ONE_DAY)])
      .execute();
    await db
      .insertInto('chat_deliveries')
      .values([delivery(id, 'a', 'ann', OF_ONE_DAY), delivery(id, 'b', 'bob', OF_ONE_DAY)])
      .execute();
    expect(await people.ofVisitors(id, [OF_ONE_DAY])).toEqual([]);
    expect(await people.findPeople(id, 'visitor', OF_ONE_DAY)).toEqual([]);
    const ann: Person = { names: [], visitors: [OF_ONE_DAY], people: ['ann'], conversations: [], files: [] };
    expect((await people.rows(id, ann))['deliveries']?.map((row) => row['id'])).toEqual(['a']);
    await people.remove(id, ann);
    expect(await db.selectFrom('chat_people').select('id').execute()).toEqual([{ id: 'bob' }]);
    expect(await db.selectFrom('chat_deliveries').select('id').execute()).toEqual([{ id: 'b' }]);
    await close();
  });
}
