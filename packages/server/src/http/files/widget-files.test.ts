import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fastify from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import { addWidgetFiles } from './widget-files.ts';

const app = fastify();
const off = new Set<number>();
let fails = false;
addWidgetFiles(
  app,
  new Map([
    ['widget.js', Buffer.from('launcher')],
    ['app-0123456789ab.js', Buffer.from('app')],
    ['link-ba9876543210.js', Buffer.from('link')],
  ]),
  async (counterId) => {
    if (fails) throw new Error('the records are away');
    return !off.has(counterId);
  },
);
afterAll(() => app.close());

describe('the widget’s files', () => {
  it.each([
    ['/chat/widget.js?id=5', 'launcher', 'public, max-age=3600'],
    ['/chat/app-0123456789ab.js', 'app', 'public, max-age=31536000, immutable'],
    ['/chat/link-ba9876543210.js', 'link', 'public, max-age=31536000, immutable'],
    // Named by a launcher that a browser has kept from before an update.
    ['/chat/app-ffffffffffff.js', 'app', 'public, max-age=60'],
    ['/chat/link-ffffffffffff.js', 'link', 'public, max-age=60'],
  ])('%s', async (url, body, cacheControl) => {
    const answer = await app.inject({ url });
    expect([answer.statusCode, answer.body, answer.headers['cache-control']]).toEqual([
      200,
      body,
      cacheControl,
    ]);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
  });

  it.each([
    '/chat/widget.js',
    '/chat/widget.js?id=',
    '/chat/widget.js?id=x',
    '/chat/widget.js?id=7&id=7',
    '/chat/widget.js?id[]=7',
    '/chat/widget.js?ID=7',
    '/chat/widget.js?id=-7',
    '/chat/widget.js?id=7.0',
    '/chat/widget.js?id=7%20',
    '/chat/widget.js?id=7%0a',
    '/chat/widget.js?id=%EF%BC%97',
    '/chat/widget.js?id=0x7',
    '/chat/widget.js?x=id=7',
    '/chat/widget.js?id=7777777777777777',
    '/chat/widget.js#?id=7',
  ])('%s names no counter, and is answered as ever', async (url) => {
    off.add(7);
    expect((await app.inject({ url })).body).toBe('launcher');
  });

  it('of a counter whose chat is off are an empty script, and the launcher within a minute of turning it on', async () => {
    const get = (etag: unknown = '') =>
      app.inject({ url: '/chat/widget.js?id=8', headers: { 'if-none-match': String(etag) } });
    const on = await get();
    off.add(8);
    // What was kept of the launcher is not the same as nothing.
    const nothing = await get(on.headers.etag);
    expect([nothing.statusCode, nothing.body, nothing.headers['cache-control']]).toEqual([
      200,
      '',
      'public, max-age=60',
    ]);
    expect(nothing.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await get(nothing.headers.etag)).statusCode).toBe(304);
    off.delete(8);
    const again = await get(nothing.headers.etag);
    expect([again.statusCode, again.body]).toEqual([200, 'launcher']);
  });

  it('are the launcher where nobody can tell whether it is on', async () => {
    fails = true;
    expect((await app.inject({ url: '/chat/widget.js?id=9' })).body).toBe('launcher');
    fails = false;
  });

  it.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['identity', undefined, (body: Buffer) => body],
  ] as const)(
    'accepted as %s are sent as %s, also to those who ask first and at once',
    async (accepted, encoding, read) => {
      const get = () =>
        app.inject({ url: '/chat/app-0123456789ab.js', headers: { 'accept-encoding': accepted } });
      for (const answer of await Promise.all([get(), get()])) {
        expect(answer.headers['content-encoding']).toBe(encoding);
        expect(String(read(answer.rawPayload))).toBe('app');
      }
    },
  );

  it('has no others', async () => {
    expect((await app.inject({ url: '/chat/other.js' })).statusCode).toBe(404);
    expect((await app.inject({ url: '/chat/app-1.css' })).statusCode).toBe(404);
  });
});
