/** One attempt at a webhook: a POST that goes nowhere it may not, follows nothing, and reads little. */
import { WEBHOOK_FAULTS } from '@goalpost/contract/chat';
import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { addressesOf, type Resolve } from './addresses.ts';
import { faultOf } from './faults.ts';

export interface PostOptions {
  readonly allowPrivate: boolean;
  readonly resolve: Resolve;
  readonly timeoutMs: number;
  /** Ends the attempt, as a failed one. */
  readonly signal: AbortSignal;
}

export interface PostAnswer {
  /** Null: there was none. */
  readonly status: number | null;
  /** Status and beginning of the answer, or why there is none; for people to read. */
  readonly text: string;
  /** As far as it was read. */
  readonly body: string;
}

const MAX_ANSWER_BYTES = 64 * 1024;
/** Of that, as much as the log keeps. */
const MAX_NOTED = 500;

/** Never throws. */
export async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer,
  options: PostOptions,
): Promise<PostAnswer> {
  const own = new AbortController();
  const ended = Promise.withResolvers<never>();
  let late = false;
  const end = () => {
    own.abort();
    // Not everything heeds a signal: looking up a name does not.
    ended.reject(new Error('ended'));
  };
  const timer = setTimeout(() => {
    late = true;
    end();
  }, options.timeoutMs).unref();
  options.signal.addEventListener('abort', end, { once: true });
  if (options.signal.aborted) end();
  try {
    return await Promise.race([
      attempt(url, headers, body, { ...options, signal: own.signal }),
      ended.promise,
    ]);
  } catch (error) {
    return noAnswer(late ? WEBHOOK_FAULTS.timeout : faultOf(error));
  } finally {
    clearTimeout(timer);
    options.signal.removeEventListener('abort', end);
  }
}

const noAnswer = (text: string): PostAnswer => ({ status: null, text: text.slice(0, MAX_NOTED), body: '' });

async function attempt(
  address: string,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer,
  { allowPrivate, resolve, signal }: PostOptions,
): Promise<PostAnswer> {
  const url = new URL(address);
  const found = await addressesOf(url.hostname, allowPrivate, resolve);
  const [first] = found ?? [];
  if (found === null) return noAnswer(WEBHOOK_FAULTS.private);
  if (first === undefined) return noAnswer(WEBHOOK_FAULTS.no_host);
  signal.throwIfAborted();
  const response = await send(url, body, {
    method: 'POST',
    // A connection of its own: nothing is left over from another host.
    agent: false,
    signal,
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    lookup: (_host, wanted, done) => {
      if (wanted.all === true) done(null, [...found]);
      else done(null, first.address, first.family);
    },
  });
  const status = response.statusCode ?? 0;
  const said = await beginningOf(response);
  const line = `${status} ${response.statusMessage ?? ''}`.trim();
  return { status, text: readable(`${line} ${said}`).slice(0, MAX_NOTED), body: said };
}

function send(url: URL, body: string | Buffer, options: RequestOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, resolve);
    request.on('error', reject);
    request.end(body);
  });
}

/** What came whole, or the beginning of it: an answer that breaks off has its status all the same. */
async function beginningOf(response: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  // Breaking off ends the connection.
  for await (const piece of response as AsyncIterable<Buffer>) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes >= MAX_ANSWER_BYTES) break;
  }
  return Buffer.concat(pieces).toString('utf8', 0, MAX_ANSWER_BYTES);
}

const readable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
