import { readdir, readFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JournalFile } from '../journal/file-system.ts';
import { nodeDisk } from '../journal/file-system.ts';
import { tagSettings } from './tag-settings.ts';
import {
  CHROME,
  COUNTER,
  counterConfig,
  startTestCollection,
  type TestCollection,
} from '../test-collection.ts';

const DELETED = 100_002;
const PICKY = 100_003;
const SETTINGS = '{"settings":{"pcs":"","webvisor":{}},"userData":{}}';
const GIF_BYTES = 42;

/** However busy the machine is; the one test of a body that does not come waits less. */
const bodyLimits = { bytes: 65_536, timeoutMs: 120_000, discardedBytes: 2_000_000 };

let running: TestCollection;
let diskFull = false;

beforeAll(async () => {
  running = await startTestCollection({
    configs: [
      counterConfig(),
      counterConfig({ counterId: DELETED, status: 'Deleted' }),
      counterConfig({ counterId: PICKY, onlyHosts: true, hosts: ['shop.example'] }),
    ],
    door: {
      bodyLimits,
      addressLimits: { hits: 3, windowMs: 3_600_000 },
    },
    trustProxy: ['127.0.0.1'],
    limits: { retryMs: 10 },
    disk: {
      ...nodeDisk,
      async create(folder, path): Promise<JournalFile> {
        const file = await nodeDisk.create(folder, path);
        return { ...file, put: (bytes, at) => (diskFull ? Promise.reject(noSpace()) : file.put(bytes, at)) };
      },
    },
  });
});
afterAll(() => running.stop());
beforeEach(() => {
  diskFull = false;
  bodyLimits.timeoutMs = 120_000;
});

function noSpace(): Error {
  return Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
}

interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

function send(path: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Response> {
  const init = { method, headers: { 'user-agent': CHROME, ...headers } };
  return fetch(`${running.url}${path}`, body === undefined ? init : { ...init, body });
}

async function refusals(counter = COUNTER): Promise<Record<string, number>> {
  const health = running.collection.endpoints.find(({ url }) => url.endsWith('/health'));
  const answer = (await health?.handle(
    { params: { counterId: counter }, query: undefined, body: undefined },
    {} as never,
  )) as {
    refusals: { reason: string; count: number }[];
  };
  return Object.fromEntries(answer.refusals.map(({ reason, count }) => [reason, count]));
}

describe('the answer to a stored hit', () => {
  it.each([
    [undefined, SETTINGS],
    [['links'], SETTINGS],
    [['forms'], SETTINGS.replace('{}}', '{},"form_goals":1}')],
    [['buttons', 'forms'], SETTINGS.replace('{}}', '{},"form_goals":1,"button_goals":1}')],
  ] as const)('[W8] asks the genuine tag for what the modules %j bring', (tagModules, expected) => {
    expect(tagSettings(tagModules === undefined ? {} : { tagModules })).toBe(expected);
  });

  it.each([
    ['wmode=7', 'application/json; charset=utf-8', SETTINGS],
    ['wmode=5&callback=_ymjsp123', 'application/javascript; charset=utf-8', `_ymjsp123(${SETTINGS})`],
    [
      'wmode=5&callback=Ya.calls%5B3%5D.done',
      'application/javascript; charset=utf-8',
      `Ya.calls[3].done(${SETTINGS})`,
    ],
  ])('[W8] %s', async (query, type, body) => {
    const answer = await send(`/watch/${COUNTER}?${query}`);
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      200,
      type,
      body,
    ]);
  });

  it.each(['wmode=2', 'wmode=0', 'page-url=https%3A%2F%2Fshop.example%2F', ''])(
    '[W8] a pixel for "%s"',
    async (query) => {
      const answer = await send(`/watch/${COUNTER}?${query}`);
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect([answer.status, answer.headers.get('content-type'), bytes.length]).toEqual([
        200,
        'image/gif',
        GIF_BYTES,
      ]);
      expect(bytes.subarray(0, 6).toString('latin1')).toBe('GIF89a');
      expect(bytes.at(-1)).toBe(0x3b);
    },
  );

  it('[W9] allows the page with credentials, is not cached, and says what became of the hit', async () => {
    const { headers } = await send(`/watch/${COUNTER}?wmode=7`, {
      headers: { origin: 'https://shop.example' },
    });
    expect(Object.fromEntries(headers)).toMatchObject({
      'access-control-allow-origin': 'https://shop.example',
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'X-Goalpost',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      'x-goalpost': 'stored',
    });
  });

  it.each([
    [
      'robot',
      `?x=1`,
      { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
    ],
    ['params', `?site-info=${encodeURIComponent('{"broken":')}`, {}],
    ['params', `?site-info=${encodeURIComponent('['.repeat(3_000))}`, {}],
    ['price', `?site-info=${encodeURIComponent('{"order_price":"1,999"}')}`, {}],
    ['price', `?site-info=${encodeURIComponent('{"order_price":5,"currency":"points"}')}`, {}],
    ['params,price', `?site-info=${encodeURIComponent('{"order_price":"1,999",}')}`, {}],
    ['params', `?site-info=${encodeURIComponent('{"order_price":"1 999 ₽",}')}`, {}],
    ['url_cut', `?page-url=${encodeURIComponent(`https://shop.example/${'a'.repeat(2_100)}`)}`, {}],
    [
      'robot,url_cut',
      `?page-ref=https%3A%2F%2F${'a'.repeat(2_100)}`,
      { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' },
    ],
  ])('[W10] notes %s', async (note, query, headers) => {
    const answer = await send(`/watch/${COUNTER}${query}`, { headers });
    expect([answer.status, answer.headers.get('x-goalpost')]).toEqual([200, `stored; note=${note}`]);
  });

  it.each([`/watch/${COUNTER}/1`, `/watch/${COUNTER}:2`, `/watch/${COUNTER}:2/1`, `/watch/${COUNTER}/`])(
    '[W1] is the same at %s',
    async (path) => {
      expect((await send(path)).headers.get('x-goalpost')).toBe('stored');
    },
  );

  it('[W2] takes keys from the body, and the query first', async () => {
    const both = await send(`/watch/${COUNTER}?wmode=7`, { method: 'POST', body: 'wmode=2' });
    expect(both.headers.get('content-type')).toMatch('json');
    const none = await send(`/watch/${COUNTER}?wmode=7`, { method: 'POST' });
    expect(none.headers.get('x-goalpost')).toBe('stored');
    const body = await send(`/watch/${COUNTER}`, { method: 'POST', body: 'page-url=x&wmode=7' });
    expect(body.headers.get('content-type')).toMatch('json');
  });

  it('[W17] a click map is answered with the pixel and stores nothing', async () => {
    for (const method of ['GET', 'POST']) {
      const answer = await send(
        `/clmap/${COUNTER}?pointer-click=x`,
        method === 'POST' ? { method, body: 'a=b' } : {},
      );
      expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-goalpost')]).toEqual([
        200,
        'image/gif',
        'ignored',
      ]);
    }
  });

  it('answers a preflight', async () => {
    const answer = await send(`/watch/${COUNTER}`, {
      method: 'OPTIONS',
      headers: { origin: 'https://shop.example', 'access-control-request-headers': 'content-type' },
    });
    expect(answer.status).toBe(204);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': 'https://shop.example',
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'content-type',
    });
  });
});

describe('refusals', () => {
  const big = `x=${'a'.repeat(17_000)}`;
  const cases: [string, number, string, Sent][] = [
    ['not_a_number', 404, '/watch/abc', {}],
    ['not_a_number', 404, '/watch/', {}],
    ['not_a_number', 404, '/watch/99999999999', {}],
    ['not_a_number', 404, '/watch/4294967296', {}],
    ['not_a_number', 404, `/watch/${COUNTER}/2`, {}],
    ['unknown_counter', 404, '/watch/4294967295', {}],
    ['deleted_counter', 404, `/watch/${DELETED}`, {}],
    ['method', 405, `/watch/${COUNTER}`, { method: 'PUT', body: 'a=b' }],
    ['method', 405, `/watch/${COUNTER}`, { method: 'DELETE' }],
    ['too_large', 414, `/watch/${COUNTER}?${big}`, {}],
    ['too_large', 413, `/watch/${COUNTER}`, { method: 'POST', body: 'a'.repeat(65_537) }],
    ['too_large', 413, `/watch/${COUNTER}`, { method: 'POST', body: 'a'.repeat(1_000_000) }],
    ['origin', 403, `/watch/${PICKY}?page-url=https%3A%2F%2Fevil.example%2F`, {}],
    ['origin', 403, `/watch/${PICKY}?page-url=https%3A%2F%2Fnotshop.example%2F`, {}],
  ];

  it.each(cases)('[W7] [W10] [W11] %s: %i for %s', async (reason, status, path, sent) => {
    for (const [wmode, type] of [
      ['7', 'application/json; charset=utf-8'],
      ['5&callback=cb', 'application/javascript; charset=utf-8'],
      ['2', 'image/gif'],
    ]) {
      const answer = await send(`${path}${path.includes('?') ? '&' : '?'}wmode=${wmode}`, {
        ...sent,
        headers: { origin: 'https://shop.example' },
      });
      await answer.arrayBuffer();
      expect([answer.status, answer.headers.get('x-goalpost'), answer.headers.get('content-type')]).toEqual([
        status,
        `refused; reason=${reason}`,
        type,
      ]);
      expect(answer.headers.get('access-control-allow-origin')).toBe('https://shop.example');
    }
  });

  it.each(['', 'alert(1)', 'a.b;c', 'a%3Cb%3E', 'a'.repeat(200)])(
    '[W8] callback: 400 for "%s"',
    async (callback) => {
      const answer = await send(`/watch/${COUNTER}?wmode=5&callback=${callback}`);
      expect([answer.status, answer.headers.get('x-goalpost')]).toEqual([400, 'refused; reason=callback']);
      expect(await answer.text()).toBe(SETTINGS);
    },
  );

  it('[W10] method: HEAD has no body', async () => {
    const answer = await send(`/watch/${COUNTER}`, { method: 'HEAD' });
    expect([answer.status, answer.headers.get('x-goalpost')]).toEqual([405, 'refused; reason=method']);
  });

  it('[W10] origin: a hit that does not say its page', async () => {
    expect((await send(`/watch/${PICKY}`)).headers.get('x-goalpost')).toBe('refused; reason=origin');
    const referer = { headers: { referer: 'https://www.shop.example/cart' } };
    expect((await send(`/watch/${PICKY}`, referer)).headers.get('x-goalpost')).toBe('stored');
  });

  it('are counted by reason, for the counter', async () => {
    const before = await refusals(PICKY);
    await send(`/watch/${PICKY}?page-url=https%3A%2F%2Fevil.example%2F`);
    const after = await refusals(PICKY);
    expect(after['origin']).toBe((before['origin'] ?? 0) + 1);
  });

  it('[W12] unavailable: 503 while the disk refuses, and stored again when it does not', async () => {
    diskFull = true;
    const refused = await send(`/watch/${COUNTER}?n=full`);
    expect([refused.status, refused.headers.get('x-goalpost')]).toEqual([503, 'refused; reason=unavailable']);
    // An image that loads would look like a hit that was taken.
    expect([refused.headers.get('content-type'), (await refused.arrayBuffer()).byteLength]).toEqual([
      null,
      0,
    ]);
    expect(running.collection.ready()).toBe(false);
    diskFull = false;
    await expect.poll(() => running.collection.ready()).toBe(true);
    expect((await send(`/watch/${COUNTER}?n=again`)).headers.get('x-goalpost')).toBe('stored');
    await running.collection.flushed();
    const queries = running.store.rows.hits.map((line) => (JSON.parse(line) as { q: string }).q);
    expect(queries.filter((query) => query.startsWith('n='))).toEqual(['n=again']);
  });

  it('[W10] busy: 429 beyond what one address may send', async () => {
    const from = { headers: { 'x-forwarded-for': '203.0.113.9' } };
    const statuses: number[] = [];
    for (let i = 0; i < 4; i++) statuses.push((await send(`/watch/${COUNTER}`, from)).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await send(`/watch/${COUNTER}`, { headers: { 'x-forwarded-for': '203.0.113.10' } })).status).toBe(
      200,
    );
  });

  it('[W10] malformed: 408 for a body that does not come', async () => {
    bodyLimits.timeoutMs = 200;
    const status = await new Promise<string>((resolve, reject) => {
      const request = httpRequest(`${running.url}/watch/${COUNTER}`, {
        method: 'POST',
        headers: { 'content-length': 10 },
      });
      request.on('response', (answer) =>
        resolve(`${answer.statusCode} ${String(answer.headers['x-goalpost'])}`),
      );
      request.on('error', reject);
      request.write('a=');
    });
    expect(status).toBe('408 refused; reason=malformed');
  });

  it('[W15] no file holds the network address that a hit came from', async () => {
    const address = '198.51.100.77';
    await send(`/watch/${COUNTER}?n=address`, { headers: { 'x-forwarded-for': address } });
    const journal = join(running.dataDir, 'journal');
    const names = (await readdir(journal)).filter((name) => name.endsWith('.journal'));
    const kept = (await Promise.all(names.map((name) => readFile(join(journal, name), 'utf8')))).join('');
    expect(kept).toContain('n=address');
    expect(kept).not.toContain(address);
  });

  it('hides nothing of the server in any of them', async () => {
    const answer = await send('/watch/%00%ff<script>?wmode=7&callback=<script>');
    expect([answer.status, await answer.text()]).toEqual([404, SETTINGS]);
  });
});
