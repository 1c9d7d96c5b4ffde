/** Files of the chat from hostile senders: what they are not, where they do not belong, and as they come back. */
import { connect as connectTcp } from 'node:net';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey, visit, type Operator } from '../../packages/server/test/chat-client.ts';
import {
  attend,
  type ChatStage,
  openChatStage,
  settled,
  talk,
  type Talk,
  write,
} from './abuse-chat-tools.ts';
import { raw, request } from './abuse-tools.ts';

let stage: ChatStage;
let url: string;
let counter: number;
let sender: Talk;
let console: Operator;
beforeAll(async () => {
  stage = await openChatStage({ GOALPOST_TRUST_PROXY: '127.0.0.1' });
  ({ url, counter } = stage);
  ({ console } = await attend(url, stage.server.token));
  sender = await talk(url, counter);
});
afterAll(() => stage[Symbol.asyncDispose]());

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
const GIF = Buffer.from(
  '47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b',
  'hex',
);
const ZIP = Buffer.concat([Buffer.from('504b03041400000008000000', 'hex'), deflateRawSync('evil')]);
const HTML = '<!doctype html><script>document.title="pwned"</script>';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';

interface Answer {
  readonly status: number;
  readonly body: { readonly file?: { id: string; name: string; type: string }; readonly reason?: string };
}

let addresses = 0;
/** How many one address may send is another matter. */
const fromElsewhere = () => {
  addresses++;
  return { 'x-forwarded-for': `198.51.${addresses >> 8}.${addresses & 255}` };
};

/** As a visitor who holds a secret. */
async function upload(
  name: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const { secret, tab } = await visit(url, counter);
  const answer = await fetch(`${url}/chat/v1/files/${counter}`, {
    method: 'POST',
    headers: {
      'x-goalpost-chat-secret': secret,
      'x-goalpost-file-name': encodeURIComponent(name),
      ...fromElsewhere(),
      ...headers,
    },
    body: new Uint8Array(Buffer.from(body)),
  });
  await tab.close();
  return { status: answer.status, body: (await answer.json()) as Answer['body'] };
}

async function uploadAs(secret: string, address: Record<string, string> = fromElsewhere()): Promise<Answer> {
  const answer = await fetch(`${url}/chat/v1/files/${counter}`, {
    method: 'POST',
    headers: { 'x-goalpost-chat-secret': secret, 'x-goalpost-file-name': 'a.png', ...address },
    body: PNG,
  });
  return { status: answer.status, body: (await answer.json()) as Answer['body'] };
}

const idOf = ({ body }: Answer): string => body.file?.id ?? '';

describe('a file that is not what it says', () => {
  it.each([
    ['a ZIP named .png', 'cat.png', ZIP],
    ['HTML named .png', 'cat.png', HTML],
    ['a picture named .html', 'cat.html', PNG],
    ['a picture named .svg', 'cat.svg', PNG],
    ['SVG as it is', 'cat.svg', SVG],
    ['SVG behind an XML declaration', 'cat.xml', `<?xml version="1.0"?>${SVG}`],
    ['HTML as it is', 'page.html', HTML],
    ['XHTML', 'page.xhtml', HTML],
    ['a script', 'a.js', 'alert(1)'],
    ['a program named .png', 'cat.png', Buffer.from('4d5a900003000000', 'hex')],
    ['a program named .txt', 'readme.txt', Buffer.from('4d5a900003000000', 'hex')],
    ['a Linux program', 'run', Buffer.from('7f454c4602010100', 'hex')],
    ['nothing', 'empty.png', ''],
    ['a document that is a ZIP', 'report.docx', ZIP],
    ['a GIF in the name of a JPEG', 'cat.jpg', GIF],
    ['two endings, the last one wrong', 'cat.png.html', PNG],
    ['a hidden ending', 'cat.html\u0000.png', HTML],
  ])('%s is refused', async (_what, name, body) => {
    const { status, body: answer } = await upload(name, body);
    expect([400, 415]).toContain(status);
    expect(answer.file).toBeUndefined();
  });

  it('whatever type the sender declares: the bytes say it', async () => {
    for (const type of [
      'text/html',
      'image/svg+xml',
      'application/javascript',
      'multipart/form-data; boundary=x',
    ]) {
      const { body } = await upload('cat.png', PNG, { 'content-type': type });
      expect(body.file?.type).toBe('image/png');
    }
  });

  it.each([
    [
      'a GIF that is also a script',
      'cat.gif',
      Buffer.concat([Buffer.from('GIF89a/*'), Buffer.from('*/=1;alert(1)')]),
      'image/gif',
    ],
    ['a JPEG that is also a page', 'cat.jpg', Buffer.concat([JPEG, Buffer.from(HTML)]), 'image/jpeg'],
    ['a PNG that is also an archive', 'cat.png', Buffer.concat([PNG, ZIP]), 'image/png'],
    ['a page that is called text', 'page.txt', HTML, 'text/plain'],
    ['drawing that is called text', 'svg.txt', SVG, 'text/plain'],
    [
      'a PDF with a script',
      'a.pdf',
      '%PDF-1.7 1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>',
      'application/pdf',
    ],
  ])('%s comes back as what it was taken for, and runs nowhere', async (_what, name, body, type) => {
    const sent = await upload(name, body);
    expect(sent.status).toBe(200);
    const { headers, status } = await fetch(`${url}/chat/v1/files/${idOf(sent)}`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe(type);
    expectHarmless(headers, type.startsWith('image/') ? 'inline' : 'attachment');
  });
});

function expectHarmless(headers: Headers, disposition: 'inline' | 'attachment'): void {
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('content-security-policy')).toMatch(/(?:^|; ?)sandbox$/);
  expect(headers.get('content-disposition')).toMatch(new RegExp(`^${disposition}; filename="`));
  expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('set-cookie')).toBeNull();
}

describe('the name of a file', () => {
  it.each([
    ['<img src=x onerror=alert(1)>.png', '_img src=x onerror=alert(1)_.png'],
    ['../../../etc/passwd.png', 'passwd.png'],
    ['C:\\Windows\\evil.png', 'evil.png'],
    ['a"; filename="evil.html".png', 'a_; filename=_evil.html_.png'],
    ['cat\r\nSet-Cookie: a=b\r\n\r\n<b>.png', 'catSet-Cookie_ a=b_b_.png'],
    ['\u202Egnp.cat.png', 'gnp.cat.png'],
    ['...png', 'png.png'],
    [`${'я'.repeat(500)}.png`, `${'я'.repeat(116)}.png`],
    ['%2e%2e%2fcat.png', '%2e%2e%2fcat.png'],
  ])('%j is harmless', async (given, expected) => {
    const sent = await upload(given, PNG);
    expect(sent.body.file?.name).toBe(expected);
    const { headers } = await fetch(`${url}/chat/v1/files/${idOf(sent)}`);
    const disposition = headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^inline; filename="[^"\\]*"; filename\*=UTF-8''[\w!#$&+.^`|~%-]+$/);
    expectHarmless(headers, 'inline');
  });

  it('that is no encoding at all, or is missing, is harmless', async () => {
    for (const header of ['%E0%A4%A', '%', '', '=?utf-8?b?PGI+?=']) {
      const sent = await upload('x', PNG, { 'x-goalpost-file-name': header });
      expect(sent.body.file?.name).toMatch(/\.png$/);
    }
  });
});

describe('the size of a file', () => {
  const over = 11 * 1024 * 1024;

  it('of 11 MiB is refused, said beforehand or not', async () => {
    const { secret, tab } = await visit(url, counter);
    const headers = { 'x-goalpost-chat-secret': secret, 'x-goalpost-file-name': 'a.txt' };
    const said = await fetch(`${url}/chat/v1/files/${counter}`, {
      method: 'POST',
      headers,
      body: 'x'.repeat(over),
    });
    expect([said.status, await said.json()]).toMatchObject([413, { reason: 'too_large' }]);
    const unsaid = await fetch(`${url}/chat/v1/files/${counter}`, {
      method: 'POST',
      headers,
      body: new ReadableStream({
        start(stream) {
          for (let count = 0; count < 11; count++) stream.enqueue(new Uint8Array(1024 * 1024).fill(120));
          stream.close();
        },
      }),
      duplex: 'half',
    } as RequestInit);
    expect([unsaid.status, await unsaid.json()]).toMatchObject([413, { reason: 'too_large' }]);
    await tab.close();
  });

  it('that is not as it was said ends the request, and nothing is kept of it', async () => {
    const head = (more: string) =>
      request(`POST /chat/v1/files/${counter}`, {
        'x-goalpost-chat-secret': sender.secret,
        'x-goalpost-file-name': 'a.txt',
        ...Object.fromEntries([more.split(': ') as [string, string]]),
      });
    // More than was said: the rest is another request, and no good one.
    const more = await raw(url, `${head('Content-Length: 5')}hello, this is more`);
    expect(more.statuses.at(-1)).toBe(400);
    expect(more.statuses.slice(0, -1).every((status) => status === 200)).toBe(true);
    for (const wrong of [
      'Content-Length: -1',
      'Content-Length: 1e9',
      'Content-Length: 5, 6',
      'Content-Length: x',
    ])
      expect((await raw(url, `${head(wrong)}hello`)).statuses).toEqual([400]);
    const twice = head('Content-Length: 5').replace('\r\n\r\n', '\r\nTransfer-Encoding: chunked\r\n\r\n');
    expect((await raw(url, `${twice}0\r\n\r\n`)).statuses).toEqual([400]);
    // Less than was said, and then gone.
    const { hostname, port } = new URL(url);
    const socket = connectTcp(Number(port), hostname);
    socket.write(`${head('Content-Length: 1000000')}only this`);
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.destroy();
    await settled(sender.tab);
    expect(stage.logged()).not.toContain('only this');
  });
});

describe('the address of a file', () => {
  it.each([
    '../../../../etc/passwd',
    '..%2f..%2f..%2fsecret',
    '%2e%2e%2f%2e%2e%2fsecret',
    '....//....//secret',
    '%00',
    'a%00b',
    'incoming',
    'incoming%2fx',
    '%ff%fe',
    'x'.repeat(199),
    '__proto__',
    '*',
    "'%20OR%201=1--",
  ])('%s is no file', async (id) => {
    const { statuses, text } = await raw(url, request(`GET /chat/v1/files/${id}`));
    expect([400, 404]).toContain(statuses[0]);
    expect(text).not.toMatch(/root:|stack|node_modules|\/tmp\//);
  });

  it('opens by its whole id alone', async () => {
    const id = idOf(await upload('cat.png', PNG));
    expect(id).toMatch(/^[\w-]{32}$/);
    for (const other of [id.slice(0, -1), `${id}x`, id.toLowerCase(), id.toUpperCase(), `${id}%00`]) {
      if (other !== id) expect((await fetch(`${url}/chat/v1/files/${other}`)).status).not.toBe(200);
    }
    for (const method of ['PUT', 'DELETE', 'PATCH'])
      expect((await fetch(`${url}/chat/v1/files/${id}`, { method })).status).toBe(404);
    expect((await fetch(`${url}/chat/v1/files/${id}`, { headers: { range: 'bytes=99-1' } })).status).toBe(
      200,
    );
  });
});

describe('somebody else’s file', () => {
  const attached = (fileId: string) => ({ type: 'message', key: newKey(), text: 'mine', fileId }) as const;

  it('is not attached by another visitor, nor on another counter, nor by its operators', async () => {
    const id = idOf(await uploadAs(sender.secret));
    const thief = await visit(url, counter);
    thief.tab.send(attached(id));
    expect((await thief.tab.next('refused')).reason).toBe('not_found');

    const other = await stage.newCounter();
    const elsewhere = await talk(url, other);
    elsewhere.tab.send(attached(id));
    expect((await elsewhere.tab.next('refused')).reason).toBe('not_found');
    console.send({ ...attached(id), conversationId: elsewhere.conversationId });
    expect((await console.next('refused')).reason).toBe('not_found');

    // Theirs it is.
    sender.tab.send(attached(id));
    expect((await sender.tab.next('stored', ({ message }) => message.file !== null)).message.file?.id).toBe(
      id,
    );
    await Promise.all([thief.tab.close(), elsewhere.tab.close()]);
  });

  it('of an operator is no visitor’s to send', async () => {
    const answer = await fetch(`${url}/api/v1/counters/${counter}/chat/files`, {
      method: 'POST',
      headers: { authorization: `OAuth ${stage.server.token}`, 'x-goalpost-file-name': 'a.png' },
      body: PNG,
    });
    const { file } = (await answer.json()) as { file: { id: string } };
    sender.tab.send(attached(file.id));
    expect((await sender.tab.next('refused')).reason).toBe('not_found');
    for (const fileId of ['', '../x', 'x'.repeat(64)]) {
      sender.tab.send(attached(fileId));
      expect((await sender.tab.next('refused')).reason).toBe('not_found');
    }
    await write(sender.tab, 'and this is heard');
  });
});

describe('[C75] file after file', () => {
  const refusedAfter = async (send: () => Promise<Answer>, most: number): Promise<number> => {
    for (let count = 0; count <= most; count++) {
      const { status } = await send();
      if (status === 429) return count;
      expect(status).toBe(200);
    }
    return most + 1;
  };

  it('is taken from one visitor up to twenty in a while', async () => {
    const greedy = await visit(url, counter);
    expect(await refusedAfter(() => uploadAs(greedy.secret), 20)).toBe(20);
    expect((await uploadAs(sender.secret)).status).toBe(200);
    await greedy.tab.close();
  });

  it.each([
    ['address', () => '203.0.113.7'],
    ['network that is one customer’s', (count: number) => `2001:db8:1:2::${count.toString(16)}`],
  ])('is taken from one %s up to sixty, whoever they say they are', async (_what, addressOf) => {
    let count = 0;
    const send = async () => {
      count++;
      const { secret, tab } = await visit(url, counter);
      const answer = await uploadAs(secret, { 'x-forwarded-for': addressOf(count) });
      await tab.close();
      return answer;
    };
    expect(await refusedAfter(send, 60)).toBe(60);
  });
});
