/** Finds what a host belongs to, by the hosts of a table's rows. */

/** No name has more [RFC 1035: 253 characters]. */
const MOST_LABELS = 127;
const COUNTRY = /\.(?:com?\.[a-z]{2}|[a-z]{2,3})$/;

/** `google.co.uk` → `google.*`. */
const anyCountry = (host: string): string => host.replace(COUNTRY, '.*');

/** `=ya.ru` is the host alone, `ya.ru` its subdomains too. */
export function plainHost(host: string): string {
  return host.startsWith('=') ? host.slice(1) : host;
}

/**
 * @param rows the first of two with the same host wins; hosts as `System` writes them
 * @returns takes a host in lower case, without `www.`
 */
export function indexHosts<T extends object>(
  rows: readonly { readonly hosts: readonly string[]; readonly value: T }[],
): (host: string) => T | undefined {
  const exact = new Map<string, T>();
  const withSubdomains = new Map<string, T>();
  for (const { hosts, value } of rows) {
    for (const host of hosts) {
      const map = host.startsWith('=') ? exact : withSubdomains;
      const plain = plainHost(host);
      if (!map.has(plain)) map.set(plain, value);
    }
  }
  return (host) => {
    const alone = exact.get(host) ?? exact.get(anyCountry(host));
    if (alone !== undefined) return alone;
    // Labels may be empty and many: each turn begins behind a later dot.
    for (let at = 0, turns = 0; turns < MOST_LABELS; turns++) {
      const rest = host.slice(at);
      const found = withSubdomains.get(rest) ?? withSubdomains.get(anyCountry(rest));
      if (found !== undefined) return found;
      const dot = host.indexOf('.', at);
      if (dot === -1) return undefined;
      at = dot + 1;
    }
    return undefined;
  };
}
