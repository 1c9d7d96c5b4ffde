/** Who stands behind a network address, as far as it can be told: the bound of strangers is theirs together. */
import { isIPv6 } from 'node:net';

/** A client with one IPv6 address has at least 2⁶⁴ of them. */
export function networkOf(given: string): string {
  const address = /^::ffff:\d+\./i.test(given) ? given.slice(7) : given;
  if (!isIPv6(address)) return address;
  return groupsOf(address)
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':');
}

/** @param address IPv6, in any of its spellings; without a zone */
export function groupsOf(address: string): number[] {
  const [head = '', tail] = hexOnly(address).split('::');
  const before = groups(head);
  const after = groups(tail ?? '');
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<number>(zeros).fill(0), ...after];
}

const groups = (text: string): number[] =>
  text
    .split(':')
    .filter((group) => group !== '')
    .map((group) => Number.parseInt(group, 16));

/** The last four bytes may be written as IPv4. */
const hexOnly = (address: string): string =>
  address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...bytes: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(0, 4).map(Number);
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  });
