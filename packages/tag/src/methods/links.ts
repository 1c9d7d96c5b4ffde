/** Outbound links and downloads: by themselves under `trackLinks`, and by `extLink` and `file`. */
import { addressOf, listen } from '../shared/browser.ts';
import type { Counter, Methods } from '../shared/model.ts';
import { own } from '../shared/values.ts';

const EXTENSIONS =
  '3gp|7z|a(ac|pk|vi)|csv|d(jvu|ocx)|exe|fl(ac|v)|gz|key|m(idi|k[av]|ov|p([34]|eg)|si)|ogg|p(df|kg|ps|ptx?)|r(ar|tf)|txt|w(av|m[afv])|xlsx|zip';
/** Of an address and the link's classes: one that leads nowhere, or that the page has marked. */
const UNTRACKED = /^(javascript:|data:|blob:| )|ym-disable-tracklink/;

const hostOf = (address: { readonly hostname: string }): string => address.hostname.replace(/^www\./, '');

export const linkMethods = (counter: Counter): Methods => {
  let extensions = EXTENSIONS;

  const send = (kind: string, url: unknown, given: unknown): void => {
    if (url) counter._send(kind, given, addressOf(url).href, `${own(given)['referer'] || counter._page()}`);
  };
  const click = (given: Event): void => {
    const event = given as MouseEvent;
    // Through open shadow roots. An SVG link is none that could be read.
    const link = (event.composedPath() as HTMLAnchorElement[]).find((node) => 'hostname' in node);
    // `auxclick` is the middle button, but the right one too.
    if (!link || !counter._listed['trackLinks'] || event.button > 1) return;
    const { href, className, textContent } = link;
    if (UNTRACKED.test(`${href} ${className}`)) return;
    const isOut = /ym-external-link/.test(className) || hostOf(link) !== hostOf(addressOf(counter._page()));
    const isDownload = new RegExp(`\\.(${extensions})([?#]|$)`, 'i').test(href);
    const kind = (isDownload ? 'dl:1:' : '') + (isOut ? 'ln:1:' : '');
    if (kind) send(kind, href, { title: textContent.trim() });
  };
  // On the way down: pages stop clicks from coming up.
  listen('click', click);
  listen('auxclick', click);

  return {
    extLink: (url, given) => send('ln:1:', url, given),
    file: (url, given) => send('dl:1:ln:1:', url, given),
    addFileExtension: (names) => {
      extensions += `|${names}`.replace(/,/g, '|');
    },
  };
};
