/** Outbound links and downloads: by themselves under `trackLinks`, and by `extLink` and `file`. */
import { addressOf, listen } from '../shared/browser.ts';
import { own } from '../shared/values.ts';
import type { Module } from '../shared/model.ts';

export const links: Module = (counter) => {
  /** In the order that makes the least under gzip. */
  let extensions =
    'key|ogg|p(kg|p(s|tx?)|df)|w(av|m[afv])|m(idi|si|ov|p3|p4|peg|k[av])|zip|a(ac|pk|vi)|7z|3gp|txt|xlsx|fl(ac|v)|rar|rtf|csv|d(ocx|jvu)|gz|exe';

  const hostOf = (url: unknown): string => addressOf(url).hostname.replace(/^www\./, '');
  const send = (kind: string, url: unknown, given: unknown): void => {
    if (url) counter._send(kind, given, addressOf(url).href, own(given)['referer'] as string);
  };
  const click = (event: MouseEvent): void => {
    // Through open shadow roots.
    const link = (event.composedPath() as HTMLAnchorElement[]).find(({ localName }) =>
      /^a(rea)?$/.test(localName),
    );
    // `auxclick` is the middle button, but the right one too.
    if (!link || event.button > 1 || !counter._listed['trackLinks']) return;
    const { href: given, className, textContent } = link;
    // Of an SVG link, an object holds what was written. No address is one that leads nowhere.
    const { href } = addressOf(((given as unknown as SVGAnimatedString).baseVal ?? given) || 'data:');
    // One that leads nowhere, or that the page has marked.
    if (/^(java|data|blob)|ym-disable-tracklink/.test(href + className)) return;
    const isDownload =
      link.hasAttribute('download') ||
      new RegExp(`\\.(${extensions.replace(/,/g, '|')})([?#&]|$)`, 'i').test(href);
    const isOut = /ym-external-link/.test(className) || hostOf(href) !== hostOf(counter._page());
    const kind = (isDownload ? 'dl:1:' : '') + (isOut ? 'ln:1:' : '');
    if (!kind) return;
    // A click that is told as a link is no click on a button [W37].
    counter._told = event;
    send(kind, href, { title: textContent.trim() });
  };
  // On the way down: pages stop clicks from coming up.
  listen('click', click as (event: Event) => void);
  listen('auxclick', click as (event: Event) => void);

  return {
    extLink: (url, given) => send('ln:1:', url, given),
    file: (url, given) => send('dl:1:ln:1:', url, given),
    addFileExtension: (names) => {
      extensions += `,${names as string}`;
    },
  };
};
