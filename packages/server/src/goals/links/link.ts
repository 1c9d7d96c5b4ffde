/** The parts of a link's address that goals look at. Pure; takes any text. */
import { decodeAddress } from '../addresses/address.ts';
import { normalHost } from './host.ts';

export interface Link {
  /** In lower case, without the colon; empty: there is none. */
  readonly scheme: string;
  /** As hosts are compared; empty for `mailto:` and the like. */
  readonly host: string;
  /** What stands between host and `?` or `#`; of `mailto:` and `tel:` all up to there. As sent. */
  readonly path: string;
  /** Behind `?`, without the fragment; as sent. */
  readonly query: string;
}

const SCHEME = /^([a-z][a-z0-9+.-]{0,40}):/i;
/** They have no host: `tel://` is a slip that telephones forgive. */
const NO_HOST: ReadonlySet<string> = new Set(['mailto', 'tel', 'callto']);
/** Of a link that Android opens by a program, the scheme of that. */
const INTENT = /^intent:[^#]*#Intent;(?:.*;)?scheme=([a-z][a-z0-9+.-]{0,40});/i;

export function readLink(address: string): Link {
  const written = SCHEME.exec(address)?.[1] ?? '';
  const scheme = (INTENT.exec(address)?.[1] ?? written).toLowerCase();
  let rest = written === '' ? address : address.slice(written.length + 1);
  if (NO_HOST.has(scheme)) rest = rest.replace(/^\/+/, '');
  const hash = rest.indexOf('#');
  if (hash !== -1) rest = rest.slice(0, hash);
  const mark = rest.indexOf('?');
  const query = mark === -1 ? '' : rest.slice(mark + 1);
  if (mark !== -1) rest = rest.slice(0, mark);
  if (!rest.startsWith('//')) return { scheme, host: '', path: rest, query };
  const slash = rest.indexOf('/', 2);
  const authority = slash === -1 ? rest.slice(2) : rest.slice(2, slash);
  return {
    scheme,
    host: normalHost(authority.slice(authority.lastIndexOf('@') + 1)),
    path: slash === -1 ? '' : rest.slice(slash),
    query,
  };
}

/** Names of the parameters that have a value, decoded. */
export function filledParameters(query: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const part of query.split('&')) {
    const equals = part.indexOf('=');
    if (equals > 0 && decodeAddress(part.slice(equals + 1)).trim() !== '') {
      names.add(decodeAddress(part.slice(0, equals)));
    }
  }
  return names;
}
