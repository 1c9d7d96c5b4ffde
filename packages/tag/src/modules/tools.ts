/** For people who look after the site: loads the picker [W42], and talks in the console. */
import type { Module } from '../shared/model.ts';

export const tools: Module = (counter) => {
  const { search } = location;
  const { _send: send, _listed: listed } = counter;
  if (/_ym_debug/.test(search))
    counter._send = (kind, given, url, referrer) => {
      // oxlint-disable-next-line no-console -- this is what `_ym_debug` asks for
      console.log('Hit', listed.id, kind, url, given);
      send(kind, given, url, referrer);
    };
  const given = /[?&]_gp_pick=([\w.-]+)/.exec(search);
  // For as long as the tab lasts: links on the page do not carry it on. Browsers of all others never wait for that store.
  if (given) {
    localStorage['_gp_pick'] = 1;
    sessionStorage['_gp_pick'] = given[1];
  }
  const token = localStorage['_gp_pick'] && (sessionStorage['_gp_pick'] as unknown);
  if (token)
    import(/* @vite-ignore */ `${counter._home}/tag-tools.js?id=${listed.id}&pick=${token as string}`).catch(
      () => undefined,
    );
};
