/** The counters of this page. */
import type { Bag } from './bag.ts';
import { createCounter, type Instance, type Listed } from './counter.ts';
import type { Send } from './post.ts';

export interface Registry {
  /** 2 ours, 0 another tag's or none, 1 perhaps both. */
  _owns(id: number): number;
  _get(id: number): Instance | undefined;
  /** A second one with the same number is the first, and a word in the console. */
  _init(id: number, options: Bag): Instance;
  _list(): Listed[];
}

export const createRegistry = (origin: string, send: Send, owns: (id: number) => number): Registry => {
  const counters = new Map<number, Instance>();
  const globals = window as unknown as Bag;
  return {
    _owns: owns,
    _get: (id) => counters.get(id),
    _list: () => Array.from(counters.values(), ({ _listed: listed }) => listed),
    _init: (id, options) => {
      const first = counters.get(id);
      if (first) {
        // oxlint-disable-next-line no-console -- as the original says it
        console.warn(`Duplicate counter ${id}`);
        return first;
      }
      const name = `yaCounter${id}`;
      const made = createCounter(id, options, origin, counters.size + 1, send, () => {
        counters.delete(id);
        delete globals[name];
      });
      counters.set(id, made);
      if (owns(id) > 1) globals[name] = made;
      if (options['triggerEvent']) document.dispatchEvent(new Event(`yacounter${id}inited`));
      return made;
    },
  };
};
