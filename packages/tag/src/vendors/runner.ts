/** Looks which vendors' chats are on the page, and fetches what hears each of them [W45, W46]. */
import { guard } from '../shared/guard.ts';
import type { Methods } from '../shared/model.ts';
import type { hear } from './hear.ts';
import type { SiteChats } from './model.ts';
import type { listenToOwn } from './own-events.ts';
import { odd } from './read.ts';
import { createSights } from './sights.ts';

/** What the owner has chosen; the server puts it in. */
declare const GOALPOST_SITE: SiteChats;

const start = (id: number, home: string, methods: Methods): void => {
  const { off = [], own, hand = [] } = GOALPOST_SITE;
  const fetched = <Made>(name: string, run: (made: Made) => void): void => {
    import(/* @vite-ignore */ `${home}/tag/chats/${name}.js?id=${id}`).then(
      guard((loaded: { default: Made }) => run(loaded.default)),
      () => undefined,
    );
  };
  if (own) fetched<typeof listenToOwn>('own', (listen) => listen(own, methods));
  const queue = ((window as { goalpostChats?: unknown[] }).goalpostChats ??= []);
  let taken = 0;
  const flush = (): void =>
    fetched<(entries: unknown[], id: number, methods: Methods) => void>('api', (run) => {
      run(queue.slice(taken), id, methods);
      taken = queue.length;
    });
  const { push } = queue;
  queue.push = (...entries) => {
    const length = push.apply(queue, entries);
    flush();
    return length;
  };
  if (queue.length) flush();
  const unreadable = (): void => odd(id, 'object', `${home}/tag/chats`);
  createSights((vendor, origins) => {
    if (hand.includes(vendor))
      fetched<(visitor: unknown) => void>(`hand-${vendor}`, (run) => run(methods['getClientID']!()));
    // An adapter is `hear` with the vendor's declaration.
    if (!off.includes(vendor))
      fetched<(...rest: Tail<Parameters<typeof hear>>) => void>(vendor, (run) => run(id, methods, origins));
  }, unreadable);
};

type Tail<List extends unknown[]> = List extends [unknown, ...infer Rest] ? Rest : never;

export default guard(start);
