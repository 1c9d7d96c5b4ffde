/**
 * Reads dimensions whose values are addresses [M35].
 * They are grouped with their escapes decoded, named with hosts in their own letters, and found in either spelling.
 *
 * In SQL a host stays as it was sent, in punycode, since the embedded store has no function that reads it: a
 * host in punycode is the same host in letters, so that groups are the same, and names are given afterwards.
 * Only a pattern over the letters needs them there; then the hosts that there are come as two lists.
 */
import { domainToASCII } from 'node:url';
import { addressParts, shownHost, shownLocal } from '@goalpost/contract/addresses';

/**
 * `url`: scheme, host and what follows · `host` alone · `path`: a path, or a part of one ·
 * `site`: a host, or the name of a system.
 */
export type AddressKind = 'url' | 'host' | 'path' | 'site';

/** The same as `shownLocal` of the contract, over a path, query and fragment. */
function localSql(local: string): string {
  const spaced = `concat(substringIndex(${local}, '?', 1), replaceAll(substring(${local}, length(substringIndex(${local}, '?', 1)) + 1), '+', ' '))`;
  const kept = `replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\\\1')`;
  const decoded = `decodeURLComponent(${kept})`;
  const isSafe = String.raw`match(part, '(?i)^%[0-9a-f]{2}') AND isValidUTF8(${decoded}) AND NOT match(${decoded}, '[\\p{Cc}\\x{61c}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]')`;
  const parts = `extractAll(${spaced}, '(?i)(?:%[0-9a-f]{2})+|%[0-9a-f]?(?:%[0-9a-f]{2})*|[^%]+')`;
  const joined = `arrayStringConcat(arrayMap(part -> if(${isSafe}, ${decoded}, part), ${parts}))`;
  return `if(position(${local}, '%') = 0 AND position(${local}, '+') = 0, ${local}, ${joined})`;
}

/** Scheme and host of an address, as sent; empty where it has none. */
const HEAD = String.raw`'(?i)^[a-z][a-z0-9+.-]*://[^/?#]*'`;

/** The column that values are grouped and compared by. @param raw what was collected, as SQL */
export function addressSql(kind: AddressKind, raw: string): string {
  switch (kind) {
    case 'site':
      return raw;
    case 'host':
      return `lower(${raw})`;
    case 'path':
      return localSql(raw);
    case 'url': {
      const head = `extract(${raw}, ${HEAD})`;
      const local = `substring(${raw}, length(${head}) + 1)`;
      // Most addresses hold nothing to decode: they are told by cheap looks, and stay as they are.
      const plain = `position(${raw}, '%') = 0 AND position(${raw}, '+') = 0 AND ${raw} = lower(${raw})`;
      return `if(${plain}, ${raw}, concat(lower(${head}), ${localSql(local)}))`;
    }
  }
}

/** A value, in whatever spelling, as the column has it. */
export function addressValue(kind: AddressKind, text: string): string {
  if (kind === 'path') return shownLocal(text);
  if (kind === 'host') return asciiHost(text);
  if (kind === 'site') return text.includes('.') ? asciiHost(text) : text;
  const { scheme, host, local } = addressParts(text);
  return scheme.toLowerCase() + asciiHost(host) + shownLocal(local);
}

/** A column's value as people read it. */
export function addressName(kind: AddressKind, value: string): string {
  if (kind === 'path') return value;
  if (kind === 'host' || kind === 'site') return value.includes('xn--') ? shownHost(value) : value;
  const { scheme, host, local } = addressParts(value);
  return scheme + shownHost(host) + local;
}

/** A host with its port, if it has one. What is no host stays as it is. */
function asciiHost(host: string): string {
  const lower = host.toLowerCase();
  if (!/[^\0-\x7f]/.test(lower)) return lower;
  const [name = '', port = ''] = lower.split(/(?=:\d*$)/);
  const ascii = domainToASCII(name);
  return ascii === '' ? lower : ascii + port;
}

/** Hosts in punycode that the rows asked about hold, for patterns over their letters. */
export type Hosts = readonly string[];

/** The host within a value, as SQL; null where it has none. */
export function hostSql(kind: AddressKind, raw: string): string | null {
  if (kind === 'path') return null;
  return kind === 'url' ? `lower(domain(${raw}))` : raw;
}

/** The column with its hosts in letters. @param lists placeholders: hosts as sent, and in letters */
export function letteredSql(kind: AddressKind, raw: string, lists: readonly [string, string]): string {
  const host = hostSql(kind, raw);
  const column = addressSql(kind, raw);
  if (host === null) return column;
  const letters = `transform(${kind === 'host' ? column : host}, ${lists.join(', ')}, ${kind === 'host' ? column : host})`;
  return kind === 'url' ? `if(${host} = '', ${column}, replaceOne(${column}, ${host}, ${letters}))` : letters;
}
