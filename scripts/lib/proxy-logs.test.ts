/** Examples of proxies log nothing of people: what they see is not masked yet. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const read = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../deploy/proxy', name), 'utf8').replaceAll(/^\s*#.*$/gm, '');

it.each([
  ['nginx.conf', '', 2],
  ['nginx-subpath.conf', '/stats', 1],
])(
  '[P49] %s: each server logs in a form without queries, headers and network addresses',
  (name, base, count) => {
    const text = read(name);
    const servers = text.split(/^server \{/m).slice(1);
    expect(servers).toHaveLength(count);
    const logs = text.match(/^\s*access_log .*$/gm) ?? [];
    for (const log of logs) expect(log).toMatch(/access_log (?:off|\S+ goalpost);/);
    for (const server of servers) expect(server).toMatch(/^\s*access_log (?:off|\S+ goalpost);/m);
    // What is logged of errors quotes the request and the page it came from.
    for (const server of servers.filter((each) => each.includes('proxy_pass')))
      expect(server).toMatch(/^\s*error_log \S+ crit;/m);
    const [, form = ''] = /log_format goalpost '([^']+)';/.exec(text) ?? [];
    const kept = form.match(/\$\w+/g) ?? [];
    expect(kept).toContain('$goalpost_path');
    const harmless = ['$time_iso8601', '$request_method', '$goalpost_path', '$status', '$body_bytes_sent'];
    expect(kept.filter((name) => ![...harmless, '$request_time'].includes(name))).toEqual([]);
    const [, secret = ''] = /map \$uri \$goalpost_path \{ ~\^(\S+) \$kept;/.exec(text) ?? [];
    const path = new RegExp(`^${secret}`);
    expect(path.exec(`${base}/s/token-of-a-link`)?.groups?.['kept']).toBe(`${base}/s/`);
    expect(path.exec(`${base}/api/v1/vendors/jivo/webhook/secret`)?.groups?.['kept']).toBe(
      `${base}/api/v1/vendors/jivo/webhook/`,
    );
    expect(path.test(`${base}/watch/1`)).toBe(false);
  },
);

it.each([
  ['Caddyfile', ''],
  ['Caddyfile.subpath', '/stats'],
])('[P49] %s: the same', (name, base) => {
  const text = read(name);
  for (const field of ['request>headers', 'request>remote_ip', 'request>remote_port', 'resp_headers'])
    expect(text).toMatch(new RegExp(`^\\s*${field} delete$`, 'm'));
  expect(text).toMatch(/^\s*exclude http\.log\.error$/m);
  const [, pattern = '', instead = ''] = /request>uri regexp "([^"]+)" "([^"]+)"/.exec(text) ?? [];
  const kept = (uri: string) => uri.replaceAll(new RegExp(pattern, 'g'), instead);
  expect(kept(`${base}/watch/1?page-url=https%3A%2F%2Fshop.example%2F%3Fq%3Dann%40shop.example`)).toBe(
    `${base}/watch/1`,
  );
  expect(kept(`${base}/s/token-of-a-link?x=1`)).toBe(`${base}/s/`);
  expect(kept(`${base}/api/v1/vendors/jivo/webhook/secret`)).toBe(`${base}/api/v1/vendors/jivo/webhook/`);
});
