/** Page views: at `init` unless `defer`, by `hit`, and under `trackHash` by a changed hash. */
import { addressOf, listen } from '../shared/browser.ts';
import type { Counter, Methods } from '../shared/model.ts';
import { isObject, own, textOf } from '../shared/values.ts';

export const viewMethods = (counter: Counter): Methods => {
  let latest: string | undefined;
  let referrer = counter['referrer'] || textOf(document.referrer);

  const view = (counter._view = (kind, given?) => {
    const url = counter._page();
    // The visitor comes from the page view before this one; the same address again is no way from it.
    if (latest && latest !== url) referrer = latest;
    latest = url;
    counter._send(kind, given, url, `${own(given)['referer'] || referrer}`);
  });

  listen('hashchange', () => {
    if (!counter._listed['trackHash']) return;
    counter['url'] = '';
    view('pv:1:');
  });

  if (!counter['defer']) view('pv:1:', { params: counter['params'] });

  return {
    hit: (url, title, referer, params) => {
      counter['url'] = addressOf(url || location.href).href;
      view('pv:1:ar:1:', isObject(title) ? title : { title, referer, params });
    },
  };
};
