/** `ym`: takes over the loader's queue, or joins the genuine tag where that has the name. */
import { bag } from './bag.ts';
import { guard } from './guard.ts';
import type { Registry } from './registry.ts';

/** `arguments` of a call of `ym`; `_done` when we have done our part. */
type Call = ArrayLike<unknown> & { _done?: unknown };
type Ym = ((...args: unknown[]) => unknown) & { a?: Call[] };

/** @returns what takes the name or joins it; it may be called again at any time */
export const createQueue = (
  registry: Registry,
  named: readonly number[],
  hasOther: () => boolean,
  list: () => unknown,
): (() => void) => {
  const globals = window as unknown as { ym?: Ym };
  let queue: Call[] | undefined;
  let ours: Ym | undefined;

  /** @returns whether the call is settled, and nobody else's: else it stays in the queue */
  const handle = guard((call: Call): boolean => {
    const [key, method, ...args] = Array.from(call);
    // A number, "5", "5:1" (with a class), or an address with `counterID=5`.
    const [, digits, type] = /(?:^|counterID=)(\d+)(?::(\d))?/.exec(`${key}`) ?? [];
    const id = Number(digits);
    const own = id && registry._owns(id);
    const counter = registry._get(id);
    const isInit = method === 'init';
    if (!own || call._done || !(isInit || counter)) return false;
    call._done = 1;
    if (isInit) {
      registry._init(id, bag(args[0]), type);
      // What was called before its init has waited in the queue.
      drain();
    } else counter?.[`${method}`]?.(...args);
    return own > 1;
  });

  const drain = (): void => {
    // Taken out as a whole, and put back: handling one may look into the queue again.
    queue?.splice(0).forEach((call) => handle(call) || Array.prototype.push.call(queue, call));
  };

  return (): void => {
    const prior = globals.ym;
    const found = prior?.a ?? queue ?? [];
    if (found !== queue) {
      queue = found;
      const { push } = found;
      found.push = (...calls) => {
        calls.forEach((call) => handle(call) || push.call(found, call));
        return found.length;
      };
    }
    // The genuine tag leaves the loader's `ym` and reads its queue, and so do we where it is: the name stays.
    if (prior !== ours || !ours) {
      if (!prior?.a || !hasOther()) {
        globals.ym = ours = Object.assign(
          (...args: unknown[]): unknown => {
            if (args[0] === 'counters') return list();
            return handle(args as Call) ? undefined : prior && !prior.a ? prior(...args) : found.push(args);
          },
          prior,
          { a: found },
        );
      }
      // A `ym` that keeps no queue has swallowed our snippet's `init`.
    }
    drain();
    if (prior && !prior.a) named.forEach((id) => id && !registry._get(id) && registry._init(id, {}));
  };
};
