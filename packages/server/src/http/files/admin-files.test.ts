import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from '../test-app.ts';

const INLINE = 'document.documentElement.dataset.scheme = "dark"';
const PAGE = `<!doctype html><script>${INLINE}</script><script type="module" src="/assets/app-1.js"></script>`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'goalpost-admin-'));
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, '.vite'));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  writeFileSync(join(folder, '.vite', 'manifest.json'), '{}');
  writeFileSync(join(folder, 'assets', 'app-1.js'), 'plain()');
  writeFileSync(join(folder, 'assets', 'app-1.js.gz'), gzipSync('plain()'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const get = (url: string, headers: Record<string, string> = {}) =>
  ask('GET', url, { headers, deps: { adminFolder: folder } });

it.each(['/', '/counters/', '/counter/1/conversions?goal=1', '/setup?token=x', '/chat/users'])(
  'a person who opens %s gets the page, asked about anew each time',
  async (url) => {
    const answer = await get(url);
    expect([answer.statusCode, answer.body]).toEqual([200, PAGE]);
    expect(answer.headers['cache-control']).toBe('no-cache');
    expect(answer.headers['content-type']).toContain('text/html');
  },
);

it.each([
  '/collect',
  '/logs/v1/export',
  '/cdp/api/v1/counter/1',
  '/analytics/v3/data/ga',
  '/pixel/1',
  '/counter',
  '/counter/1/nope',
  '/counterx/1',
  '/chat/nope',
  '/index.html',
  '/.vite/manifest.json',
  '/.env',
  '/wp-login.php',
])('%s is no address of the web app: a 404 in the API shape [W20]', async (url) => {
  const answer = await get(url, { accept: 'text/html' });
  expect([answer.statusCode, answer.json().errors[0].error_type]).toEqual([404, 'not_found']);
  expect(answer.headers['cross-origin-resource-policy']).toBe('cross-origin');
});

it('assets are kept for ever, and come as they were compressed', async () => {
  const plain = await get('/assets/app-1.js');
  expect(plain.body).toBe('plain()');
  expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  const packed = await get('/assets/app-1.js', { 'accept-encoding': 'gzip' });
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(packed.rawPayload.equals(gzipSync('plain()'))).toBe(true);
});

it('files without a hash in their name are asked about anew', async () => {
  expect((await get('/icon.svg')).headers['cache-control']).toBe('no-cache');
});

it('an asset that is gone is a 404, not the page', async () => {
  expect((await get('/assets/app-0.js')).statusCode).toBe(404);
});

it("the page's own inline script may run, and no other", async () => {
  const policy = String((await get('/')).headers['content-security-policy']);
  const hash = createHash('sha256').update(INLINE).digest('base64');
  expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("default-src 'none'");
});

it('nothing outside the folder can be read', async () => {
  for (const url of [
    '/assets/../../etc/passwd',
    '/assets/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fetc/passwd',
  ]) {
    expect((await get(url)).body).not.toContain('root:');
  }
});

const OPENED = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', accept: 'text/html' };

it.each(['/counter/1/nope', '/nope?a=b'])(
  '[W20] a person who opens %s in a browser is told in words that it is not there',
  async (url) => {
    const answer = await get(url, OPENED);
    expect([answer.statusCode, answer.body]).toEqual([404, PAGE]);
  },
);

it.each([
  ['/api/v1/nope', OPENED],
  ['/nope', { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' }],
  ['/nope', { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }],
] as const)('[W20] %s is answered as the API does to %o', async (url, headers) => {
  const answer = await get(url, headers);
  expect(answer.statusCode).toBe(404);
  expect(answer.headers['content-type']).toContain('application/json');
});
