/** One counter on the page: what its methods share, and the instance that the page holds. */
import type { Bag } from './bag.ts';
import { callBack, guard } from './guard.ts';
import { type Sender, writeHit } from './hit.ts';
import { METHODS } from './methods/index.ts';
import type { Send } from './post.ts';

export type Method = (...args: unknown[]) => unknown;
export type Instance = Record<string, Method>;

/** What `counters()` tells of a counter. */
export type Listed = { readonly id: number } & Record<string, unknown>;

export interface Counter extends Sender {
  readonly _listed: Listed;
  /** The address that the page gave for itself. */
  _virtual: string | undefined;
  /** The address that the visitor is on. */
  _page(): string;
  /**
   * @param kind in the words of `browser-info`
   * @param given from the page: `title`, `params`, `callback`, `ctx`
   * @param url what was done, if it is more than being on the page
   */
  _send(kind: string, given?: Bag, url?: string, referrer?: string): void;
  /** Says it in the console of a page opened with `?_ym_debug=1`. */
  _debug(...message: unknown[]): void;
  /** Listens until the counter is destructed. */
  _on(target: EventTarget, type: string, listener: (event: Event) => void): void;
}

/** @param leave takes the counter out of the lists */
export const createCounter = (sender: Sender, post: Send, leave: () => void): [Instance, Listed] => {
  const stops = [leave];
  let isAlive = true;
  const counter: Counter = {
    ...sender,
    _listed: { id: sender._id, type: sender._type },
    _virtual: sender._options['url'] as string | undefined,
    _page: () => counter._virtual ?? location.href,
    _send: (kind, given = {}, url = counter._page(), referrer) => {
      if (isAlive) post(writeHit(sender, kind, given, url, referrer), () => callBack(given['callback'], given['ctx']));
    },
    _debug: (...message) => {
      // oxlint-disable-next-line no-console -- this is what `_ym_debug` asks for
      if (/[?&]_ym_debug=[12]/.test(location.search)) console.log(...message);
    },
    _on: (target, type, listener) => {
      const guarded = guard(listener);
      target.addEventListener(type, guarded, true);
      stops.push(() => target.removeEventListener(type, guarded, true));
    },
  };
  const instance: Instance = {
    destruct: () => {
      isAlive = false;
      stops.forEach((stop) => stop());
    },
  };
  METHODS.forEach(
    guard((methods) => {
      Object.entries(methods(counter)).forEach(([name, method]) => {
        const guarded = guard(method);
        // What has nothing to answer answers the counter, so that calls can be chained.
        instance[name] = (...args) => guarded(...args) ?? instance;
      });
    }),
  );
  return [instance, counter._listed];
};
