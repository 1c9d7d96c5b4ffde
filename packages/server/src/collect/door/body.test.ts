import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CHROME,
  COUNTER,
  counterConfig,
  startTestCollection,
  type TestCollection,
} from '../test-collection.ts';

let running: TestCollection;
beforeAll(async () => {
  running = await startTestCollection({ configs: [counterConfig()] });
});
afterAll(() => running.stop());

const send = (path: string, init: { method: string; body: string | Buffer }): Promise<Response> =>
  fetch(`${running.url}${path}`, { ...init, headers: { 'user-agent': CHROME } });

describe('the body of a hit', () => {
  it.each([
    ['JSON', '{"page-url":"https://shop.example/","browser-info":"pv:1"}'],
    [
      'multipart',
      '--XX\r\nContent-Disposition: form-data; name="page-url"\r\n\r\nhttps://a.example/\r\n--XX--',
    ],
    [
      'multipart of an odd boundary',
      '------=_Part_1=\r\nContent-Disposition: form-data; name="page-url"\r\n',
    ],
    ['gzip', gzipSync('page-url=https%3A%2F%2Fshop.example%2F&browser-info=pv%3A1')],
    ['deflate', deflateSync('page-url=https%3A%2F%2Fshop.example%2F&browser-info=pv%3A1')],
    ['brotli', brotliCompressSync('page-url=https%3A%2F%2Fshop.example%2F&browser-info=pv%3A1')],
    ['UTF-16', Buffer.from('\uFEFFpage-url=https%3A%2F%2Fshop.example%2F', 'utf16le')],
    ['XML', '<hit page-url="https://shop.example/"/>'],
    ['a text', 'page view'],
  ])('[W68] a body that is %s is not taken for a hit of which nothing is known', async (_kind, body) => {
    const said = async (query: string) => {
      const answer = await send(`/watch/${COUNTER}${query}`, { method: 'POST', body });
      return [answer.status, answer.headers.get('x-goalpost')];
    };
    expect(await said('?wmode=7')).toEqual([415, 'refused; reason=malformed']);
    expect(await said('?wmode=7&page-url=https%3A%2F%2Fshop.example%2F')).toEqual([
      200,
      'stored; note=params',
    ]);
    expect(await said('?browser-info=pv%3A1&site-info={')).toEqual([200, 'stored; note=params']);
  });

  it.each([
    '',
    ' ',
    '{}',
    'null',
    '[]',
    '""',
    'browser-info=pv%3A1',
    '\r\n&page-url=x',
    '?wmode=7',
    't=gdpr(14)',
  ])('[W68] the body %j is taken as it was', async (body) => {
    const answer = await send(`/watch/${COUNTER}`, { method: 'POST', body });
    expect(answer.headers.get('x-goalpost')).toBe('stored');
  });

  it('[W19] [W68] a body of spaces alone is looked at once', async () => {
    for (const body of [`${' '.repeat(60_000)}x`, `${'& '.repeat(30_000)}{}x`])
      expect((await send(`/watch/${COUNTER}`, { method: 'POST', body })).status).toBe(415);
  });
});
