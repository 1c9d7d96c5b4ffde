/** For people who look after the site: loads test mode and picker, and talks in the console [W42]. */
import type { Module } from '../shared/model.ts';

export const tools: Module = (counter) => {
  const { search } = location;
  const { _send: send } = counter;
  const token = (kind: string): string => {
    const key = `_gp_${kind}`;
    const found = new RegExp(`[?&]${key}=([\\w.~-]+)`).exec(search)?.[1];
    // For as long as the tab lasts: links on the page do not carry it on.
    if (found) sessionStorage[key] = found;
    return (sessionStorage[key] as string | undefined) ?? '';
  };
  const test = token('test');
  if (test || token('pick'))
    import(/* @vite-ignore */ `${counter._home}/tag-tools.js`).catch(() => undefined);
  const isTalking = /_ym_debug/.test(search);
  if (!test && !isTalking) return;
  counter._send = (kind, given, url, referrer) => {
    // oxlint-disable-next-line no-console -- this is what `_ym_debug` asks for
    if (isTalking) console.log('Hit', counter._listed.id, kind, url, given);
    send(test ? `${kind}tst:${test}:` : kind, given, url, referrer);
  };
};
