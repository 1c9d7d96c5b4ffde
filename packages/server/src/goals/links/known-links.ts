/** Which messenger, social network or payment system an address is of. Pure; takes any text. */
import { indexHosts } from '../known-sites/host-index.ts';
import { MESSENGERS } from '../known-sites/messengers.ts';
import { PAYMENT_SYSTEMS } from '../known-sites/payment-systems.ts';
import { SOCIAL_NETWORKS } from '../known-sites/social-networks.ts';
import type { System } from '../known-sites/system.ts';
import type { Link } from './link.ts';

const rows = (systems: readonly System[]) => systems.map((value) => ({ hosts: value.hosts, value }));

const messengerHost = indexHosts(rows(MESSENGERS));
const networkHost = indexHosts(rows(SOCIAL_NETWORKS));
const paymentHost = indexHosts(rows(PAYMENT_SYSTEMS));

const BY_SCHEME: ReadonlyMap<string, string> = new Map(
  MESSENGERS.flatMap(({ id, schemes }) => schemes.map((scheme) => [scheme, id] as const)),
);
const PAGES = MESSENGERS.flatMap(({ id, pages }) => pages.map((page) => [page, id] as const));

const isWeb = ({ scheme }: Link): boolean => scheme === 'http' || scheme === 'https' || scheme === '';

/** The id of a messenger; null: the link opens none. */
export function messengerOf(link: Link): string | null {
  if (!isWeb(link)) return BY_SCHEME.get(link.scheme) ?? null;
  if (link.host === '') return null;
  const page = `${link.host}${link.path}`;
  const [, byPage] = PAGES.find(([start]) => page.startsWith(start)) ?? [];
  return byPage ?? messengerHost(link.host)?.id ?? null;
}

/** The id of a social network; null where the link leads to none, or opens a messenger. */
export function socialNetworkOf(link: Link): string | null {
  if (!isWeb(link) || link.host === '' || messengerOf(link) !== null) return null;
  return networkHost(link.host)?.id ?? null;
}

/** Whether a page is one of a payment system. */
export const isPayment = ({ host }: Link): boolean => host !== '' && paymentHost(host) !== undefined;
