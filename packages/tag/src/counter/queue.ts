/** `ym`: takes over the loader's queue, or joins the genuine tag where that has the name. */
import { globals } from '../shared/browser.ts';
import { follow } from '../shared/follow.ts';
import { attempt, guard } from '../shared/guard.ts';
import type { Registry } from '../shared/model.ts';
import { idOf } from './shared-names.ts';

/** `arguments` of a call of `ym`; `_done` when we have done our part. */
type Call = ArrayLike<unknown> & { _done?: unknown };
type Take = (item: unknown) => unknown;
type Ym = ((...args: unknown[]) => unknown) & { a?: unknown[] };

/** @returns what takes the name or joins it; it may be called again at any time */
export const createQueue = (
  registry: Registry,
  named: string | undefined,
  hasOther: () => unknown,
  list: () => unknown,
): (() => void) => {
  let queue: unknown[];
  let ours: Ym;
  let lookAgain: () => void;

  /** @returns whether the call is settled and only ours: else it stays in the queue */
  const take = guard((call: Call): boolean => {
    const { 0: key, 1: method, 2: options } = call;
    const id = idOf(key);
    const counter = registry._get(id);
    const own = registry._owns(id);
    if (!own || call._done || !(counter || method === 'init')) return false;
    call._done = 1;
    if (method === 'init') {
      registry._init(id, options);
      // What was called before its init has waited in the queue.
      lookAgain();
    } else counter!._call(method, call, 2);
    return own > 1;
  });

  return () => {
    // An element of that name is none.
    const prior = (typeof globals['ym'] === 'function' && globals['ym']) as Ym | undefined;
    const found = prior?.a ?? queue ?? [];
    if (found !== queue) {
      lookAgain = follow((queue = found), take as Take);
      lookAgain();
    }
    // The genuine tag leaves the loader's `ym` and reads its queue, and so do we where it is: the name stays.
    if (!prior?.a || (prior !== ours && !hasOther())) {
      // Where no other tag is, one without a queue is a loader's that has not been called yet.
      const other = (!prior?.a && hasOther() && prior) as Ym | undefined;
      globals['ym'] = ours = (...args) => {
        if (args[0] === 'counters') return list();
        return take(args) || (other ? other(...args) : queue.push(args));
      };
      ours.a = queue;
      // One that keeps no queue has swallowed our snippet's `init`.
      if (other) attempt(() => named!.split(',').forEach((id) => registry._get(+id) ?? take([id, 'init'])));
    }
  };
};
