/** Addresses that do not exist on the public internet. */
import { isIP } from 'node:net';
import { blockListOf } from '../../kit/limits/client-address.ts';

const PRIVATE = blockListOf([
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '100.64.0.0/10',
  '::1',
  'fc00::/7',
  'fe80::/10',
]);

/** True of what is no address, too, such as a unix socket's peer. */
export function isPrivate(address: string): boolean {
  const family = isIP(address);
  return family === 0 || PRIVATE.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** Of addresses behind which many clients may be: private ones, and proxies that are declared. */
export function unboundedAddresses(trusted: readonly string[]): (address: string) => boolean {
  const proxies = blockListOf(trusted);
  return (address) => {
    const family = isIP(address);
    return isPrivate(address) || proxies.check(address, family === 4 ? 'ipv4' : 'ipv6');
  };
}
