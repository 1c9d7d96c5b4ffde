/** No file of the web app or server makes the server's addresses from the root of its host. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALLOWED, ownAddressBreaches } from './own-addresses.mjs';
import { inRoot } from './places.mjs';
import { filesIn } from './tree.mjs';

const GENERATED = 'packages/admin/src/api/routes.ts';
const files: readonly string[] = ['packages/admin/src', 'packages/server/src']
  .flatMap((folder) => filesIn(folder) as string[])
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\/test-[^/]+$|\.fuzz\.|\.contract\./.test(path))
  .filter((path) => path !== GENERATED);

it('[W78] makes every address of the server below the path at which it is served', () => {
  expect(files.length).toBeGreaterThan(1_000);
  const found = files
    .filter((path) => !Object.hasOwn(ALLOWED, path))
    .flatMap((path) =>
      ownAddressBreaches(path, readFileSync(inRoot(path), 'utf8')).map((one) => `${path}:${one}`),
    );
  expect(found).toEqual([]);
});

it('allows nothing that needs no leave', () => {
  for (const path of Object.keys(ALLOWED))
    expect([path, ownAddressBreaches(path, readFileSync(inRoot(path), 'utf8')).length > 0]).toEqual([
      path,
      true,
    ]);
});

describe('is seen where it is made by hand', () => {
  it.each([
    "fetch('/api/v1/me')",
    'fetch(`/api/v1/counters/${id}/chat/files`, {})',
    "new WebSocket('/chat/v1/operator')",
    "new URL('/chat/v1/operator', location.href)",
    "new URL('/join', document.baseURI)",
    '<a href={`/api/auth/sso?${query}`}>',
    '<a href="/counters">',
    "<img src='/icon.svg' />",
    "const icon = '/icon.svg';",
    '`<script src="${location.origin}/chat/widget.js"></script>`',
    'onPicture(location.origin + fileAddress(id))',
    'onPicture(fileAddress(outcome.file.id))',
    "window.open('/s/token')",
    "location.assign('/sign-in')",
    "navigator.serviceWorker.register('/worker.js')",
    "const FILE = '/stat/v1/data.csv';",
  ])('in the web app: %s', (line) => {
    expect(ownAddressBreaches('packages/admin/src/a.tsx', line)).not.toEqual([]);
  });

  it.each([
    "new URL('/join', publicUrl)",
    'new URL(path, publicUrl ?? url).href',
    'new URL(path, addressOf(settings)).href',
    'new URL(`/s/${token}`, url)',
    '`id=1; Path=/; HttpOnly`',
    '`id=1; Path=/api/auth; HttpOnly`',
    "cookie: { path: '/' }",
    "reply.redirect('/sign-in')",
    "headers: { location: '/counters' }",
    "headers.set('Location', '/counters')",
  ])('in the server: %s', (line) => {
    expect(ownAddressBreaches('packages/server/src/a.ts', line)).not.toEqual([]);
  });

  it.each([
    "request('GET /api/v1/me', {})",
    'fetch(addressOf(filled(path, params), query), {})',
    'fetch(ours(`/api/v1/counters/${id}/chat/files`), {})',
    "addressOf('/api/auth/sso', { next })",
    'whole(fileAddress(outcome.file.id))',
    '<ButtonLink to="/counters">',
    "navigate({ to: '/counter/$counterId/chat/inbox' })",
    '/** Reports: `/stat/v1/data`. */',
    "  // As '/api/v1/me' has it.",
    'const ROUTES = /^\\/api\\/auth\\//;',
  ])('and nothing else is: %s', (line) => {
    expect(ownAddressBreaches('packages/admin/src/a.tsx', line)).toEqual([]);
  });
});
