/** Whichever mark is asked by, the same person is gathered, and no other one. */
import type { PersonQuery } from '@goalpost/contract/management';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gather, type Gathering } from './gather.ts';

interface Identity {
  readonly personId: string;
  readonly visitor: string;
  readonly says: readonly PersonQuery[];
}
interface Kept {
  readonly identities: readonly Identity[];
  /** User ids by browser. */
  readonly told: ReadonlyMap<string, readonly string[]>;
}

function over({ identities, told }: Kept): Gathering {
  return {
    maskedIds: () => [],
    records: {
      findPeople: async (_counter, by, value) =>
        identities.filter((one) =>
          by === 'visitor'
            ? one.visitor === value
            : one.says.some((said) => said.by === by && said.value === value),
        ),
      ofVisitors: async (_counter, visitors) =>
        identities.filter(({ visitor }) => visitors.includes(visitor)),
      saidBy: async (_counter, people) =>
        identities.filter(({ personId }) => people.includes(personId)).flatMap(({ says }) => says),
    },
    visits: {
      withUserId: async (_counter, ids) =>
        [...told].filter(([, own]) => own.some((id) => ids.includes(id))).map(([visitor]) => visitor),
      userIds: async (_counter, visitors) =>
        visitors.map((visitor) => ({ visitor, ids: told.get(visitor) ?? [] })),
    },
  };
}

/** A person with browsers, each of which bears an own user id, an identity in the chat, or both; joined in a row. */
const somebody = (name: string, shapes: readonly boolean[][]): Kept => {
  const number = (at: number) => `${name === 'ann' ? 1 : 2}${1_000 + at}`;
  const told = new Map<string, readonly string[]>();
  const identities = shapes.map(([byId = false], at): Identity => {
    told.set(number(at), byId || at === 0 ? [`${name}-id`] : []);
    return {
      personId: `${name}-${at}`,
      visitor: number(at),
      says: [
        { by: 'email', value: `${name}-${at}@shop.example` },
        // Who has no id of their own is tied by the address that the browser before has given.
        { by: 'phone', value: byId || at === 0 ? `${name}-phone-${at}` : `${name}-phone-0` },
      ],
    };
  });
  return { told, identities };
};

it('[P33] by any mark the whole person, and of nobody else anything', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.boolean(), { minLength: 1, maxLength: 1 }), { minLength: 1, maxLength: 5 }),
      fc.nat(),
      async (shapes, chosen) => {
        const [ann, bob] = [somebody('ann', shapes), somebody('bob', shapes)];
        const deps = over({
          identities: [...ann.identities, ...bob.identities],
          told: new Map([...ann.told, ...bob.told]),
        });
        const marks: PersonQuery[] = [
          { by: 'user_id', value: 'ann-id' },
          ...ann.identities.flatMap(({ visitor, says }) => [
            { by: 'visitor', value: visitor } as const,
            ...says,
          ]),
        ];
        const found = await gather(deps, 1, marks[chosen % marks.length] as PersonQuery);
        expect(found.visitors.toSorted()).toEqual([...ann.told.keys()].toSorted());
        expect(found.people.toSorted()).toEqual(ann.identities.map(({ personId }) => personId).toSorted());
        expect(found.names.filter((name) => !name.startsWith('ann'))).toEqual([]);
        expect(found.names).toContain('ann-id');
      },
    ),
    { numRuns: 60 },
  ));

it('[P33] a browser of several people leads to none of them, and an id that many have to nobody', async () => {
  const told = new Map<string, readonly string[]>([
    ['1', ['ann', 'bob']],
    ['2', ['ann']],
    ['3', ['bob']],
    ...Array.from({ length: 60 }, (_, at) => [String(100 + at), ['guest']] as const),
  ]);
  const deps = over({ identities: [], told });
  const visitorsOf = async (query: PersonQuery) => (await gather(deps, 1, query)).visitors.toSorted();
  expect(await visitorsOf({ by: 'visitor', value: '1' })).toEqual(['1']);
  expect(await visitorsOf({ by: 'visitor', value: '2' })).toEqual(['1', '2']);
  expect(await visitorsOf({ by: 'visitor', value: '100' })).toEqual(['100']);
  expect((await visitorsOf({ by: 'user_id', value: 'guest' })).length).toBe(60);
});

it('[P40] a number of one day, which others may have, leads from the chat to nobody', async () => {
  const shared = String(2n ** 63n + 5n);
  const says = (who: string): PersonQuery[] => [{ by: 'email', value: `${who}@shop.example` }];
  const deps = over({
    identities: ['ann', 'bob'].map((who) => ({ personId: who, visitor: shared, says: says(who) })),
    told: new Map([[shared, []]]),
  });
  const found = await gather(deps, 1, { by: 'email', value: 'ann@shop.example' });
  expect(found).toEqual({ visitors: [], people: ['ann'], names: ['ann@shop.example'] });
});
