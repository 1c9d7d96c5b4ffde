/** One counter on the page: what its methods share, and the instance that the page holds. */
import { OWN_MARK } from '@goalpost/contract/wire';
import { addressOf } from '../shared/browser.ts';
import { callBack, guard } from '../shared/guard.ts';
import { writeHit } from '../wire/hit.ts';
import { visitorOf } from '../shared/visitor.ts';
import type { Counter, Instance, Listed, Methods, Module, Send } from '../shared/model.ts';
import { type Options, own } from '../shared/values.ts';
import { PARTS } from './parts.ts';

/** Whether a module of the script is of another counter; the server puts it in: `compose.ts`. */
declare const GOALPOST_FOREIGN: (name: string, lacks: unknown) => boolean;

/**
 * @param lacks 0: the script has its modules; else after what those of others are called, and it waits, where the
 * page wants it, until one of its own says that the visitor agrees, or that none need be asked
 * @param leave takes it out of the lists
 */
export const createCounter = (
  id: number,
  given: Options,
  home: string,
  send: Send,
  lacks: unknown,
  leave: () => void,
): Instance => {
  const listed: Listed = { id, type: given['type'] ?? 0 };
  const counter = {
    __proto__: null,
    ...given,
    _home: home,
    _held: lacks && given['consent'] && [],
    _listed: listed,
    _leave: leave,
    _page: () => `${(counter['url'] || location.href) as string}`,
    _send: guard((kind: string, values: unknown, url?: string, referrer?: string) => {
      const page = counter._page();
      const fields = own(values);
      const run = fields['callback'] ?? counter._after;
      const done = (): void => callBack(run, fields['ctx']);
      const go = (): unknown => send(writeHit(counter, kind, fields, url ?? page, referrer || page), done);
      const { _held: held } = counter;
      if (held) {
        // What waits for it must not wait for an answer that may never come.
        if (held.length < 99) held[held.length] = go;
        done();
      } else go();
    }),
    _tell: (scheme: string, what: string, values?: unknown) =>
      counter._send('ar:1:', values, `${scheme}://${addressOf(counter._page()).hostname}/${what}`),
  } as unknown as Counter;
  const methods = { __proto__: null } as unknown as Methods;
  const started: Record<string, unknown> = { __proto__: null };
  const instance: Instance = {
    // By this the chat knows that it has the chat's goals from the server.
    [OWN_MARK]: 1,
    _listed: listed,
    _add: (modules) => {
      const given = own(modules) as Record<string, Module>;
      for (const name in given) {
        if (started[name] || GOALPOST_FOREIGN(name, lacks)) continue;
        const made = (started[name] = own(guard(given[name]!)(counter, methods)) as Methods);
        for (const method in made) {
          methods[method] = made[method]!;
          instance[method] = (...args: unknown[]) => instance._call(method, args);
        }
      }
    },
    _call: (name, args, at = 0) => {
      const method = methods[name as string];
      if (!method) {
        counter[`#${name as string}`] = args[at];
        return undefined;
      }
      // Wherever it stands, the first function is the callback, and its context follows.
      const all: unknown[] = [];
      for (; at < args.length && typeof args[at] !== 'function'; at++) all[all.length] = args[at];
      const after = (counter._after = (value: unknown): void => callBack(args[at], args[at + 1], value));
      const answer = guard(method)(all[0], all[1], all[2], all[3], all);
      counter._after = 0;
      if (answer) after(answer);
      // What has nothing to answer answers the counter, so that calls can be chained.
      return answer ?? instance;
    },
  };
  instance._add(PARTS);
  // What comes later was fetched for it.
  lacks = false;
  // Kept in the browser even where nothing has been sent.
  visitorOf(counter);
  return instance;
};
