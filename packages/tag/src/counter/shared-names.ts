/** The ways in which other scripts find counters whose number they do not know. */
import { guard } from '../shared/guard.ts';
import type { Listed, Registry } from '../shared/model.ts';
import { each, isObject, type Options, own } from '../shared/values.ts';

type List = () => Listed[];
type Constructor = (new (...args: unknown[]) => object) & { counters?: List };

/** The number that a call names: 5, "5", "5:1" (with a class, which says nothing), or an address with `counterID=5`. */
export const idOf = (key: unknown): number =>
  // By syntax where the page has taken `exec`.
  guard(() => +/^(?:.*ID=)?(\d+)/.exec(key as string)![1]!)() ?? guard(() => +(key as string))()!;

/**
 * Puts `ours` at `host[name]` for good. What another tag has put there, or puts there later, goes to `keep`:
 * each sets its own, and the page gets both.
 */
const share = (host: Options, name: string, ours: unknown, keep: (theirs: unknown) => void): void => {
  keep(host[name]);
  guard(() =>
    Object.defineProperty(host, name, {
      __proto__: null,
      configurable: true,
      get: () => ours,
      set: keep,
    } as PropertyDescriptor),
  )();
  if (host[name] !== ours) host[name] = ours;
};

const objectOf = (value: unknown): Options => (isObject(value) ? (value as Options) : {});

/** @returns all counters of the page, and whether there is another tag */
export const shareNames = (registry: Registry): { _list: List; _hasOther: () => unknown } => {
  const globals = window as unknown as { Ya?: Options };
  let other: Constructor | undefined;
  let otherList: List | undefined;

  /** Theirs first: scripts that take the first one go on with the counter they had before ours came. */
  const list: List = () => {
    const all: Listed[] = [];
    guard(() => {
      each((otherList ?? other?.counters)?.() ?? [], (listed) => {
        if (!registry._get(listed.id)) all[all.length] = listed;
      });
    })();
    registry._each((listed) => (all[all.length] = listed));
    return all;
  };
  /** Takes an object of options, or the same by position. */
  const construct = function (first: unknown, params: unknown, type: unknown, defer: unknown): object {
    const options = own(isObject(first) ? first : { id: first, params, type, defer });
    const id = idOf(options['id']);
    const owner = registry._owns(id);
    if (other && owner < 2) return new other(first, params, type, defer);
    return owner ? registry._init(id, options) : {};
  };
  const keep = (theirs: unknown): void => {
    other = (theirs as Constructor | undefined) ?? other;
  };
  const keepList = (theirs: unknown): void => {
    otherList = (theirs as List | undefined) ?? otherList;
  };
  const ya = (globals.Ya = objectOf(globals.Ya));
  share(ya, 'Metrika', construct, keep);
  share(ya, 'Metrika2', construct, keep);
  share(construct as unknown as Options, 'counters', list, keepList);
  share((ya['_metrika'] = objectOf(ya['_metrika'])), 'getCounters', list, keepList);
  return { _list: list, _hasOther: () => other ?? otherList };
};
