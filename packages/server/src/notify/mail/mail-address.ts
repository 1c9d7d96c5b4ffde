/** Reads a typed e-mail address: one plain address, or nothing. */
import { domainToASCII } from 'node:url';

const MAX_LENGTH = 254;
const LOCAL_PART = /^(?!\.)(?!.*\.\.)(?!.*\.$)[a-z0-9_'+.=&%!#$*/?^{|}~-]{1,64}$/i;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/**
 * @param text what a person typed as their address
 * @returns the one address it is, its domain in ASCII and lower case; null where it is none, or more than one
 */
export function plausibleAddress(text: string): string | null {
  const typed = text.trim();
  const at = typed.lastIndexOf('@');
  if (at <= 0) return null;
  const asked = typed.slice(at + 1);
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(asked)) return null;
  const [local, domain] = [typed.slice(0, at), domainToASCII(asked)];
  if (!LOCAL_PART.test(local) || !DOMAIN.test(domain)) return null;
  const address = `${local}@${domain}`;
  return address.length <= MAX_LENGTH ? address : null;
}

/** In whose name letters are sent. */
export interface Sender {
  /** Null: the name of the site that a letter is about. */
  readonly name: string | null;
  readonly address: string;
}

/** @param text `chat@example.com` or `Name <chat@example.com>`; null: it is neither */
export function parseSender(text: string): Sender | null {
  const named = /^([^<>]*)<([^<>]*)>$/.exec(text.trim());
  const address = plausibleAddress(named?.[2] ?? text);
  if (address === null || /\p{Cc}/u.test(text)) return null;
  const name = (named?.[1] ?? '').trim().replace(/^"(.*)"$/, '$1');
  return { name: name === '' ? null : name, address };
}
