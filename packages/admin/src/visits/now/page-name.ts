/** Names a page by what a person calls it: one page stands once, whatever advertising brought to it. Pure. */
import { shownHost, shownLocal } from '@goalpost/contract/addresses';
import { shortAddress } from '../../chat/ui/names.ts';

/** Fragments that programs in the page read as an address. */
const ROUTE = /^#!?\//;

/** Sites are kept as they were typed: with a path, capitals, and letters of their own. */
const hostOf = (site: string): string =>
  URL.canParse(`http://${site}`) ? new URL(`http://${site}`).host : site;

const bare = (host: string): string => host.replace(/^www\./, '');

/**
 * @param site address of the counter: its own pages need not say it
 * @returns '' for no address
 */
export function pageName(url: string, site: string): string {
  if (url === '' || !URL.canParse(url)) return url;
  const { host, hash } = new URL(url);
  const name = shortAddress(url) + (ROUTE.test(hash) ? shownLocal(hash) : '');
  return bare(host) === bare(hostOf(site)) ? name : shownHost(host) + name;
}
