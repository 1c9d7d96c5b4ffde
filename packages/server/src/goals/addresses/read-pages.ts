/** Reads the address of a page once for many views: most views are of few pages. */
import { LRUCache } from 'lru-cache';
import { addressForms, type AddressForms } from './address.ts';
import { readLink, type Link } from '../links/link.ts';

export interface ReadPage {
  forms(): AddressForms;
  link(): Link;
}

const REMEMBERED = 500;

/** Each part is worked out when it is first asked for. */
export function readPage(url: string): ReadPage {
  let forms: AddressForms | undefined;
  let link: Link | undefined;
  return {
    forms: () => (forms ??= addressForms(url)),
    link: () => (link ??= readLink(url)),
  };
}

/** The same, with the latest pages remembered. */
export function createPageReader(): (url: string) => ReadPage {
  const remembered = new LRUCache<string, ReadPage>({ max: REMEMBERED });
  return (url) => {
    const before = remembered.get(url);
    if (before !== undefined) return before;
    const page = readPage(url);
    remembered.set(url, page);
    return page;
  };
}
