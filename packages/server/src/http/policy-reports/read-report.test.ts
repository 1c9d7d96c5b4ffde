import { expect, it } from 'vitest';
import { createPolicyReports } from './reports.ts';
import { readReport } from './read-report.ts';

const report = (changes: Record<string, unknown> = {}) => ({
  'csp-report': {
    'document-uri': 'https://stats.example/join?token=secret',
    'effective-directive': 'script-src-elem',
    'blocked-uri': 'https://evil.example/x.js?who=ann@example.com',
    ...changes,
  },
});

it.each([
  [{}, { directive: 'script-src-elem', blocked: 'https://evil.example', page: '/join' }],
  [{ 'blocked-uri': 'inline' }, { blocked: 'inline' }],
  [{ 'blocked-uri': 'data:text/plain,secret' }, { blocked: 'data:' }],
  [{ 'blocked-uri': 'chrome-extension://abc/x.js' }, { blocked: 'chrome-extension:' }],
  [{ 'blocked-uri': '<b>' }, { blocked: 'unknown' }],
  [{ 'document-uri': 'https://stats.example/s/token-of-a-link' }, { page: '/s/…' }],
  [
    { 'effective-directive': undefined, 'violated-directive': "script-src 'self'" },
    { directive: 'script-src' },
  ],
])('[A67] keeps a path and an origin of a report, and nothing secret: %j', (changes, wanted) => {
  const read = readReport(report(changes));
  expect(read).toMatchObject(wanted);
  expect(JSON.stringify(read)).not.toMatch(/secret|ann@|token/);
});

it.each([
  null,
  [],
  {},
  'text',
  { 'csp-report': null },
  report({ 'document-uri': 'about:blank' }),
  report({ 'document-uri': 'x'.repeat(5_000) }),
  report({ 'effective-directive': 'SCRIPT <b>' }),
  report({ 'effective-directive': 5 }),
])('[A67] is no report: %j', (body) => {
  expect(readReport(body)).toBeNull();
});

it('[A67] counts kinds within a bound, those that came first stay, and each is logged once', () => {
  let now = 1;
  const lines: unknown[] = [];
  const reports = createPolicyReports({
    clock: { now: () => now },
    log: { warn: (line) => lines.push(line) },
  });
  const kind = (page: string) => ({ directive: 'img-src', blocked: 'data:', page });
  reports.add(kind('/first'));
  for (let n = 0; n < 500; n++) reports.add(kind(`/${n}`));
  now = 2;
  reports.add(kind('/first'));
  const list = reports.list();
  expect(list).toHaveLength(100);
  expect(list[0]).toEqual({ ...kind('/first'), count: 2, firstAt: 1, lastAt: 2 });
  expect(lines).toHaveLength(100);
});

it('[A67] [W78] keeps no token of a page below a base path, nor the path', () => {
  const of = (page: string) => readReport(report({ 'document-uri': page }), '/stats')?.page;
  expect(of('https://example.com/stats/s/token-of-a-link')).toBe('/s/…');
  expect(of('https://example.com/stats/join?token=secret')).toBe('/join');
  expect(of('https://example.com/s/token-of-a-link')).toBe('/s/…');
});
