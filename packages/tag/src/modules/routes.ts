/** Page views of sites that change their address without a new page [W40]. */
import { addressOf, later, listen } from '../shared/browser.ts';
import { each, isObject } from '../shared/values.ts';
import type { Module } from '../shared/model.ts';

export const routes: Module = (counter, methods) => {
  /** Of an address, what makes it a page: a hash only where it is a route. */
  const routeOf = (url: string): string => url.replace(/#(?![/!]).*/, '');
  let seen = routeOf(location.href);
  /** The page view that we made of the latest change. */
  let made = '';
  let timer: unknown;

  const look = (): void => {
    timer = undefined;
    const url = location.href;
    if (routeOf(url) === seen) return;
    seen = routeOf(url);
    made = url;
    counter['url'] = '';
    counter._view('pv:1:');
  };
  /** Later: the title has changed by then, and a page that calls `hit` has done so. */
  const changed = (): void => {
    timer ??= later(look, 100);
  };
  each(['pushState', 'replaceState'] as const, (name) => {
    // Called by a name of ours: pages replace `call` and `apply`.
    const history = window.history as unknown as Record<string, History['pushState']>;
    const original = `_gp.${name}.${counter._listed.id}`;
    history[original] = history[name]!;
    history[name] = (data, unused, url) => {
      history[original]!(data, unused, url);
      changed();
    };
  });
  listen('popstate', changed);

  const { hit } = methods;
  return {
    hit: (url, title, referer, params, all) => {
      const { href } = addressOf(url || location.href);
      seen = routeOf(location.href);
      // The page tells of the same change: its params count, but no second view.
      if (href === made) {
        const given = isObject(title) ? title : { params };
        counter._send('pa:1:ar:1:', given);
      } else hit!(url, title, referer, params, all);
      made = '';
    },
  };
};
