/** UTM marks of an address, in the two forms that receivers of webhooks know. */
import { parametersOf } from '../../collect/index.ts';

const MARKS = ['source', 'medium', 'content', 'campaign', 'term'] as const;
export type Utm = Partial<Record<(typeof MARKS)[number], string>>;

/** Of the first address that has any. */
export function utmOf(addresses: readonly string[]): Utm {
  for (const address of addresses) {
    const utm = marksIn(address);
    if (Object.keys(utm).length > 0) return utm;
  }
  return {};
}

const NAMES: ReadonlySet<string> = new Set(MARKS.map((mark) => `utm_${mark}`));

function marksIn(address: string): Utm {
  const found = parametersOf(address, NAMES);
  return Object.fromEntries(
    MARKS.map((mark) => [mark, found.get(`utm_${mark}`) ?? '']).filter(([, value]) => value !== ''),
  );
}

/** `source=google|medium=cpc`. */
export function utmLine(utm: Utm): string {
  return MARKS.flatMap((mark) => (utm[mark] === undefined ? [] : [`${mark}=${utm[mark]}`])).join('|');
}
