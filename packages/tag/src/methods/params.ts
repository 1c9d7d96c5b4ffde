/** What is known of the visit and of the visitor. */
import { bag } from '../bag.ts';
import type { Counter, Methods } from '../counter.ts';

export const paramMethods = (counter: Counter): Methods => {
  const send = (params: unknown): void => {
    if (bag(params) === params) counter._send('pa:1:ar:1:', { params });
  };
  const userParams = (params: unknown): void => {
    if (params) send({ __ymu: params });
  };
  // Params given to `init` travel with the page view; a deferred one may never come.
  if (counter['defer']) send(counter['params']);
  userParams(counter['userParams']);
  return {
    /** An object, or a path and its value: ('a', 'b', 1) is {a: {b: 1}}. */
    params: (...path) =>
      send(path.reduceRight((value, name) => (bag(name) === name ? name : { [name as string]: value }))),
    userParams,
    setUserID: (id) => {
      if (id) send({ __ym: { user_id: id } });
    },
    getClientID: () => counter._visitor[0],
  };
};
