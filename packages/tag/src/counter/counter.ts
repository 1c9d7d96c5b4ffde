/** One counter on the page: what its methods share, and the instance that the page holds. */
import { OWN_MARK } from '@goalpost/contract/wire';
import { callBack, guard } from '../shared/guard.ts';
import { writeHit } from '../wire/hit.ts';
import { METHODS } from '../methods/index.ts';
import type { Counter, Instance, Listed, Methods, Send } from '../shared/model.ts';
import { each, own } from '../shared/values.ts';
import { findVisitor } from '../wire/visitor.ts';

/** @param leave takes it out of the lists */
export const createCounter = (
  id: number,
  options: unknown,
  home: string,
  place: number,
  send: Send,
  leave: () => void,
): Instance => {
  const given = own(options);
  const listed: Listed = { id, type: given['type'] ?? 0 };
  /** Callback and context of the call that is being made. */
  let callback: unknown;
  let context: unknown;
  const counter = {
    __proto__: null,
    ...given,
    _address: `${home}/watch/${id}`,
    _place: place,
    _visitor: findVisitor(given['nck']),
    _listed: listed,
    _page: () => `${(counter['url'] || location.href) as string}`,
    _send: guard((kind: string, values: unknown, url: string = counter._page(), referrer?: string) => {
      const fields = own(values);
      const run = fields['callback'] ?? callback;
      const ctx = fields['ctx'] ?? context;
      send(writeHit(counter, kind, fields, url, referrer), () => callBack(run, ctx));
    }),
  } as unknown as Counter;
  const methods = {
    __proto__: null,
    destruct: () => {
      counter._send = () => undefined;
      leave();
    },
  } as unknown as Methods;
  const instance: Instance = {
    // By this the chat knows that it has the chat's goals from the server.
    [OWN_MARK]: 1,
    _listed: listed,
    _call: (name, args, at = 0) => {
      const method = methods[name as string];
      if (!method) return undefined;
      // Wherever it stands, the first function is the callback, and its context follows.
      const all: unknown[] = [];
      for (; at < args.length && typeof args[at] !== 'function'; at++) all[all.length] = args[at];
      callback = args[at];
      context = args[at + 1];
      const answer = guard(method)(all[0], all[1], all[2], all[3], all);
      if (answer) callBack(callback, context, answer);
      callback = context = undefined;
      // What has nothing to answer answers the counter, so that calls can be chained.
      return answer ?? instance;
    },
  };
  each(
    METHODS,
    guard((make: (typeof METHODS)[number]): void => {
      const made = own(make(counter)) as Methods;
      for (const name in made) methods[name] = made[name]!;
    }),
  );
  for (const name in methods) instance[name] = (...args: unknown[]) => instance._call(name, args);
  return instance;
};
