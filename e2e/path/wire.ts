/** Hits as any program could send them: one request each, no tag. */
export interface WireHit {
  readonly counter: number | string;
  readonly visitor: string;
  readonly pageUrl: string;
  readonly pageRef?: string;
  /** Leading keys of `browser-info`, e.g. `pv:1`. */
  readonly kind?: string;
  /** Unix seconds. */
  readonly et?: number;
  readonly rn?: number;
  readonly params?: unknown;
  readonly wmode?: string;
  readonly agent?: string;
  /** Network address, for servers that trust the proxy here. */
  readonly address?: string;
}

export const ORDINARY_HEADERS = {
  'user-agent':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
};

let serial = 1000;

export function sendHit(url: string, hit: WireHit): Promise<Response> {
  serial++;
  const rn = hit.rn ?? serial;
  const et = hit.et ?? Math.floor(Date.now() / 1000);
  const info = `${hit.kind ?? 'pv:1'}:vf:public:v:25:hid:777:z:0:et:${et}:rn:${rn}:rqn:${rn}:u:${hit.visitor}:s:1280x720x24:la:en-US:t:Shop`;
  const query = new URLSearchParams({ 'page-url': hit.pageUrl, 'browser-info': info });
  if (hit.wmode !== '') query.set('wmode', hit.wmode ?? '7');
  if (hit.pageRef !== undefined) query.set('page-ref', hit.pageRef);
  if (hit.params !== undefined) query.set('site-info', JSON.stringify(hit.params));
  const headers = hit.agent === undefined ? ORDINARY_HEADERS : { 'user-agent': hit.agent };
  const from = hit.address === undefined ? undefined : { 'x-forwarded-for': hit.address };
  return fetch(`${url}/watch/${hit.counter}?${query}`, { headers: { ...headers, ...from } });
}

export function reach(
  url: string,
  hit: Omit<WireHit, 'pageUrl' | 'kind'>,
  identifier: string,
): Promise<Response> {
  return sendHit(url, {
    pageRef: 'https://shop.example/',
    ...hit,
    kind: 'ar:1',
    pageUrl: `goal://shop.example/${identifier}`,
  });
}

export function newVisitorId(): string {
  serial++;
  return `${Math.floor(Date.now() / 1000)}${String(serial).padStart(9, '0')}`;
}
