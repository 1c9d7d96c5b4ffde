/** Page views: at `init` unless `defer`, by `hit`, and under `trackHash` by a changed hash. */
import { addressOf } from '../address.ts';
import { type Bag, bag } from '../bag.ts';
import type { Counter, Instance } from '../counter.ts';

export const viewMethods = (counter: Counter): Instance => {
  const { _options: options, _listed: listed } = counter;
  let latest: string | undefined;
  let referrer = options['referrer'] || document.referrer;

  const view = (kind: string, given: Bag): void => {
    const url = counter._page();
    // The visitor comes from the page view before this one; the same address again is no way from it.
    if (latest && latest !== url) referrer = latest;
    latest = url;
    const from = `${given['referer'] || referrer}`;
    counter._debug(`PageView. Counter ${listed.id}. URL: ${url}. Referrer: ${from}`);
    counter._send(kind, given, url, from);
  };

  const trackHash = (on: unknown): void => {
    listed['trackHash'] = Boolean(on);
  };

  trackHash(options['trackHash']);
  counter._on(window, 'hashchange', () => {
    if (!listed['trackHash']) return;
    counter._virtual = undefined;
    view('wh:1:pv:1', {});
  });

  // Params given to `init` travel with the page view; a deferred one may never come.
  const { userParams, params = userParams && {} } = options;
  const given = { params: userParams ? { ...bag(params), __ymu: userParams } : params };
  if (!options['defer']) view('pv:1', given);
  else if (params) counter._send('pa:1:ar:1', given);

  return {
    hit: (url, title, referer, params, callback, ctx) => {
      counter._virtual = addressOf(`${url || location.href}`).href;
      view('pv:1:ar:1', typeof title === 'object' ? bag(title) : { title, referer, params, callback, ctx });
    },
    trackHash,
  };
};
