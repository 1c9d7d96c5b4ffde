import { MAX_FILE_BYTES } from '@goalpost/contract/chat';
import fastify, { type FastifyInstance } from 'fastify';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChatFiles, Upload } from '../../chat/index.ts';
import { registerChatFiles } from './chat-files.ts';
import { errorHandler } from '../answers/errors.ts';
import { addSecurityHeaders } from '../security-headers.ts';

interface Taken {
  readonly by: string;
  readonly counterId: number;
  readonly name: string;
  readonly length: number | null;
  readonly text: string;
}

const FILE = { id: 'i', name: 'Счёт "7".txt', type: 'text/plain', bytes: 5 };
let app: FastifyInstance;
let url: string;
let taken: Taken[];
let aborted: Promise<unknown>;
let handled: Promise<unknown>;
let logged: Record<string, unknown>[];
let refuse: 'too_large' | 'file_type' | 'unavailable' | null;

beforeEach(async () => {
  taken = [];
  refuse = null;
  let sayAborted: (why: unknown) => void = () => {};
  aborted = new Promise((resolve) => (sayAborted = resolve));
  async function take(upload: Upload, by: string) {
    if (refuse !== null) {
      // Reads a little, then breaks off, as a file that grows too large does.
      for await (const _piece of upload.body) break;
      return { ok: false as const, reason: refuse };
    }
    const { counterId, name, length, body } = upload;
    try {
      const text = (await buffer(body)).toString();
      taken.push({ by, counterId, name, length, text });
    } catch (error) {
      sayAborted(error);
      throw error;
    }
    return { ok: true as const, file: FILE };
  }
  const chatFiles: ChatFiles = {
    fromVisitor: (upload, secret, address) => take(upload, `${secret}@${address}`),
    fromOperator: (upload, accountId) => take(upload, accountId),
    open: async (id) => {
      if (id === 'away') return 'unavailable';
      if (id !== 'text' && id !== 'png') return null;
      const type = id === 'png' ? 'image/png' : 'text/plain';
      const file = { ...FILE, type, counterId: 1, personId: null, createdAt: 0 };
      return { file, bytes: Readable.from([Buffer.from('hello')]) };
    },
    sweep: async () => 0,
  };
  app = fastify();
  logged = [];
  const handle = errorHandler({ error: (line) => void logged.push(line) });
  handled = new Promise((resolve) => {
    app.setErrorHandler((error, request, reply) => {
      const sent = handle(error, request, reply);
      resolve(error);
      return sent;
    });
  });
  await addSecurityHeaders(app, []);
  await registerChatFiles(app, {
    chatFiles,
    accounts: {
      callerByToken: async (token) => ({
        accountId: token,
        login: token,
        scope: token === 'reader' ? 'read' : 'write',
      }),
      callerBySession: async () => null,
    },
    access: {
      permission: async (account) => (account === 'viewer' ? 'view' : 'own'),
      limit: async () => null,
      status: async () => 'Active' as const,
    },
    publicUrl: null,
  });
  url = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => app.close());

const visitor = (body: string | Buffer, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}/chat/v1/files/7`, {
    method: 'POST',
    body,
    headers: { 'x-goalpost-file-name': 'a%20b.txt', 'x-goalpost-chat-secret': 's', ...headers },
  });

it('gives a visitor’s bytes on as they are, whatever type the request says', async () => {
  for (const type of ['text/plain', 'application/json', 'multipart/form-data; boundary=x']) {
    const response = await visitor('{"not": json', { 'content-type': type });
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await response.json()).toEqual({ file: FILE });
  }
  const one = { by: 's@127.0.0.1', counterId: 7, name: 'a%20b.txt', length: 12, text: '{"not": json' };
  expect(taken).toEqual([one, one, one]);
});

it('lets pages of every site ask first', async () => {
  const response = await fetch(`${url}/chat/v1/files/7`, { method: 'OPTIONS' });
  expect(response.status).toBe(204);
  expect(response.headers.get('access-control-allow-headers')).toContain('x-goalpost-chat-secret');
  expect(response.headers.get('access-control-allow-credentials')).toBeNull();
});

it('answers a refusal also while the file is still coming', async () => {
  refuse = 'too_large';
  const response = await visitor(Buffer.alloc(MAX_FILE_BYTES, 'x'));
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ code: 413, reason: 'too_large' });
  refuse = 'file_type';
  expect((await visitor('PK')).status).toBe(415);
});

it('says that files cannot be stored or read now, and when to come again', async () => {
  refuse = 'unavailable';
  const upload = await visitor('hello');
  expect(upload.status).toBe(503);
  expect(upload.headers.get('retry-after')).toBe('10');
  expect(upload.headers.get('access-control-allow-origin')).toBe('*');
  expect(await upload.json()).toMatchObject({ code: 503, reason: 'unavailable' });
  const read = await fetch(`${url}/chat/v1/files/away`);
  expect(read.status).toBe(503);
  expect(read.headers.get('retry-after')).toBe('10');
  expect(read.headers.get('cache-control')).toBe('no-store');
  expect(await read.json()).toMatchObject({ code: 503, errors: [{ error_type: 'backend_error' }] });
});

it('takes an upload without a body for an empty file', async () => {
  const response = await fetch(`${url}/chat/v1/files/7`, { method: 'POST' });
  expect(response.status).toBe(200);
  expect(taken).toMatchObject([{ text: '', name: '' }]);
});

it('notices a sender that hangs up', async () => {
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(url).port) });
  socket.write('POST /chat/v1/files/7 HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n123', () =>
    socket.destroy(),
  );
  expect(await aborted).toBeInstanceOf(Error);
  expect(taken).toEqual([]);
  // It is no fault of ours: a line for each would be the sender's to fill the log with.
  await handled;
  expect(logged).toEqual([]);
});

it.each([
  ['writer', 200],
  ['reader', 403],
  ['viewer', 403],
])('an operator’s upload by %s is answered with %d', async (token, status) => {
  const response = await fetch(`${url}/api/v1/counters/7/chat/files`, {
    method: 'POST',
    body: 'hello',
    headers: { authorization: `OAuth ${token}` },
  });
  expect(response.status).toBe(status);
  expect(taken.map((one) => one.by)).toEqual(status === 200 ? ['writer'] : []);
});

it('an upload to the API without credentials is refused before a byte is read', async () => {
  const response = await fetch(`${url}/api/v1/counters/7/chat/files`, { method: 'POST', body: 'hello' });
  expect(response.status).toBe(401);
  expect(taken).toEqual([]);
});

it('serves a file so that it can do nothing', async () => {
  const response = await fetch(`${url}/chat/v1/files/text`);
  expect(await response.text()).toBe('hello');
  const { headers } = response;
  expect(headers.get('content-type')).toBe('text/plain');
  expect(headers.get('content-disposition')).toBe(
    `attachment; filename="____ _7_.txt"; filename*=UTF-8''%D0%A1%D1%87%D1%91%D1%82%20%227%22.txt`,
  );
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'.*sandbox$/);
  expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  const picture = await fetch(`${url}/chat/v1/files/png`);
  expect(picture.headers.get('content-disposition')).toMatch(/^inline/);
  expect((await fetch(`${url}/chat/v1/files/none`)).status).toBe(404);
});
