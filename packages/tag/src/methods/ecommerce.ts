/** Ecommerce objects that the page pushes into its data layer. */
import { bag } from '../bag.ts';
import type { Counter } from '../counter.ts';
import { guard } from '../guard.ts';
import { follow } from '../follow.ts';

export const ecommerceMethods = (counter: Counter): void => {
  const given = counter['ecommerce'] as true | string | unknown[] | undefined;
  if (given) {
    const globals = window as unknown as Record<string, unknown[]>;
    const name = given === true ? 'dataLayer' : `${given}`;
    follow(
      Array.isArray(given) ? given : (globals[name] = globals[name] ?? []),
      guard((item) => {
        const event = bag(item)['ecommerce'];
        if (event) counter._send('pa:1:ar:1:', { params: { __ym: { ecommerce: [event] } } });
      }),
    )();
  }
};
