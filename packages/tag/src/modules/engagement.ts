/** How long the visitor was at the page and how far down they came [W39]. */
import { listen, now } from '../shared/browser.ts';
import { attempt } from '../shared/guard.ts';
import { each } from '../shared/values.ts';
import type { Module } from '../shared/model.ts';

export const engagement: Module = (counter) => {
  /** The page that was viewed last, before this module came or after; before the first view there is none to tell of. */
  let page = counter._sent ? counter._page() : '';
  let latest = now();
  let activeMs = 0;
  /** Percent; `toldDepth` of it has been sent. */
  let depth = 0;
  let toldDepth = 0;
  let isShown = !document.hidden;

  /** A visitor who does nothing for 15 s counts as gone. */
  const note = (): void => {
    const time = now();
    const ms = time - latest;
    if (isShown) activeMs += ms < 15_000 ? ms : 15_000;
    latest = time;
  };
  const look = (): void => {
    // None where the body scrolls by itself, on pages without a doctype: how far is not known there.
    const { scrollHeight } = document.scrollingElement!;
    const percent = (((scrollY + innerHeight) / scrollHeight) * 100) | 0;
    if (depth < percent) depth = percent < 100 ? percent : 100;
  };
  const send = (): void => {
    note();
    // What goes wrong here must not keep the page view that follows.
    if (isShown) attempt(look);
    const seconds = (activeMs / 1000) | 0;
    if (!page || (!seconds && depth <= toldDepth)) return;
    activeMs -= seconds * 1000;
    toldDepth = depth;
    counter._send(`ar:1:eng:1:at:${seconds}:sd:${depth}:`, { callback: 0 }, '', page);
  };

  each(['pointermove', 'pointerdown', 'keydown', 'wheel'], (type) => listen(type, note));
  listen('scroll', () => {
    note();
    look();
  });
  listen('visibilitychange', () => {
    send();
    isShown = !document.hidden;
  });
  listen('pagehide', send);

  const { _send } = counter;
  counter._send = (kind, given, url, referrer) => {
    // A view is a new page: what was seen so far was the one before.
    if (kind[1] === 'v') {
      send();
      page = counter._page();
      depth = toldDepth = 0;
    }
    _send(kind, given, url, referrer);
  };
};
