/** Who stands behind a network address, as far as it can be told: the bound of strangers is theirs together. */
import { isIPv6 } from 'node:net';

/** A client with one IPv6 address has at least 2⁶⁴ of them. */
export function networkOf(given: string): string {
  const address = /^::ffff:\d+\./i.test(given) ? given.slice(7) : given;
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const zeros = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  return [...groups(head), ...Array<string>(zeros).fill('0'), ...groups(tail ?? '')].slice(0, 4).join(':');
}

const groups = (text: string): string[] => text.split(':').filter((group) => group !== '');
