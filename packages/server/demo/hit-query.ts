/** What a page's tag sends with a hit, as a query: for visits of the past and of now. */
import type { Chance } from './random.ts';

export interface DemoHit {
  /** `pv:1` or `ar:1`. */
  readonly kind: string;
  readonly pageUrl: string;
  readonly referrer: string;
  readonly title: string;
  readonly visitor: { readonly id: string; readonly language: string; readonly screen: string };
  /** Number of the page that sends it. */
  readonly hid: number;
  /** The visitor's how many-th hit it is. */
  readonly count: number;
  readonly at: number;
  readonly params?: object | undefined;
}

export function hitQuery(hit: DemoHit, chance: Chance): URLSearchParams {
  const { kind, visitor, at } = hit;
  const info =
    `${kind}:la:${visitor.language}:v:1:hid:${hit.hid}:z:0:et:${Math.floor(at / 1000)}:etms:${at % 1000}` +
    `:rn:${chance.between(1, 2 ** 29)}:rqn:${hit.count}:u:${visitor.id}:s:${visitor.screen}:t:${hit.title}`;
  const query = new URLSearchParams({
    'page-url': hit.pageUrl,
    'page-ref': hit.referrer,
    'browser-info': info,
  });
  if (hit.params !== undefined) query.set('site-info', JSON.stringify(hit.params));
  return query;
}
