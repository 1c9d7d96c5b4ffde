/** Whether a browser's request comes from this server's own pages: the guard of cookie sign-in. */
import type { IncomingHttpHeaders } from 'node:http';

/**
 * `Sec-Fetch-Site` cannot be set by a page's script; where a browser does not send it, `Origin` must name the
 * host that was asked, or the public address.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, publicUrl: string | null): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = hostOf(headers.origin);
  if (origin === null) return false;
  return origin === headers.host?.toLowerCase() || (publicUrl !== null && origin === hostOf(publicUrl));
}

function hostOf(url: string | undefined): string | null {
  return url !== undefined && URL.canParse(url) ? new URL(url).host : null;
}
