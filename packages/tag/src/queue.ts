/** `ym`: takes over the loader's queue, or joins the genuine tag where that has the name. */
import { bag } from './bag.ts';
import { follow } from './follow.ts';
import { guard } from './guard.ts';
import type { Methods } from './counter.ts';
import type { Registry } from './registry.ts';

/** `arguments` of a call of `ym`; `_done` when we have done our part. */
type Call = Iterable<unknown> & { _done?: unknown };
type Ym = ((...args: unknown[]) => unknown) & { a?: unknown[] };

/** @returns what takes the name or joins it; it may be called again at any time */
export const createQueue = (
  registry: Registry,
  named: string,
  hasOther: () => unknown,
  list: () => unknown,
): (() => void) => {
  const globals = window as unknown as { ym?: Ym };
  let queue: unknown[];
  let ours: Ym;
  let lookAgain: () => void;

  /** @returns whether the call is settled, and nobody else's: else it stays in the queue */
  const take = guard((item: unknown): boolean => {
    const call = item as Call;
    const [key, method, ...args] = call;
    // A number, "5", "5:1" (with a class, which says nothing), or an address with `counterID=5`.
    const id = +(/(?:^|ID=)(\d+)/.exec(key as string)?.[1] as string);
    const counter = registry._get(id);
    const own = registry._owns(id);
    if (!own || call._done || !(counter || method === 'init')) return false;
    call._done = 1;
    if (method === 'init') {
      registry._init(id, bag(args[0]));
      // What was called before its init has waited in the queue.
      lookAgain();
    } else (counter as unknown as Methods)[method as string]?.(...args);
    return own > 1;
  });

  return () => {
    const prior = globals.ym;
    const found = prior?.a ?? queue ?? [];
    if (found !== queue) {
      lookAgain = follow((queue = found), take);
      lookAgain();
    }
    // The genuine tag leaves the loader's `ym` and reads its queue, and so do we where it is: the name stays.
    if (!prior?.a || (prior !== ours && !hasOther())) {
      // Where no other tag is, one without a queue is a loader's that nobody has called yet.
      const other = prior?.a || !hasOther() ? undefined : prior;
      globals.ym = ours = (...args) => {
        if (args[0] === 'counters') return list();
        return take(args) || (other ? other(...args) : queue.push(args));
      };
      ours.a = queue;
      // One that keeps no queue has swallowed our snippet's `init`.
      if (other) named.split(',').forEach((id) => registry._get(+id) ?? take([id, 'init']));
    }
  };
};
