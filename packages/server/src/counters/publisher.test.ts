import { expect, it } from 'vitest';
import type { CounterConfig } from '../collect/index.ts';
import { createLocalBus } from '../kit/nodes/bus.ts';
import { createPublisher } from './publisher.ts';

/** Two nodes over one records store and one bus. */
function nodes() {
  const stored = new Map<number, number>();
  const errors: unknown[] = [];
  const bus = createLocalBus((error) => errors.push(error));
  const seen: string[] = [];
  const node = (name: string) => {
    const held = new Map<number, CounterConfig>();
    const directory = {
      get: (counterId: number) => held.get(counterId),
      async reload(counterId: number) {
        const revision = stored.get(counterId);
        if (revision === undefined) return undefined;
        const config = { counterId, revision } as CounterConfig;
        held.set(counterId, config);
        return config;
      },
    };
    const log = {
      warn: (fields: object, message: string) => void seen.push(`${message} ${JSON.stringify(fields)}`),
    };
    const publisher = createPublisher(directory, bus.channel('counters'), log);
    publisher.connect({
      publish: async ({ counterId, revision }) => void seen.push(`${name} journals ${counterId}:${revision}`),
    });
    publisher.listen(async (counterId) => void seen.push(`${name} tells ${counterId}`));
    return { publisher, held };
  };
  return { stored, seen, errors, a: node('a'), b: node('b') };
}

it('[G17] journals a change before it is answered, and has other nodes take it up once', async () => {
  const { stored, seen, errors, a, b } = nodes();
  stored.set(7, 3);
  await a.publisher.publish(7);
  expect(seen.slice(0, 2)).toEqual(['a journals 7:3', 'a tells 7']);
  await expect.poll(() => seen).toEqual(['a journals 7:3', 'a tells 7', 'b journals 7:3', 'b tells 7']);
  expect([a.held.get(7)?.revision, b.held.get(7)?.revision, errors]).toEqual([3, 3, []]);
});

it('signals nothing of a counter that is not there', async () => {
  const { seen, a } = nodes();
  await a.publisher.publish(8);
  expect(seen).toEqual(['a tells 8']);
});

it('says that a change of another node is not known, where it cannot be taken up', async () => {
  const { stored, seen, a, b } = nodes();
  stored.set(7, 1);
  b.publisher.connect({ publish: () => Promise.reject(new Error('the disk is full')) });
  await a.publisher.publish(7);
  await expect.poll(() => seen.at(-1)).toContain('not known here yet');
});
