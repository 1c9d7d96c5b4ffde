/** Ecommerce objects that the page pushes into its data layer. */
import { type Bag, bag } from '../bag.ts';
import type { Counter, Instance } from '../counter.ts';
import { guard } from '../guard.ts';
import { watchList } from '../watch-list.ts';

export const ecommerceMethods = (counter: Counter): Instance => {
  const given = counter._options['ecommerce'];
  if (given) {
    const globals = window as unknown as Bag;
    const name = typeof given === 'string' ? given : 'dataLayer';
    watchList(
      (Array.isArray(given) ? given : (globals[name] ??= [])) as unknown[],
      guard((item) => {
        const event = bag(item)['ecommerce'];
        if (event) counter._send('pa:1:ar:1', { params: { __ym: { ecommerce: [event] } } });
      }),
    );
  }
  return {};
};
