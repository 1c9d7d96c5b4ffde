/** Takes the token that old API clients send in the address out of it, before logs. */
import type { IncomingMessage } from 'node:http';

/** No client of the field's API opens these, and whatever else does can send a header [A61]. */
const OF_CONSOLES = /^\/chat\/v1\/operator(?:[/?]|$)/;

/**
 * Moves `oauth_token` from the query into the `Authorization` header, which wins where both are there.
 * @returns the address without it
 */
export function takeQueryToken(request: Pick<IncomingMessage, 'url' | 'headers'>): string {
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  if (mark === -1) return url;
  const pairs = url.slice(mark + 1).split('&');
  const kept = pairs.filter((pair) => !isToken(pair));
  if (kept.length === pairs.length) return url;
  const said = OF_CONSOLES.test(url) ? '' : (pairs.find(isToken) ?? '');
  const token = decoded(said.slice(said.indexOf('=') + 1));
  if (said.includes('=') && /^\S+$/.test(token)) request.headers.authorization ??= `OAuth ${token}`;
  return kept.length === 0 ? url.slice(0, mark) : `${url.slice(0, mark)}?${kept.join('&')}`;
}

function isToken(pair: string): boolean {
  const [name = ''] = pair.split('=', 1);
  return name === 'oauth_token' || (name.includes('%') && decoded(name) === 'oauth_token');
}

/** Empty where it is no text. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
