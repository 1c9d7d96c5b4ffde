/** A request's body, bounded in size and time. */
import type { IncomingMessage } from 'node:http';
import { MAX_BODY_BYTES } from '@goalpost/contract/wire';

export interface BodyLimits {
  readonly bytes: number;
  readonly timeoutMs: number;
  /** After a refusal, bytes that are still read and thrown away, so that the client sees the answer. */
  readonly discardedBytes: number;
}

export const BODY_LIMITS: BodyLimits = {
  bytes: MAX_BODY_BYTES,
  timeoutMs: 30_000,
  discardedBytes: 4 * 1024 * 1024,
};

export type BodyOutcome =
  | { readonly kind: 'whole'; readonly text: string }
  | { readonly kind: 'too_large' | 'too_slow' }
  /** The client hung up: no answer is sent. */
  | { readonly kind: 'gone' };

/** Without one, nothing tells that it ended where the server skips the streams of such requests. */
export function hasBody(request: IncomingMessage): boolean {
  return (
    request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined
  );
}

export function readBody(
  request: IncomingMessage,
  declared: string,
  limits: BodyLimits,
  done: (outcome: BodyOutcome) => void,
): void {
  if (Number(declared) > limits.bytes) {
    discardBody(request, limits);
    done({ kind: 'too_large' });
    return;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  let settled = false;
  const settle = (outcome: BodyOutcome) => {
    if (settled) return;
    settled = true;
    clearTimeout(timer);
    chunks.length = 0;
    done(outcome);
  };
  const timer = setTimeout(() => settle({ kind: 'too_slow' }), limits.timeoutMs);
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > limits.bytes + limits.discardedBytes) request.destroy();
    else if (size > limits.bytes) settle({ kind: 'too_large' });
    else if (!settled) chunks.push(chunk);
  });
  request.on('end', () => {
    const only = chunks.length === 1 ? chunks[0] : undefined;
    settle({ kind: 'whole', text: (only ?? Buffer.concat(chunks)).toString('utf8') });
  });
  request.on('error', () => settle({ kind: 'gone' }));
  request.on('close', () => settle({ kind: 'gone' }));
}

/** Reads on for a while, so that a client which still sends sees the answer and not a broken connection. */
export function discardBody(request: IncomingMessage, limits: BodyLimits): void {
  let size = 0;
  const timer = setTimeout(() => request.destroy(), limits.timeoutMs);
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > limits.discardedBytes) request.destroy();
  });
  request.on('error', () => undefined);
  request.on('close', () => clearTimeout(timer));
}
