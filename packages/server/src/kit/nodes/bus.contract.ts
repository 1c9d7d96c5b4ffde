/** What every bus must do, seen from two nodes; of one process both are the same. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bus } from './bus.ts';

export interface BusFixture {
  readonly nodes: readonly [Bus, Bus];
  /** Resolves when everything published so far has been heard. */
  arrived(): Promise<void>;
  /** What listeners threw. */
  readonly errors: readonly unknown[];
  close(): Promise<void>;
}

export function registerBusContract(make: () => Promise<BusFixture>): void {
  describe('a bus', () => {
    let fixture: BusFixture;
    let heard: string[];
    beforeEach(async () => {
      fixture = await make();
      heard = [];
    });
    afterEach(() => fixture.close());

    const channel = (node: 0 | 1, name = 'chat') => fixture.nodes[node].channel<{ n: number }>(name);
    const listen = (node: 0 | 1, as: string, name?: string) =>
      channel(node, name).subscribe((counterId, { n }) => void heard.push(`${as} ${counterId}:${n}`));

    it('brings each signal once to every subscriber of the channel, on all nodes, in order', async () => {
      listen(0, 'a');
      listen(1, 'b');
      listen(0, 'other', 'counters');
      for (const n of [1, 2, 3]) channel(0).publish(7, { n });
      channel(0).publish(null, { n: 4 });
      await fixture.arrived();
      for (const as of ['a', 'b'])
        expect(heard.filter((one) => one.startsWith(as))).toEqual(
          ['7:1', '7:2', '7:3', 'null:4'].map((one) => `${as} ${one}`),
        );
      expect(heard).toHaveLength(8);
    });

    it('calls the same listener once for each of its subscriptions, and not after their end', async () => {
      const listener = (counterId: number | null) => void heard.push(String(counterId));
      const ends = [channel(0).subscribe(listener), channel(0).subscribe(listener)];
      channel(1).publish(1, { n: 0 });
      await fixture.arrived();
      ends[0]?.();
      channel(1).publish(2, { n: 0 });
      await fixture.arrived();
      ends[1]?.();
      channel(1).publish(3, { n: 0 });
      await fixture.arrived();
      expect(heard).toEqual(['1', '1', '2']);
    });

    it('lets neither the sender nor other subscribers feel what one throws', async () => {
      channel(0).subscribe(() => {
        throw new Error('mine');
      });
      listen(0, 'a');
      channel(0).publish(7, { n: 1 });
      await fixture.arrived();
      expect(heard).toEqual(['a 7:1']);
      expect(fixture.errors).toEqual([new Error('mine')]);
    });

    it('forgets signals that nobody hears', async () => {
      channel(0).publish(7, { n: 1 });
      await fixture.arrived();
      listen(0, 'late');
      await fixture.arrived();
      expect(heard).toEqual([]);
    });
  });
}
