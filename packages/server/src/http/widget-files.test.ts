import fastify from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import { addWidgetFiles } from './widget-files.ts';

const app = fastify();
addWidgetFiles(
  app,
  new Map([
    ['widget.js', Buffer.from('launcher')],
    ['app-0123456789ab.js', Buffer.from('app')],
    ['link-ba9876543210.js', Buffer.from('link')],
  ]),
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

  it('has no others', async () => {
    expect((await app.inject({ url: '/chat/other.js' })).statusCode).toBe(404);
    expect((await app.inject({ url: '/chat/app-1.css' })).statusCode).toBe(404);
  });
});
