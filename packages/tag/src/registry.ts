/** The counters of this page. */
import type { Bag } from './bag.ts';
import { createCounter, type Instance, type Listed } from './counter.ts';
import type { Send } from './post.ts';
import { random } from './random.ts';
import { findVisitor, type Visitor } from './visitor.ts';

export interface Registry {
  /** 2 ours, 0 another tag's, 1 perhaps both. */
  _owns(id: number): number;
  _get(id: number): Instance | undefined;
  /** A second one with the same number is the first, and a word in the console. */
  _init(id: number, options: Bag, type?: unknown): Instance;
  _list(): Listed[];
}

export const createRegistry = (origin: string, post: Send, owns: (id: number) => number): Registry => {
  const counters = new Map<number, [Instance, Listed]>();
  const globals = window as unknown as Bag;
  const hid = random();
  let visitor: Visitor | undefined;
  let place = 0;
  const get = (id: number): Instance | undefined => counters.get(id)?.[0];

  return {
    _owns: owns,
    _get: get,
    _list: () => [...counters.values()].map(([, listed]) => ({ ...listed })),
    _init: (id, options, type = options['type']) => {
      const known = get(id);
      if (known) {
        // oxlint-disable-next-line no-console -- as the original says it
        console.warn(`Duplicate counter ${id} initialization`);
        return known;
      }
      const name = `yaCounter${id}`;
      const made = createCounter(
        {
          _id: id,
          _address: `${origin}/watch/${id}`,
          _type: Number(type) || 0,
          _place: ++place,
          _hid: hid,
          _visitor: (visitor ??= findVisitor(options['nck'])),
          _options: options,
        },
        post,
        () => {
          counters.delete(id);
          delete globals[name];
        },
      );
      counters.set(id, made);
      if (owns(id) > 1) globals[name] = made[0];
      if (options['triggerEvent']) document.dispatchEvent(new Event(`yacounter${id}inited`));
      return made[0];
    },
  };
};
