/** One counter on the page: what its methods share, and the instance that the page holds. */
import type { Bag } from './bag.ts';
import { callBack, guard } from './guard.ts';
import { writeHit } from './hit.ts';
import { METHODS } from './methods/index.ts';
import type { Send } from './post.ts';
import { findVisitor, type Visitor } from './visitor.ts';

export interface Instance extends Record<string, unknown> {
  readonly _listed: Listed;
}
/** What the page calls on an instance. */
export type Methods = Record<string, (...args: unknown[]) => unknown>;

/** What `counters()` tells of a counter. */
export type Listed = { readonly id: number } & Record<string, unknown>;

/** What the page gave to `init`, and what the tag knows. */
export interface Counter extends Bag {
  /** Where hits go: `https://stats.example/watch/5`. */
  readonly _address: string;
  /** Its number on this page, from 1. */
  readonly _place: number;
  readonly _visitor: Visitor;
  readonly _listed: Listed;
  /** The address that the visitor is on: `url`, which the page gives to `init` or `hit`, or the page's own. */
  _page(): string;
  /**
   * @param kind in the words of `browser-info`: `pv:1:`
   * @param given from the page: `title`, `params`, and `callback` and `ctx` unless those of the call itself serve
   * @param url what was done, if it is more than being on the page
   */
  _send(kind: string, given?: Bag, url?: string, referrer?: string): void;
}

/** @param leave takes it out of the lists */
export const createCounter = (
  id: number,
  options: Bag,
  origin: string,
  place: number,
  send: Send,
  leave: () => void,
): Instance => {
  const listed: Listed = { id, type: options['type'] ?? 0 };
  /** Callback and context of the call that is being made. */
  let current: unknown[] = [];
  const counter: Counter = {
    ...options,
    _address: `${origin}/watch/${id}`,
    _place: place,
    _visitor: findVisitor(options['nck']),
    _listed: listed,
    _page: () => `${counter['url'] || location.href}`,
    _send: guard((kind: string, given: Bag = {}, url = counter._page(), referrer?: string) => {
      const { callback = current[0], ctx = current[1] } = given;
      send(writeHit(counter, kind, given, url, referrer), () => callBack(callback, ctx));
    }),
  };
  const instance: Instance = {
    _listed: listed,
    destruct: () => {
      counter._send = () => undefined;
      leave();
    },
  };
  METHODS.forEach(
    guard((make) => {
      const methods = make(counter) as Methods;
      for (const name in methods) {
        const call = guard((...args: unknown[]): unknown => {
          // Wherever it stands, the first function is the callback, and its context follows.
          const at = args.findIndex((arg) => typeof arg === 'function');
          current = at < 0 ? [] : args.splice(at);
          const answer = methods[name]?.(...args);
          if (answer) callBack(current[0], current[1], answer);
          return answer;
        });
        // What has nothing to answer answers the counter, so that calls can be chained.
        instance[name] = (...args: unknown[]) => {
          const answer = call(...args);
          current = [];
          return answer ?? instance;
        };
      }
    }),
  );
  return instance;
};
