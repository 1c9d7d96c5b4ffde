/** Headers by which a request shows that a proxy passed it on. */
import type { IncomingHttpHeaders } from 'node:http';

/** Standard ones, and those of well-known proxies, load balancers and content delivery networks. */
export const PROXY_HEADERS: ReadonlySet<string> = new Set([
  'forwarded',
  'forwarded-for',
  'via',
  'cdn-loop',
  'proxy-connection',
  'true-client-ip',
  'x-real-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'x-remote-ip',
  'x-remote-addr',
  'x-originating-ip',
  'x-host',
  'x-proxyuser-ip',
  'x-nginx-proxy',
  'x-varnish',
  'x-cdn',
  'wl-proxy-client-ip',
  'ali-cdn-real-ip',
  'client-ip',
  'remote-addr',
  'fastly-client-ip',
  'fly-client-ip',
  'do-connecting-ip',
  'incap-client-ip',
  'x-sucuri-clientip',
]);

/** A whole family of headers each. */
export const PROXY_PREFIXES: readonly string[] = [
  'x-forwarded',
  'x-original-',
  'x-amz-cf-',
  'x-amzn-',
  'x-appengine-',
  'x-arr-',
  'x-azure-',
  'x-envoy-',
  'x-goog-',
  'x-nf-',
  'x-proxy-',
  'x-vercel-',
  'cf-',
  'cloudfront-',
  'fastly-',
  'akamai-',
  'tailscale-',
];

export function isProxied(headers: IncomingHttpHeaders): boolean {
  return Object.keys(headers).some(
    (name) => PROXY_HEADERS.has(name) || PROXY_PREFIXES.some((prefix) => name.startsWith(prefix)),
  );
}

const THIS_MACHINE = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/i;

/** A proxy that adds nothing passes on the name that was asked for; so does a page that rebinds its own name. */
export function asksThisMachine({ host = '' }: IncomingHttpHeaders): boolean {
  return THIS_MACHINE.test(host);
}
