/** What is erased of a person who goes on writing while that is asked for. */
import { expect, it } from 'vitest';
import { createErasing, type ErasingDeps } from './erasing.ts';
import type { Person, StoredErasure } from './port.ts';

it('[P12] takes out also what they wrote between being found and being erased', async () => {
  const found: Person = {
    visitors: ['7'],
    people: ['zelda'],
    conversations: ['first'],
    files: ['a'],
    names: [],
  };
  let waiting: readonly Pick<StoredErasure, 'id' | 'counterId' | 'person'>[] = [
    { id: 'one', counterId: 1, person: found },
  ];
  const files: string[] = [];
  const removed: Person[] = [];
  const reported: string[] = [];
  const told: string[] = [];
  const erasing = createErasing({
    erasures: {
      due: async () => waiting,
      claim: async (ids: string[]) => waiting.filter(({ id }) => ids.includes(id)).map(({ id }) => id),
      finish: async () => void (waiting = []),
    },
    records: {
      belongings: async (_counter: number, { people, visitors }: Person) => ({
        conversations: people.includes('zelda') ? ['first', 'second'] : [],
        files: visitors.length === 0 ? ['a', 'late'] : [],
      }),
      remove: async (_counter: number, person: Person) => void removed.push(person),
    },
    mentions: { remove: async () => {}, left: async () => [] },
    visits: {
      removeConversations: async (_counter: number, ids: string[]) => void reported.push(...ids),
      remove: async () => {},
    },
    scrubbing: { owe: async () => {}, resume: async () => {} },
    told: (_counter: number, { people }: Person) => void told.push(...people),
    removeFile: async (id: string) => void files.push(id),
    forget: async () => ({ segment: 1 }),
    clock: { now: () => 1_000 },
    log: { warn: (facts: unknown) => reported.push(JSON.stringify(facts)) },
    node: 'a',
  } as unknown as ErasingDeps);
  await erasing.resume();
  expect(told).toEqual(['zelda']);
  expect(files).toEqual(['a', 'late']);
  expect(reported).toEqual(['first', 'second']);
  expect(removed).toEqual([{ ...found, conversations: ['first', 'second'], files: ['a', 'late'] }]);
});
