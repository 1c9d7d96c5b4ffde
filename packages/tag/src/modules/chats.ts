/** Looks for other vendors' chats once the page is idle, so that they make goals [W45]. */
import { keepIn, later, listen } from '../shared/browser.ts';
import { attempt } from '../shared/guard.ts';
import type { Module } from '../shared/model.ts';

export const chats: Module = (counter, methods) => {
  const id = counter._listed.id;
  const home = counter._home;
  /** By `await`: pages replace the `then` of promises. */
  const look = async (): Promise<void> => {
    try {
      (await import(/* @vite-ignore */ `${home}/tag/chats.js?id=${id}`)).default(id, home, methods, keepIn);
    } catch {
      // The chats are looked for on the next page.
    }
  };
  const idle = (): void => {
    // Where the page has taken the browser's own, its answer may be nothing.
    if (!attempt(() => requestIdleCallback(look as () => void, { timeout: 5_000 }))) later(look, 2_000);
  };
  if (document.readyState === 'complete') idle();
  else listen('load', idle);
};
