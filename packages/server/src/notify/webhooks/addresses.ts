/** Which network addresses a webhook may reach: never a private network, unless a setting allows it. */
import { lookup as lookupWithDns } from 'node:dns';
import { BlockList, isIP } from 'node:net';

/** Everything that is not of the public internet, by the registries of special addresses. */
const CLOSED_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
/** The public part of IPv6; addresses that carry an IPv4 address within lie outside of it, or below. */
const OPEN_IPV6 = ['2000::/3'];
/** Within that: protocols of their own (Teredo among them), examples, 6to4. */
const CLOSED_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const closed = listOf([...CLOSED_IPV4, ...CLOSED_IPV6]);
const openIpv6 = listOf(OPEN_IPV6);

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits = ''] = range.split('/');
    list.addSubnet(address, Number(bits), isIP(address) === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}

export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !closed.check(address, 'ipv4');
    case 6:
      return openIpv6.check(address, 'ipv6') && !closed.check(address, 'ipv6');
    default:
      return false;
  }
}

export interface Address {
  readonly address: string;
  readonly family: number;
}

/** Resolves a host to addresses; `node:dns` in the real program. */
export type Resolve = (host: string) => Promise<readonly Address[]>;

export const resolveWithDns: Resolve = (host) =>
  new Promise((resolve, reject) => {
    lookupWithDns(host, { all: true, verbatim: true }, (error, addresses) => {
      if (error) reject(error);
      else resolve(addresses);
    });
  });

/** Names that lead nowhere but into this machine or its network, whatever is asked for them. */
const PRIVATE_NAMES =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa)$/;

/** By the name alone: one without a dot is of the network that this machine is in. */
function isPrivateName(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  return !name.includes('.') || PRIVATE_NAMES.test(name);
}

/** How long the owner who adds an address waits for the look-up of its name. */
const LOOK_UP_MS = 2_000;

/**
 * Whether an address is to be refused when it is added. A name that leads nowhere now, or that is not answered for
 * in time, is not: what it leads to is looked up again whenever something is sent.
 */
export async function leadsToPrivate(hostname: string, resolve: Resolve): Promise<boolean> {
  if (addressIn(hostname) === null && isPrivateName(hostname)) return true;
  const { promise: late, resolve: giveUp } = Promise.withResolvers<[]>();
  const timer = setTimeout(() => giveUp([]), LOOK_UP_MS);
  const found = addressesOf(hostname, false, resolve).catch(() => []);
  const addresses = await Promise.race([found, late]);
  clearTimeout(timer);
  return addresses === null;
}

/** @param hostname of a `URL`, which writes every form of an IPv4 address in the one with four numbers */
function addressIn(hostname: string): Address | null {
  const address = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(address);
  return family === 0 ? null : { address, family };
}

/**
 * The addresses to connect to: what is held against the list is what is used afterwards, so that a name cannot
 * answer one thing to the check and another to the connection.
 * @returns null where any of them is not to be reached
 */
export async function addressesOf(
  hostname: string,
  allowPrivate: boolean,
  resolve: Resolve,
): Promise<readonly Address[] | null> {
  const literal = addressIn(hostname);
  const found = literal === null ? await resolve(hostname) : [literal];
  return allowPrivate || found.every(({ address }) => isPublicAddress(address)) ? found : null;
}
