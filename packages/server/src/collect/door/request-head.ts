/** The header fields that collection reads. Absent: empty. */
import type { IncomingHttpHeaders } from 'node:http';

export interface RequestHead {
  readonly host: string;
  readonly origin: string;
  readonly cookie: string;
  readonly referer: string;
  readonly userAgent: string;
  readonly contentLength: string;
  readonly fetchSite: string;
  /** All values said, in order, parted by commas. */
  readonly forwardedFor: string;
  readonly preflightHeaders: string;
  /** Signals by which the browser refuses. */
  readonly dnt: boolean;
  readonly gpc: boolean;
}

export function readHead(headers: IncomingHttpHeaders): RequestHead {
  const forwarded = headers['x-forwarded-for'];
  return {
    host: headers.host ?? '',
    origin: headers.origin ?? '',
    cookie: headers.cookie ?? '',
    referer: headers.referer ?? '',
    userAgent: headers['user-agent'] ?? '',
    contentLength: headers['content-length'] ?? '',
    fetchSite: headers['sec-fetch-site'] ?? '',
    forwardedFor: typeof forwarded === 'string' ? forwarded : (forwarded?.join(',') ?? ''),
    dnt: headers['dnt'] === '1',
    gpc: headers['sec-gpc'] === '1',
    preflightHeaders: headers['access-control-request-headers'] ?? '',
  };
}
