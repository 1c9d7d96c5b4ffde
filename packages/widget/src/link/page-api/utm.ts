/** The campaign that brought the visitor, out of the address on which they landed first. */

export interface Utm {
  readonly source: string | null;
  readonly medium: string | null;
  readonly campaign: string | null;
  readonly content: string | null;
  readonly term: string | null;
}

export function utmOf(url: string): Utm {
  const query = new URLSearchParams(url.split('#')[0]?.split('?')[1] ?? '');
  const field = (name: string): string | null => query.get(`utm_${name}`);
  return {
    source: field('source'),
    medium: field('medium'),
    campaign: field('campaign'),
    content: field('content'),
    term: field('term'),
  };
}
