/** What is known of the visit and of the visitor. */
import { bag } from '../bag.ts';
import type { Counter, Instance } from '../counter.ts';
import { callBack } from '../guard.ts';

export const paramMethods = (counter: Counter): Instance => {
  const send = (params: unknown, callback: unknown, ctx: unknown): void => {
    if (bag(params) === params) counter._send('pa:1:ar:1', { params, callback, ctx });
  };
  return {
    /** An object, or a path and its value; then a callback and its context. */
    params: (...args) => {
      const at = args.findIndex((arg) => typeof arg === 'function');
      const [callback, ctx] = at < 0 ? [] : args.splice(at);
      // ('a', 'b', 1) is {a: {b: 1}}.
      send(args.length && args.reduceRight((value, name) => ({ [`${name}`]: value })), callback, ctx);
    },
    userParams: (params, callback, ctx) => {
      if (params) send({ __ymu: params }, callback, ctx);
    },
    setUserID: (id, callback, ctx) => {
      if (id) send({ __ym: { user_id: id } }, callback, ctx);
    },
    getClientID: (callback, ctx) => {
      callBack(callback, ctx, counter._visitor._id);
      return counter._visitor._id;
    },
  };
};
