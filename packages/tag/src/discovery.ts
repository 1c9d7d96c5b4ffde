/** The ways in which other scripts find counters whose number they do not know. */
import { type Bag, bag } from './bag.ts';
import type { Listed } from './counter.ts';
import { guard } from './guard.ts';
import type { Registry } from './registry.ts';
import { share } from './share.ts';

type List = () => Listed[];
type Constructor = (new (...args: unknown[]) => object) & { counters?: List };

/** Theirs first: scripts that take the first one go on with the counter they had before ours came. */
const shareList = (host: object, name: string, registry: Registry, more?: () => List | undefined): unknown =>
  share<List>(host, name, (theirs) => () => [
    ...(guard(() => (theirs() ?? more?.())?.())() ?? []).filter(({ id }) => !registry._get(id)),
    ...registry._list(),
  ]);

/** @returns whether the genuine tag runs on this page */
export const shareNames = (ya: Bag, registry: Registry): (() => boolean) => {
  const found = ['Metrika', 'Metrika2'].map((name) =>
    share<Constructor>(ya, name, (theirs) => {
      /** Takes an object of options, or the same by position. */
      const both = function (first: unknown, params: unknown, type: unknown, defer: unknown): object {
        const options = bag(first) === first ? bag(first) : { id: first, params, type, defer };
        const id = Number(options['id']);
        const own = registry._owns(id);
        const other = theirs();
        if (other && own < 2) return new other(first, params, type, defer);
        return id && own ? registry._init(id, options) : {};
      };
      shareList(both, 'counters', registry, () => theirs()?.counters);
      return both;
    }),
  );
  shareList((ya['_metrika'] ??= {}) as object, 'getCounters', registry);
  return () => found.some((theirs) => theirs());
};
