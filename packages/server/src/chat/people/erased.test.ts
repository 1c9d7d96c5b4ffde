/** An erasure on one node reaches the lists of all nodes, each of which knows its own tabs. */
import { expect, it } from 'vitest';
import { createLocalBus } from '../../kit/nodes/bus.ts';
import { createErased, type ErasedSignal } from './erased.ts';

it('[P51] is heard by every node, of its counter', () => {
  const bus = createLocalBus((error) => {
    throw error;
  });
  const seen: string[] = [];
  const node = (name: string) =>
    createErased({
      signals: bus.channel<ErasedSignal>('erased'),
      hub: { toOperators: (counterId, event) => void seen.push(`${name}: ${counterId} ${event.type}`) },
      presence: { forgetSaid: (counterId, people) => void seen.push(`${name}: ${counterId} ${[...people]}`) },
    });
  const [here] = [node('a'), node('b')];
  here(7, { people: ['zelda'], conversations: ['one'] });
  expect(seen).toEqual(['a: 7 gone', 'a: 7 zelda', 'b: 7 zelda']);
  here(7, { people: [], conversations: [] });
  expect(seen.length).toBe(3);
});
