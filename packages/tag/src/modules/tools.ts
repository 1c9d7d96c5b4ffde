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
  const kept = sessionStorage as { _gp_pick?: string };
  const given = /[?&]_gp_pick=([\w.-]+)/.exec(search);
  // For as long as the tab lasts: links on the page do not carry it on.
  if (given) kept['_gp_pick'] = given[1]!;
  const token = kept['_gp_pick'];
  if (token)
    import(/* @vite-ignore */ `${counter._home}/tag-tools.js?id=${listed.id}&pick=${token}`).catch(
      () => undefined,
    );
};
