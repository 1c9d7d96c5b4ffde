/** The ways in which other scripts find counters whose number they do not know. */
import { type Bag, bag } from './bag.ts';
import type { Listed } from './counter.ts';
import { guard } from './guard.ts';
import type { Registry } from './registry.ts';

type List = () => Listed[];
type Constructor = (new (...args: unknown[]) => object) & { counters?: List };

/**
 * Puts `ours` at `host[name]` for good. What another tag has put there, or puts there later, goes to `keep`:
 * each sets its own, and whoever asks gets both.
 */
const share = (host: unknown, name: string, ours: unknown, keep: (theirs: unknown) => void): void => {
  keep(bag(host)[name]);
  Object.defineProperty(host, name, { configurable: true, get: () => ours, set: keep });
};

/** @returns all counters of the page, and whether there is another tag */
export const shareNames = (ya: Bag, registry: Registry): [list: List, hasOther: () => unknown] => {
  let other: Constructor | undefined;
  let otherList: List | undefined;

  /** Theirs first: scripts that take the first one go on with the counter they had before ours came. */
  const list: List = () =>
    (guard(() => (otherList ?? other?.counters)?.())() ?? [])
      .filter(({ id }) => !registry._get(id))
      .concat(registry._list());
  /** Takes an object of options, or the same by position. */
  const construct = function (first: unknown, params: unknown, type: unknown, defer: unknown): object {
    const options = (bag(first) === first ? first : { id: first, params, type, defer }) as Bag;
    const id = +(options['id'] as string);
    const own = registry._owns(id);
    if (other && own < 2) return new other(first, params, type, defer);
    return own ? registry._init(id, options) : {};
  };
  const keepList = (theirs: unknown): void => {
    otherList = (theirs as List | undefined) ?? otherList;
  };
  ['Metrika', 'Metrika2'].forEach((name) =>
    share(ya, name, construct, (theirs) => {
      other = (theirs as Constructor | undefined) ?? other;
    }),
  );
  share(construct, 'counters', list, keepList);
  share((ya['_metrika'] = ya['_metrika'] ?? {}), 'getCounters', list, keepList);
  return [list, () => other ?? otherList];
};
