/** The ways in which other scripts find counters whose number they do not know. */
import { globals } from '../shared/browser.ts';
import { attempt } from '../shared/guard.ts';
import type { Listed, Registry } from '../shared/model.ts';
import { each, isObject, type Options, own } from '../shared/values.ts';

type List = () => Listed[];
type Constructor = (new (...args: unknown[]) => object) & { counters?: List };

/** The number that a call names: 5, "5", "5:1" (with a class, which says nothing), or an address with `counterID=5`. */
export const idOf = (key: unknown): number =>
  // By syntax first: the page may have taken `exec`.
  attempt(() => +(key as string) || +/^(.*ID=)?(\d+)/.exec(key as string)![2]!)!;

/** What another tag has put up under these names; empty where there is none. */
export type Theirs = [other?: Constructor, list?: List];

/** @returns all counters of the page */
export const shareNames = (registry: Registry, theirs: Theirs): List => {
  /**
   * Puts `ours` at `host[name]` for good. What another tag has put there, or puts there later, goes to `theirs`:
   * each sets its own, and the page gets both.
   */
  const share = (host: Options, name: string, ours: unknown, place: 0 | 1): void => {
    const keep = (found: unknown): void => {
      if (found) theirs[place] = found as never;
    };
    keep(host[name]);
    attempt(() =>
      Object.defineProperty(host, name, {
        __proto__: null,
        configurable: true,
        get: () => ours,
        set: keep,
      } as PropertyDescriptor),
    );
    if (host[name] !== ours) host[name] = ours;
  };

  /** Theirs first: scripts that take the first one go on with the counter they had before ours came. */
  const list: List = () => {
    const all: Listed[] = [];
    attempt(() =>
      each(theirs[1] ? theirs[1]() : theirs[0]!.counters!(), (listed) => {
        if (!registry._get(listed.id)) all[all.length] = listed;
      }),
    );
    for (const name in registry._all) all[all.length] = registry._all[name]!._listed;
    return all;
  };
  /** Takes an object of options, or the same by position. */
  const construct = function (first: unknown, params: unknown, type: unknown, defer: unknown): object {
    const options = own(isObject(first) ? first : { id: first, params, type, defer });
    const id = idOf(options['id']);
    const owner = registry._owns(id);
    if (theirs[0] && owner < 2) return new theirs[0](first, params, type, defer);
    return owner ? registry._init(id, options) : {};
  };
  const ya = (globals['Ya'] ||= {}) as Options;
  share(ya, 'Metrika', construct, 0);
  share(ya, 'Metrika2', construct, 0);
  share(construct as unknown as Options, 'counters', list, 1);
  share((ya['_metrika'] ||= {}) as Options, 'getCounters', list, 1);
  return list;
};
