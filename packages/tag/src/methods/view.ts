/** Page views: at `init` unless `defer`, by `hit`, and under `trackHash` by a changed hash. */
import { addressOf } from '../address.ts';
import { type Bag, bag } from '../bag.ts';
import type { Counter, Methods } from '../counter.ts';
import { guard } from '../guard.ts';

export const viewMethods = (counter: Counter): Methods => {
  let latest: string | undefined;
  let referrer = counter['referrer'] || document.referrer;

  const view = (kind: string, given: Bag): void => {
    const url = counter._page();
    // The visitor comes from the page view before this one; the same address again is no way from it.
    if (latest && latest !== url) referrer = latest;
    latest = url;
    counter._send(kind, given, url, `${given['referer'] || referrer}`);
  };

  addEventListener(
    'hashchange',
    guard(() => {
      if (!counter._listed['trackHash']) return;
      counter['url'] = '';
      view('pv:1:', {});
    }),
  );

  if (!counter['defer']) view('pv:1:', { params: counter['params'] });

  return {
    hit: (url, title, referer, params) => {
      counter['url'] = addressOf((url || location.href) as string).href;
      view('pv:1:ar:1:', (bag(title) === title ? title : { title, referer, params }) as Bag);
    },
  };
};
