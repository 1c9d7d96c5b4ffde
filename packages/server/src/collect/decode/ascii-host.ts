/** Writes hosts in punycode, as browsers send them, so that one host has one spelling in the store [W70]. */
import { domainToASCII } from 'node:url';
import { addressParts } from '@goalpost/contract/addresses';

// eslint-disable-next-line no-control-regex
const BEYOND_ASCII = /[^\u0000-\u007f]/;
/** Longer than a host can be, so that reading it costs little. */
const MAX_HOST = 300;

/** An address whose host is no valid one stays as it was sent. Never throws. */
export function withAsciiHost(url: string): string {
  if (!BEYOND_ASCII.test(url)) return url;
  const { scheme, host, local } = addressParts(url);
  if (host.length > MAX_HOST || !BEYOND_ASCII.test(host)) return url;
  const [, name = '', port = ''] = /^(.*?)(:\d*)?$/s.exec(host) ?? [];
  const ascii = domainToASCII(name.toWellFormed());
  return ascii === '' ? url : scheme + ascii + port + local;
}
