/** What everything that gives turns must do, seen from two nodes; of one process both are the same. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Turns } from './turn.ts';

export interface TurnFixture {
  readonly nodes: readonly [Turns, Turns];
  close(): Promise<void>;
}

export function registerTurnContract(make: () => Promise<TurnFixture>): void {
  describe('a turn', () => {
    let fixture: TurnFixture;
    let seen: string[];
    beforeEach(async () => {
      fixture = await make();
      seen = [];
    });
    afterEach(() => fixture.close());

    /** Begins, waits for its end to be let, ends. */
    function task(name: string) {
      const begun = Promise.withResolvers<void>();
      const end = Promise.withResolvers<string>();
      const run = async () => {
        seen.push(`begin ${name}`);
        begun.resolve();
        const answer = await end.promise;
        seen.push(`end ${name}`);
        return answer;
      };
      return {
        run,
        begun: begun.promise,
        end: () => end.resolve(name),
        fail: () => end.reject(new Error(name)),
      };
    }

    it('lets one thing happen to a key at a time, on whichever node, in the order of a node', async () => {
      const [one, two, three] = [task('one'), task('two'), task('three')];
      const [a, b] = fixture.nodes;
      const first = a.run('ann', one.run);
      await one.begun;
      const rest = [a.run('ann', two.run), b.run('ann', three.run)];
      const other = task('other');
      const others = b.run('bob', other.run);
      await other.begun;
      expect(seen).toEqual(['begin one', 'begin other']);
      for (const { end } of [one, two, three, other]) end();
      expect(await first).toBe('one');
      expect(await Promise.all(rest)).toEqual(['two', 'three']);
      expect(await others).toBe('other');
      const ann = seen.filter((line) => !line.endsWith('other')).map((line) => line.split(' ')[1]);
      // Each has ended before the next begins.
      expect(ann.filter((name, index) => index % 2 === 0 && name !== ann[index + 1])).toEqual([]);
    });

    it('goes on after what failed, and tells whoever asked for it', async () => {
      const [one, two] = [task('one'), task('two')];
      const [a] = fixture.nodes;
      const failing = a.run('ann', one.run);
      const next = a.run('ann', two.run);
      one.fail();
      two.end();
      await expect(failing).rejects.toThrow('one');
      expect(await next).toBe('two');
    });

    it('is idle when all that was begun has ended', async () => {
      const [one, two] = [task('one'), task('two')];
      const [a] = fixture.nodes;
      const running = [a.run('ann', one.run), a.run('ann', two.run)];
      const idle = a.idle().then(() => seen.push('idle'));
      one.end();
      two.end();
      await Promise.all([...running, idle]);
      expect(seen).toEqual(['begin one', 'end one', 'begin two', 'end two', 'idle']);
      await a.idle();
    });
  });
}
