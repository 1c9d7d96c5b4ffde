/** Looks which vendors' chats are on the page, and fetches what hears each of them [W45, W46]. */
import { guard } from '../shared/guard.ts';
import type { Methods } from '../shared/model.ts';
import { each, own } from '../shared/values.ts';
import type hear from './hear.ts';
import type { SiteChats } from './model.ts';
import type listenToOwn from './own-events.ts';
import { byName, odd, on, type Place, some } from './read.ts';
import { createSights } from './sights.ts';

/** What the owner has chosen; the server puts it in. */
declare const GOALPOST_SITE: SiteChats;
/** Events that a vendor may tell before its adapter is there; the build puts them in. */
declare const GOALPOST_EARLY: readonly string[];

/** More than a chat tells while its adapter is fetched. */
const MOST_EARLY = 30;

/** Counters of the page that look already: where a page has its own idea of idle time, they ask twice. */
const started = byName<boolean>();

/** @param keepIn puts a place where the tag keeps things, and gives the one before */
const start = (
  id: number,
  home: string,
  methods: Methods,
  keepIn: (place: unknown) => ReturnType<Place>,
): void => {
  if (started[id]) return;
  started[id] = true;
  // Asked each time: consent moves it.
  const place: Place = () => {
    const now = keepIn(0);
    keepIn(now);
    return now;
  };
  const early: Event[] = [];
  each(GOALPOST_EARLY, (name) =>
    on(window, name, (event) => {
      if (early.length < MOST_EARLY) early[early.length] = event;
    }),
  );
  const { off = [], own: named, hand = [] } = own(GOALPOST_SITE) as SiteChats;
  /** By `await`: pages replace the `then` of promises. */
  const fetched = (async <Made>(name: string, run: (made: Made) => void): Promise<void> => {
    try {
      run(
        ((await import(/* @vite-ignore */ `${home}/tag/chats/${name}.js?id=${id}`)) as { default: Made })
          .default,
      );
    } catch {
      // What could not be fetched is not needed.
    }
  }) as <Made>(name: string, run: (made: Made) => void) => void;
  if (named) fetched<typeof listenToOwn>('own', (listen) => listen(named, methods, place));
  // What a page has at our name may take nothing.
  guard(() => {
    const queue = ((window as { goalpostChats?: unknown[] }).goalpostChats ??= []);
    let taken = 0;
    const flush = (): void =>
      fetched<(entries: unknown[], id: number, methods: Methods, place: Place) => void>('api', (run) => {
        const fresh: unknown[] = [];
        while (taken < queue.length) fresh[fresh.length] = queue[taken++];
        run(fresh, id, methods, place);
      });
    const { push } = queue;
    queue.push = function () {
      // oxlint-disable-next-line prefer-rest-params -- to spread a list is to ask its iterator
      const length = push.apply(queue, arguments as unknown as unknown[]);
      flush();
      return length;
    };
    if (queue.length) flush();
  })();
  const unreadable = (): void => odd(id, 'object', `${home}/tag/chats`);
  createSights((vendor, origins) => {
    if (some(hand, (one) => one === vendor))
      fetched<(visitor: unknown) => void>(`hand-${vendor}`, (run) => run(methods['getClientID']!()));
    // An adapter is `hear` with the vendor's declaration.
    if (!some(off, (one) => one === vendor))
      fetched<(...rest: Tail<Parameters<typeof hear>>) => void>(vendor, (run) =>
        run(id, methods, origins, place, early),
      );
  }, unreadable);
};

type Tail<List extends unknown[]> = List extends [unknown, ...infer Rest] ? Rest : never;

export default guard(start);
