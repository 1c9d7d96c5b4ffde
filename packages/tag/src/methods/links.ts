/** Outbound links and downloads: by themselves under `trackLinks`, and by `extLink` and `file`. */
import { addressOf } from '../address.ts';
import { type Bag, bag } from '../bag.ts';
import type { Counter, Instance } from '../counter.ts';

const EXTENSIONS =
  '3gp|7z|aac|apk|avi|csv|djvu|docx|exe|flac|flv|gz|key|midi|mka|mkv|mov|mp3|mp4|mpeg|msi|ogg|pdf|pkg|pps|pptx?|rar|rtf|txt|wav|wm[afv]|xlsx|zip';
const NOWHERE = /^(javascript|data|blob|about):|^$/;

const hostOf = (address: HTMLAnchorElement): string => address.hostname.replace(/^www\./, '');

export const linkMethods = (counter: Counter): Instance => {
  const listed = counter._listed;
  let extensions = EXTENSIONS;

  const send = (kind: string, url: unknown, given: Bag): void => {
    if (url) counter._send(kind, given, addressOf(`${url}`).href, `${given['referer'] || counter._page()}`);
  };
  const trackLinks = (on: unknown = true): void => {
    listed['trackLinks'] = Boolean(on);
  };
  const click = (event: Event): void => {
    // Through open shadow roots. The address of an SVG link is no text.
    const link = (event.composedPath() as HTMLAnchorElement[]).find((node) => /^a(rea)?$/i.test(node.nodeName));
    // `auxclick` is the middle button, but the right one too.
    if (!link || !listed['trackLinks'] || (event as MouseEvent).button > 1) return;
    const { href, className, textContent } = link;
    if (/ym-disable-tracklink/.test(className) || NOWHERE.test(href)) return;
    const isForced = /ym-external-link/.test(className);
    const isOut = isForced || hostOf(link) !== hostOf(addressOf(counter._page()));
    const isFile = new RegExp(`\\.(${extensions})$`, 'i');
    const isDownload = !isForced && (isFile.test(link.pathname) || isFile.test(href));
    const kinds = [isDownload && 'dl:1', isOut && 'ln:1'].filter(Boolean);
    if (kinds[0]) send(kinds.join(':'), href, { title: textContent?.trim() || document.title });
  };

  trackLinks(counter._options['trackLinks']);
  // On the way down: pages stop clicks from coming up.
  counter._on(document, 'click', click);
  counter._on(document, 'auxclick', click);

  return {
    extLink: (url, given) => send('ln:1', url, bag(given)),
    file: (url, given) => send('dl:1:ln:1', url, bag(given)),
    addFileExtension: (names) => {
      extensions += `|${[names].flat().join('|')}`;
    },
    trackLinks,
  };
};
