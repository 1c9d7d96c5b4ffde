/** Gives the fuzzed server what broken input is about: a counter with a chat, visits, a goal and a segment. */
import { visit } from '../../packages/server/test/chat-client.ts';
import { createApi } from '../path/api.ts';
import { newVisitorId, reach, sendHit } from '../path/wire.ts';
import type { OpenApi, World } from './target.ts';

const VISITORS = 6;
const REFERRERS = [
  '',
  'https://www.google.com/search?q=a',
  'https://shop.example/',
  'https://news.example/x',
];

export async function prepare(url: string, token: string): Promise<World> {
  const own = createApi(url, token);
  const counter = await own.createCounter();
  const made = async <T>(method: string, path: string, body: unknown): Promise<T> => {
    const answer = await own.call<T>(method, path, body);
    if (answer.status !== 200) throw new Error(`not prepared: ${path} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  await made('PUT', `/api/v1/counters/${counter}/chat/settings`, { settings: { enabled: true } });
  const { goal } = await made<{ goal: { id: number } }>('POST', `/management/v1/counter/${counter}/goals`, {
    goal: { name: 'Order', type: 'action', conditions: [{ type: 'exact', url: 'order' }] },
  });
  const { segment } = await made<{ segment: { segment_id: number } }>(
    'POST',
    `/management/v1/counter/${counter}/apisegment/segments`,
    { segment: { name: 'Chrome', expression: "ym:s:browser=='Chrome'" } },
  );
  await made('PUT', `/api/v1/counters/${counter}/rates`, {
    table: { into: 'RUB', rates: [{ currency: 'EUR', day: '2020-01-01', rate: 90 }] },
  });
  await sendVisits(url, counter);
  const { secret, tab } = await visit(url, counter);
  await tab.close();
  const openapi = (await (await fetch(`${url}/api/openapi.json`)).json()) as OpenApi;
  return {
    url,
    port: Number(new URL(url).port),
    token,
    counter,
    goal: goal.id,
    segment: segment.segment_id,
    secret,
    openapi,
  };
}

/** Texts in them are such as spreadsheets and SQL would trip over. */
async function sendVisits(url: string, counter: number): Promise<void> {
  for (let n = 0; n < VISITORS; n++) {
    const visitor = newVisitorId();
    const page = (path: string) => `https://shop.example/${path}`;
    await sendHit(url, {
      counter,
      visitor,
      pageUrl: page(
        `?utm_source=${encodeURIComponent("=cmd|'/C calc'!A0")}&utm_campaign=%2B1&from=@a&n=${n}`,
      ),
      pageRef: REFERRERS[n % REFERRERS.length] ?? '',
    });
    await sendHit(url, {
      counter,
      visitor,
      pageUrl: page(`cart/${n}/a,b"c`),
      params: { '=1+1': { "it's": n }, list: ['a', '-2', '\u202e'], __ym: { user_id: `=u${n}` } },
    });
    await sendHit(url, {
      counter,
      visitor,
      pageUrl: page('thanks'),
      params: {
        __ym: {
          ecommerce: [
            {
              currencyCode: n % 2 === 0 ? 'EUR' : 'USD',
              purchase: {
                actionField: { id: `o${n}`, revenue: 12.5, coupon: '=A1' },
                products: [
                  { id: `p${n}`, name: '@shoe', brand: '+b', category: 'a/b/c', price: 12.5, quantity: 1 },
                ],
              },
            },
          ],
        },
      },
    });
    await reach(url, { counter, visitor, params: { order_price: 10 + n, currency: 'EUR' } }, 'order');
  }
}
