/** The bridge between stdin and a server, without a process of its own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { afterEach, expect, it } from 'vitest';
import { bridgeMcp } from './over-stdio.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serverThat(
  answers: (body: string, url: string) => [status: number, text: string],
): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      const [status, text] = answers(body, request.url ?? '');
      response.writeHead(status, { 'content-type': 'application/json' }).end(text);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function bridged(url: string, lines: readonly string[]) {
  const input = new PassThrough();
  const output = new PassThrough();
  const complaints: string[] = [];
  const done = bridgeMcp({ url, token: 'x', input, output, complain: (line) => complaints.push(line) });
  input.end(lines.map((line) => `${line}\n`).join(''));
  await done;
  const said = String(output.read() ?? '').trim();
  return { said: said === '' ? [] : said.split('\n').map((line) => JSON.parse(line)), complaints };
}

const ping = '{"jsonrpc":"2.0","id":1,"method":"ping"}';

it('[A40] hands a message over, and the answer back, and ends with its input', async () => {
  const heard: string[] = [];
  const url = await serverThat((body) => {
    heard.push(body);
    return [200, '{"jsonrpc":"2.0","id":1,"result":{}}'];
  });
  expect((await bridged(url, [ping])).said).toEqual([{ jsonrpc: '2.0', id: 1, result: {} }]);
  expect(heard).toEqual([ping]);
});

it.each(['', '/', '/stats', '/tools/stats/'])('[W78] asks a server at %j below that path', async (path) => {
  const asked: string[] = [];
  const url = await serverThat((_body, address) => {
    asked.push(address);
    return [200, '{"jsonrpc":"2.0","id":1,"result":{}}'];
  });
  await bridged(url + path, [ping]);
  expect(asked).toEqual([`${path.replace(/\/$/, '')}/mcp`]);
});

it.each<[string, (url: string) => string, readonly string[]]>([
  ['a server that is not there', () => 'http://127.0.0.1:9', [ping]],
  ['a refusal', (url) => url, [ping]],
])('%s is an error of the call', async (_what, urlOf, lines) => {
  const url = urlOf(await serverThat(() => [401, '{"code":401}']));
  const { said, complaints } = await bridged(url, lines);
  expect(said).toMatchObject([{ id: 1, error: { code: -32_000 } }]);
  expect(complaints).toHaveLength(1);
});

it('what is no message is said, and the rest goes on', async () => {
  const url = await serverThat(() => [200, '{"jsonrpc":"2.0","id":1,"result":{}}']);
  const { said, complaints } = await bridged(url, ['{', '"x"', ping]);
  expect(said).toHaveLength(1);
  expect(complaints.length).toBeGreaterThan(0);
});
