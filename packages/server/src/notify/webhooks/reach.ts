/** One request to an owner's address: it goes nowhere it may not, follows nothing, and reads little. */
import { WEBHOOK_FAULTS } from '@goalpost/contract/chat';
import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { addressesOf, type Resolve } from './addresses.ts';
import { faultOf } from './faults.ts';

export interface ReachOptions {
  readonly allowPrivate: boolean;
  readonly resolve: Resolve;
  readonly timeoutMs: number;
  /** Ends the attempt, as a failed one. */
  readonly signal: AbortSignal;
}

export interface Reached {
  /** Null: there was none. */
  readonly status: number | null;
  /** Status and its words, or why there is none. */
  readonly line: string;
  /** As far as it was read. */
  readonly body: Buffer;
  /** Nothing of the body was left out. */
  readonly isWhole: boolean;
}

export interface Sending {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** Of the answer no more is read. */
  readonly mostBytes: number;
}

/** Never throws. */
export async function reach(sending: Sending, options: ReachOptions): Promise<Reached> {
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
    return await Promise.race([attempt(sending, { ...options, signal: own.signal }), ended.promise]);
  } catch (error) {
    return noAnswer(late ? WEBHOOK_FAULTS.timeout : faultOf(error));
  } finally {
    clearTimeout(timer);
    options.signal.removeEventListener('abort', end);
  }
}

const noAnswer = (line: string): Reached => ({ status: null, line, body: Buffer.alloc(0), isWhole: true });

async function attempt(
  { method, url: address, headers, body, mostBytes }: Sending,
  { allowPrivate, resolve, signal }: ReachOptions,
): Promise<Reached> {
  const url = new URL(address);
  const found = await addressesOf(url.hostname, allowPrivate, resolve);
  const [first] = found ?? [];
  if (found === null) return noAnswer(WEBHOOK_FAULTS.private);
  if (first === undefined) return noAnswer(WEBHOOK_FAULTS.no_host);
  signal.throwIfAborted();
  const response = await send(url, body, {
    method,
    // A connection of its own: nothing is left over from another host.
    agent: false,
    signal,
    headers: method === 'GET' ? { ...headers } : { ...headers, 'content-length': Buffer.byteLength(body) },
    lookup: (_host, wanted, done) => {
      if (wanted.all === true) done(null, [...found]);
      else done(null, first.address, first.family);
    },
  });
  const status = response.statusCode ?? 0;
  const read = await beginningOf(response, mostBytes);
  return { status, line: `${status} ${response.statusMessage ?? ''}`.trim(), ...read };
}

function send(url: URL, body: string | Buffer, options: RequestOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, resolve);
    request.on('error', reject);
    request.end(body);
  });
}

/** What came whole, or the beginning of it: an answer that breaks off has its status all the same. */
async function beginningOf(response: IncomingMessage, mostBytes: number) {
  const pieces: Buffer[] = [];
  let bytes = 0;
  // Breaking off ends the connection.
  for await (const piece of response as AsyncIterable<Buffer>) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes > mostBytes) break;
  }
  return { body: Buffer.concat(pieces).subarray(0, mostBytes), isWhole: bytes <= mostBytes };
}
