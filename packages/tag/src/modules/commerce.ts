/** E-commerce objects that the page pushes into its data layer: of UA, of GA4, and the arguments of `gtag`. */
import { later, listen } from '../shared/browser.ts';
import { follow } from '../shared/follow.ts';
import { guard } from '../shared/guard.ts';
import { each, isObject, own } from '../shared/values.ts';
import type { Module } from '../shared/model.ts';

export const commerce: Module = (counter) => {
  const given = counter['ecommerce'] as boolean | string | unknown[] | undefined;
  if (given === false) return;
  const globals = window as unknown as Record<string, unknown[] | undefined>;
  const name = typeof given === 'string' ? given : 'dataLayer';
  const take = guard((item: unknown) => {
    const pushed = own(item);
    const isGtag = pushed[0] === 'event';
    const ecommerce = pushed[isGtag ? 2 : 'ecommerce'];
    const { items, transaction_id: order } = own(ecommerce);
    // Of GA4, what is done with products names them or the order; all else is no e-commerce.
    const isNew = items || order;
    const action = isNew ? { event: pushed[isGtag ? 1 : 'event'], ecommerce } : !isGtag && ecommerce;
    if (action) counter._send('pa:1:ar:1:', { params: { __ym: { ecommerce: [action] } } });
  });
  let followed: unknown;
  const start = (): void => {
    // Named by the page, it is made where it is missing; else the page makes it.
    const list = isObject(given) ? (given as unknown[]) : given ? (globals[name] ??= []) : globals[name];
    if (!list || followed === list) return;
    followed = list;
    each(list, take);
    follow(list, take);
  };
  start();
  listen('load', start);
  // Pages that make it when there is something to push.
  listen('click', () => later(start, 0));
  listen('pagehide', start);
};
