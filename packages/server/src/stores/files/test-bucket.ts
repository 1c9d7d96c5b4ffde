/** For tests: just enough of S3-compatible storage, on a port of this machine. It believes no signature unchecked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { BucketSettings } from './bucket-request.ts';
import { sha256, verifySignature } from './test-sigv4.ts';

export interface StoredObject {
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** What goes wrong with a request. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly code: string }
  /** The connection is cut before an answer. */
  | { readonly kind: 'reset' }
  /** No answer, ever. */
  | { readonly kind: 'silence' }
  /** The answer's headers and half of its bytes, and then… */
  | { readonly kind: 'half'; readonly ending: 'reset' | 'silence' }
  /** Other bytes than those that were stored. */
  | { readonly kind: 'changed' }
  /** A list that says that it goes on, and not how. */
  | { readonly kind: 'endless' };

export interface TestBucket {
  readonly settings: BucketSettings;
  /** By path, as the request has it. */
  readonly objects: ReadonlyMap<string, StoredObject>;
  /** One line a request that came, e.g. `PUT /files/a 200`. */
  readonly requests: readonly string[];
  /** The next requests meet these, in turn. */
  fail(...faults: readonly Fault[]): void;
  /** The request of this number from now on meets it. @returns whether it has come */
  failAt(number: number, fault: Fault | null): () => boolean;
  /** All requests from now on meet this; null: none. */
  failAll(fault: Fault | null): void;
  /** The key may do these alone, such as `PUT` or `LIST`; null: everything. */
  allow(doings: readonly string[] | null): void;
  /** Resolves when the next request of this method has come. */
  reached(method: string): Promise<void>;
  /** Resolves when no request is under way, e.g. when a reader that goes away was noticed. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

export const TEST_KEYS = {
  accessKey: 'AKIDTEST',
  secretKey: 'a-secret/of+the=bucket',
  region: 'eu-central-1',
};

export async function startTestBucket(): Promise<TestBucket> {
  const objects = new Map<string, StoredObject>();
  const requests: string[] = [];
  const planned: Fault[] = [];
  const waiting = new Set<() => void>();
  const coming = new Map<string, () => void>();
  let always: Fault | null = null;
  let allowed: readonly string[] | null = null;
  let underWay = 0;
  let seen = 0;
  let later: { readonly at: number; readonly fault: Fault | null } | null = null;

  const server = createServer((request, response) => {
    underWay += 1;
    coming.get(request.method ?? '')?.();
    response.on('close', () => {
      requests.push(`${request.method} ${request.url} ${response.headersSent ? response.statusCode : '-'}`);
      underWay -= 1;
      if (underWay === 0) for (const resolve of waiting) resolve();
    });
    seen += 1;
    const fault = planned.shift() ?? (later?.at === seen ? later.fault : null) ?? always;
    answer(request, response, fault).catch(() => response.destroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse, fault: Fault | null) {
    if (fault !== null && isMet(fault)) return meet(fault, request, response);
    const { method = '', url = '' } = request;
    const headers = request.headers as Record<string, string | undefined>;
    const verdict = verifySignature({ method, target: url, headers }, TEST_KEYS, Date.now());
    if (verdict !== 'ok') return refuse(response, 403, verdict);
    if (!url.startsWith('/files/')) return refuse(response, 404, 'NoSuchBucket');
    const doing = method === 'GET' && url.startsWith('/files/?list-type=2') ? 'LIST' : method;
    if (allowed?.includes(doing) === false) return refuse(response, 403, 'AccessDenied');
    return give(doing, fault, request, response);
  }

  async function give(
    doing: string,
    fault: Fault | null,
    request: IncomingMessage,
    response: ServerResponse,
  ) {
    const { url = '' } = request;
    if (doing === 'LIST')
      return sendBytes(Buffer.from(listOf(objects, url, fault)), fault, request, response);
    if (doing === 'PUT') return put(request, response);
    if (doing === 'DELETE') {
      objects.delete(url);
      return void response.writeHead(204).end();
    }
    const object = objects.get(url);
    if (doing !== 'GET' || object === undefined) return refuse(response, 404, 'NoSuchKey');
    const bytes = fault?.kind === 'changed' ? object.bytes.map((byte) => byte ^ 1) : object.bytes;
    sendBytes(bytes, fault, request, response);
  }

  async function put(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers = request.headers as Record<string, string>;
    if (headers['content-length'] === undefined) return refuse(response, 411, 'MissingContentLength');
    const bytes = await buffer(request);
    if (sha256(bytes) !== headers['x-amz-content-sha256']) {
      return refuse(response, 400, 'XAmzContentSHA256Mismatch');
    }
    objects.set(request.url ?? '', { bytes, headers });
    response.writeHead(200, { 'content-length': 0, etag: '"x"' }).end();
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    settings: { endpoint: `http://127.0.0.1:${port}`, bucket: 'files', pathStyle: true, ...TEST_KEYS },
    objects,
    requests,
    fail: (...faults) => void planned.push(...faults),
    failAt(number, fault) {
      const at = seen + number;
      later = { at, fault };
      return () => seen >= at;
    },
    failAll: (fault) => void (always = fault),
    allow: (doings) => void (allowed = doings),
    reached: (method) => new Promise((resolve) => coming.set(method, resolve)),
    idle: () => (underWay === 0 ? Promise.resolve() : new Promise((resolve) => waiting.add(resolve))),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

const PAGE = 3;

function listOf(objects: ReadonlyMap<string, StoredObject>, url: string, fault: Fault | null): string {
  const query = new URLSearchParams(url.slice(url.indexOf('?')));
  const after = query.get('continuation-token') ?? '';
  const keys = [...objects.keys()]
    .map((path) => decodeURIComponent(path.slice('/files/'.length)))
    .filter((key) => key.startsWith(query.get('prefix') ?? '') && key > after)
    .toSorted();
  const page = keys.slice(0, PAGE);
  const more = keys.length > PAGE || fault?.kind === 'endless';
  const next =
    more && fault?.kind !== 'endless' ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
  const contents = page
    .map((key) => `<Contents><Key>${key.replaceAll('&', '&amp;')}</Key></Contents>`)
    .join('');
  return `<?xml version="1.0"?>\n<ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${contents}</ListBucketResult>`;
}

function sendBytes(
  bytes: Uint8Array,
  fault: Fault | null,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  // The type is a lie on purpose: no code may believe it.
  response.writeHead(200, { 'content-length': bytes.length, 'content-type': 'text/html' });
  if (fault?.kind !== 'half') return void response.end(bytes);
  response.write(bytes.subarray(0, bytes.length / 2), () => {
    if (fault.ending === 'reset') request.socket.resetAndDestroy();
  });
}

type Met = Extract<Fault, { kind: 'status' | 'reset' | 'silence' }>;
const isMet = (fault: Fault): fault is Met => ['status', 'reset', 'silence'].includes(fault.kind);

function meet(fault: Met, request: IncomingMessage, response: ServerResponse) {
  if (fault.kind === 'reset') request.socket.resetAndDestroy();
  if (fault.kind === 'status') refuse(response, fault.status, fault.code);
}

/** As the real ones do, it repeats what must not get into any log. */
function refuse(response: ServerResponse, status: number, code: string): void {
  const body =
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>No.</Message>` +
    `<AWSAccessKeyId>${TEST_KEYS.accessKey}</AWSAccessKeyId><StringToSign>AWS4-HMAC-SHA256</StringToSign></Error>`;
  response.writeHead(status, { 'content-type': 'application/xml' }).end(body);
}
