/** The chat's files in a bucket, through the real server: from a visitor's picture to what the operator reads. */
import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FileUploaded } from '@goalpost/contract/chat';
import { createApi, type Api } from '../../../e2e/path/api.ts';
import { startTestBucket, type TestBucket } from '../src/stores/files/test-bucket.ts';
import { attend, newKey, visit } from './chat-client.ts';
import { startServer, type TestServer } from './start-server.ts';

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(700_000)]);
const NAME = 'Снимок <img src=x>.png';

let bucket: TestBucket;
let environment: Record<string, string>;
let server: TestServer;
let api: Api;
let counterId: number;
beforeAll(async () => {
  bucket = await startTestBucket();
  environment = {
    GOALPOST_S3_ENDPOINT: bucket.settings.endpoint,
    GOALPOST_S3_BUCKET: bucket.settings.bucket,
    GOALPOST_S3_REGION: bucket.settings.region,
    GOALPOST_S3_ACCESS_KEY: bucket.settings.accessKey,
    GOALPOST_S3_SECRET_KEY: bucket.settings.secretKey,
  };
  server = await startServer({ environment });
  api = createApi(server.url, server.token);
  counterId = await api.createCounter();
  const settings = { settings: { enabled: true } };
  await api.call('PUT', `/api/v1/counters/${counterId}/chat/settings`, settings);
});
afterAll(async () => {
  await server.close();
  await bucket.close();
});

function upload(secret: string, body: Buffer): Promise<Response> {
  return fetch(`${server.url}/chat/v1/files/${counterId}`, {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { 'x-goalpost-chat-secret': secret, 'x-goalpost-file-name': encodeURIComponent(NAME) },
  });
}
const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

it('a visitor sends a picture, the operator reads the same bytes, from this server and with its headers', async () => {
  const { console: operator } = await attend(server.url, server.token);
  const { tab, secret } = await visit(server.url, counterId);
  const answer = await upload(secret, PNG);
  expect(answer.status).toBe(200);
  const { file } = (await answer.json()) as FileUploaded;
  expect(file).toMatchObject({ name: 'Снимок _img src=x_.png', type: 'image/png', bytes: PNG.length });
  const [object] = [...bucket.objects.entries()].filter(([path]) => path.endsWith(file.id));
  expect(object?.[1].bytes.equals(PNG)).toBe(true);
  expect(await readdir(join(server.dataDir, 'chat-files'), { recursive: true })).toEqual(['incoming']);

  tab.send({ type: 'message', key: newKey(), text: '', fileId: file.id });
  const { message } = await operator.next('message', (one) => one.message.file !== null);
  expect(message.file).toEqual(file);
  const read = await fetch(`${server.url}/chat/v1/files/${message.file?.id}`);
  expect(read.status).toBe(200);
  expect(hash(Buffer.from(await read.arrayBuffer()))).toBe(hash(PNG));
  // The bucket says "text/html".
  expect(Object.fromEntries(read.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-length': String(PNG.length),
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringMatching(/^default-src 'none'.*sandbox$/),
    'cross-origin-resource-policy': 'cross-origin',
  });
  await tab.close();
  await operator.close();
});

it('[C10] what is no picture never reaches the bucket', async () => {
  const { tab, secret } = await visit(server.url, counterId);
  const before = bucket.requests.length;
  expect((await upload(secret, Buffer.from('PK\u0003\u0004'))).status).toBe(415);
  expect((await upload(secret, Buffer.alloc(11 * 1_048_576, 1))).status).toBe(413);
  expect(bucket.requests).toHaveLength(before);
  await tab.close();
});

it('while the bucket refuses, uploads are refused and the chat goes on; afterwards they are taken', async () => {
  const { tab, secret } = await visit(server.url, counterId);
  bucket.failAll({ kind: 'status', status: 403, code: 'AccessDenied' });
  const refused = await upload(secret, PNG);
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ reason: 'unavailable' });
  tab.send({ type: 'message', key: newKey(), text: 'Hello?', fileId: null });
  expect((await tab.next('stored')).message.text).toBe('Hello?');
  bucket.failAll(null);
  expect((await upload(secret, PNG)).status).toBe(200);
  await tab.close();
});

it('a server starts also where the bucket cannot be reached', async () => {
  const other = await startServer({
    environment: { ...environment, GOALPOST_S3_ENDPOINT: 'http://127.0.0.1:9' },
  });
  expect((await fetch(`${other.url}/healthz`)).status).toBe(200);
  await other.close();
});

it('a server ends, also while an upload waits for a bucket that does not answer', async () => {
  const own = await startServer({ environment });
  const ownApi = createApi(own.url, own.token);
  const id = await ownApi.createCounter();
  await ownApi.call('PUT', `/api/v1/counters/${id}/chat/settings`, { settings: { enabled: true } });
  const { secret } = await visit(own.url, id);
  bucket.failAll({ kind: 'silence' });
  const reached = bucket.reached('PUT');
  const answer = fetch(`${own.url}/chat/v1/files/${id}`, {
    method: 'POST',
    body: new Uint8Array(PNG),
    headers: { 'x-goalpost-chat-secret': secret, 'x-goalpost-file-name': 'a.png' },
  });
  await reached;
  await own.close();
  expect((await answer).status).toBe(503);
  bucket.failAll(null);
});
