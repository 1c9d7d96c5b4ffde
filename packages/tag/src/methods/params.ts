/** What is known of the visit and of the visitor. */
import type { Counter, Methods } from '../shared/model.ts';
import { visitorOf } from '../shared/visitor.ts';
import { isObject, own } from '../shared/values.ts';

export const paramMethods = (counter: Counter): Methods => {
  const send = (params: unknown): void => {
    if (isObject(params)) counter._send('pa:1:ar:1:', { params });
  };
  const userParams = (params: unknown): void => {
    if (params) send({ __ymu: params });
  };
  // Params given to `init` travel with the page view; a deferred one may never come.
  if (counter['defer']) send(counter['params']);
  userParams(counter['userParams']);
  return {
    /** An object, or a path and its value: ('a', 'b', 1) is {a: {b: 1}}. */
    params: (_a, _b, _c, _d, path) => {
      let at = path!.length - 1;
      let value = path![at];
      while (at-- > 0) {
        const name = path![at];
        value = isObject(name) ? name : own({ [name as string]: value });
      }
      send(value);
    },
    userParams,
    setUserID: (id) => {
      if (id) send({ __ym: { user_id: id } });
    },
    getClientID: () => visitorOf(counter)[0],
  };
};
