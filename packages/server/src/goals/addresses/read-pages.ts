/** Reads the address of a page once for many views: most views are of few pages. */
import { LRUCache } from 'lru-cache';
import { addressForms, type AddressForms } from './address.ts';
import { isPayment } from '../links/known-links.ts';
import { filledParameters, readLink, type Link } from '../links/link.ts';

export interface ReadPage {
  forms(): AddressForms;
  link(): Link;
  /** Names of its parameters that have a value. */
  parameters(): ReadonlySet<string>;
  isPayment(): boolean;
}

const REMEMBERED = 500;

/** Each part is worked out when it is first asked for. */
export function readPage(url: string): ReadPage {
  let forms: AddressForms | undefined;
  let link: Link | undefined;
  let parameters: ReadonlySet<string> | undefined;
  let payment: boolean | undefined;
  const linkOf = () => (link ??= readLink(url));
  return {
    forms: () => (forms ??= addressForms(url)),
    link: linkOf,
    parameters: () => (parameters ??= filledParameters(linkOf().query)),
    isPayment: () => (payment ??= isPayment(linkOf())),
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
