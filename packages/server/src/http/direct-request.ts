/** Whether a request comes from a program on this machine, or a proxy there passed it on [W21]. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/**
 * What scrapers, command lines and browsers send of themselves. Proxies have more names for what they add than any
 * list holds, so a header that is not here is taken for one of theirs.
 */
const OWN_HEADERS: ReadonlySet<string> = new Set([
  'accept',
  'accept-charset',
  'accept-encoding',
  'accept-language',
  'authorization',
  'cache-control',
  'connection',
  'content-length',
  'content-type',
  'cookie',
  'dnt',
  'host',
  'if-modified-since',
  'if-none-match',
  'keep-alive',
  'pragma',
  'priority',
  'referer',
  'te',
  'upgrade-insecure-requests',
  'user-agent',
  'x-prometheus-scrape-timeout-seconds',
]);
/** Browsers tell by these what a request is for. */
const OF_BROWSERS = 'sec-';

export function isDirect({ socket, headers, httpVersion }: IncomingMessage): boolean {
  const address = socket.remoteAddress ?? '';
  const local = address === '::1' || address.replace('::ffff:', '').startsWith('127.');
  // nginx asks by HTTP/1.0 where nothing else is set, and adds no header then.
  return local && httpVersion === '1.1' && asksThisMachine(headers) && Object.keys(headers).every(isOwn);
}

const isOwn = (name: string): boolean => OWN_HEADERS.has(name) || name.startsWith(OF_BROWSERS);

const THIS_MACHINE = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/i;

/** A proxy that adds nothing passes on the name that was asked for; so does a page that rebinds its own name. */
function asksThisMachine({ host = '' }: IncomingHttpHeaders): boolean {
  return THIS_MACHINE.test(host);
}
