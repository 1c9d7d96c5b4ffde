/** Whose request it is: the peer's address, or the one that a trusted proxy speaks for. */
import { BlockList, isIP } from 'node:net';
import { groupsOf } from './network.ts';

/** @param forwardedFor the `X-Forwarded-For` list; empty if none */
export type ClientAddress = (peer: string | undefined, forwardedFor: string) => string;

/**
 * @param trusted addresses or CIDR ranges of reverse proxies
 * @throws Error naming the entry that is neither
 */
export function createClientAddress(trusted: readonly string[]): ClientAddress {
  if (trusted.length === 0) return (peer) => plain(peer ?? '');
  const list = blockListOf(trusted);
  const isTrusted = (address: string) => isListed(list, address);
  return (peer, forwardedFor) => {
    let client = plain(peer ?? '');
    if (forwardedFor === '' || !isTrusted(client)) return client;
    for (const part of forwardedFor.split(',').toReversed()) {
      const hop = plain(withoutPort(part.trim()));
      // What stands further left was written by this client.
      if (isIP(hop) === 0) return client;
      client = hop;
      if (!isTrusted(hop)) return client;
    }
    return client;
  };
}

export function blockListOf(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address);
    const type = family === 4 ? 'ipv4' : 'ipv6';
    const prefix = Number(bits);
    if (
      family === 0 ||
      (bits !== undefined && !(/^\d+$/.test(bits) && prefix <= (family === 4 ? 32 : 128)))
    ) {
      throw new Error(`"${entry}" is neither a network address nor a range such as 10.0.0.0/8`);
    }
    if (bits === undefined) list.addAddress(address, type);
    else list.addSubnet(address, prefix, type);
  }
  return list;
}

/** What is no address is on no list. */
export function isListed(list: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && list.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** One spelling of each address: what counts by address would count another spelling apart. */
function plain(given: string): string {
  const address = given.replace(/%.*$/, '');
  if (isIP(address) !== 6) return address;
  const groups = groupsOf(address);
  const [high = 0, low = 0] = groups.slice(6);
  // An IPv4 address that a dual-stack socket shows as IPv6 is an IPv4 address.
  if (groups.slice(0, 6).join() === MAPPED) return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  return new URL(`http://[${address}]/`).hostname.slice(1, -1);
}

const MAPPED = [0, 0, 0, 0, 0, 0xffff].join();

function withoutPort(text: string): string {
  const quoted = text.replaceAll('"', '');
  if (quoted.startsWith('[')) return quoted.slice(1, quoted.indexOf(']'));
  return quoted.includes('.') ? quoted.replace(/(\d):\d+$/, '$1') : quoted;
}
