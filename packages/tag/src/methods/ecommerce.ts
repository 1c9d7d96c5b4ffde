/** Ecommerce objects that the page pushes into its data layer. */
import { follow } from '../shared/follow.ts';
import { guard } from '../shared/guard.ts';
import type { Counter } from '../shared/model.ts';
import { isObject, own } from '../shared/values.ts';

export const ecommerceMethods = (counter: Counter): void => {
  const given = counter['ecommerce'] as true | string | unknown[] | undefined;
  if (given) {
    const globals = window as unknown as Record<string, unknown[]>;
    const name = given === true ? 'dataLayer' : `${given}`;
    follow(
      isObject(given) ? given : (globals[name] = globals[name] ?? []),
      guard((item) => {
        const event = own(item)['ecommerce'];
        if (event) counter._send('pa:1:ar:1:', { params: { __ym: { ecommerce: [event] } } });
      }),
    )();
  }
};
