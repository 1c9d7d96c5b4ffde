/** What is answered below a base path, kept or taken away by a proxy, from hits to sockets. */
import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createApp } from './app.ts';
import { hitServerFactory, type HitDoor } from './server.ts';
import { testDeps } from './test-app.ts';

const BASE = '/stats';
const INLINE = 'document.documentElement.dataset.scheme = "dark"';
const PAGE = `<!doctype html><meta name="goalpost-base" content="" /><script>${INLINE}</script><link rel="icon" href="./icon.svg" /><script type="module" src="./assets/app-1.js"></script>`;
const DOOR: HitDoor = {
  owns: (url) => url.startsWith('/watch/'),
  handle: ({ url }, response) => response.end(`door ${url}`),
};

let folder: string;
let app: FastifyInstance;
let root: FastifyInstance;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'goalpost-admin-'));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  const start = async (publicUrl: string, base: string) => {
    const made = await createApp({
      ...testDeps({
        adminFolder: folder,
        publicUrl,
        sockets: [
          {
            url: '/chat/v1/operator',
            frames: [],
            connect: (socket) => {
              socket.send('here');
              return { frame: () => undefined, gone: () => undefined };
            },
          },
        ],
      }),
      serverFactory: hitServerFactory(DOOR, { base }),
    });
    await made.listen({ host: '127.0.0.1', port: 0 });
    return made;
  };
  app = await start(`https://example.com${BASE}`, BASE);
  root = await start('https://example.com', '');
});
afterAll(async () => {
  await app.close();
  await root.close();
  rmSync(folder, { recursive: true });
});

const portOf = (server: FastifyInstance): number => (server.server.address() as AddressInfo).port;

/** By a client that sends the path as it is. */
async function get(path: string, server = app) {
  const asked = request({ port: portOf(server), host: '127.0.0.1', path }).end();
  const [answer] = (await once(asked, 'response')) as [import('node:http').IncomingMessage];
  const text = (await answer.setEncoding('utf8').toArray()).join('');
  return { status: answer.statusCode, text, headers: answer.headers };
}

describe.each(['', BASE])('[W78] with %j before it', (before) => {
  it.each([
    ['/healthz', '{"status":"ok"}'],
    ['/watch/1?page-url=/stats/', 'door /watch/1?page-url=/stats/'],
    ['/icon.svg', '<svg/>'],
    ['/tag.js', '/*tag*/'],
    ['/metrika/tag.js', '/*tag*/'],
  ])('%s is answered', async (path, text) => {
    const answer = await get(before + path);
    expect([answer.status, answer.text.slice(0, text.length)]).toEqual([200, text]);
  });

  it.each(['/', '/counters', '/counter/1/report/sources_summary?period=30d', '/s/token'])(
    '%s is the page, whose addresses lie below the path',
    async (path) => {
      const { status, text, headers } = await get(before + path);
      expect(status).toBe(200);
      expect(text).toBe(PAGE.replace('content=""', 'content="/stats"').replaceAll('"./', '"/stats/'));
      const policy = String(headers['content-security-policy']);
      const hash = createHash('sha256').update(INLINE).digest('base64');
      expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`);
      expect(policy).toContain('report-uri /stats/api/v1/csp-reports');
    },
  );

  it('a socket is opened', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${portOf(app)}${before}/chat/v1/operator`);
    const [said] = (await once(socket, 'message')) as [Buffer];
    expect(said.toString()).toBe('here');
    socket.close();
    await once(socket, 'close');
  });

  it.each(['/stats/healthz', '/nope', '//healthz', '/../stats/healthz'])('%s is not there', async (path) => {
    // Twice kept is no address of ours; once is.
    const answer = await get(before + path);
    expect(answer.status).toBe(before === '' && path === '/stats/healthz' ? 200 : 404);
  });
});

it('[W69] [W78] a whole address, as to a proxy, is answered as its path is', async () => {
  expect((await get('http://example.com/stats/watch/1')).text).toBe('door /watch/1');
  expect((await get('http://example.com/watch/1')).text).toBe('door /watch/1');
});

it('[W78] the path alone is the first page, and its likes are none', async () => {
  expect((await get('/stats')).status).toBe(200);
  expect((await get('/stats?a=1')).status).toBe(200);
  for (const path of ['/statsx', '/stats-2/healthz', '/Stats/healthz', '/stats%2Fhealthz'])
    expect([path, (await get(path)).status]).toEqual([path, 404]);
});

it('[W78] the document of the API says the path, and the name of its cookie', async () => {
  const { servers, components } = JSON.parse((await get('/api/openapi.json')).text);
  expect(servers).toEqual([{ url: '/stats' }]);
  expect(components.securitySchemes.session.name).toBe('goalpost-stats.session_token');
});

it('[W78] at the root nothing of it is there', async () => {
  expect((await get('/stats/healthz', root)).status).toBe(404);
  const { text, headers } = await get('/', root);
  expect(text).toBe(PAGE.replaceAll('"./', '"/'));
  expect(headers['content-security-policy']).toContain('report-uri /api/v1/csp-reports');
  const document = JSON.parse((await get('/api/openapi.json', root)).text);
  expect([document.servers, document.components.securitySchemes.session.name]).toEqual([
    undefined,
    'goalpost.session_token',
  ]);
});
