/** Where the bytes of files are kept. */
import type { Readable } from 'node:stream';

export interface Received {
  readonly bytes: number;
  /** The beginning of the file. */
  readonly head: Buffer;
}

export interface FileBytes {
  /**
   * Takes a file in, to be kept or dropped afterwards.
   * @returns null where it has more bytes than it may; nothing of it is left then
   * @throws if its sender hangs up, or it cannot be kept
   */
  receive(id: string, body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Received | null>;
  /** Afterwards it is there for good, also after a power cut. */
  keep(id: string, type: string): Promise<void>;
  /** Forgets what was received, if it was not kept. */
  drop(id: string): Promise<void>;
  /** @returns null where there is none */
  read(id: string): Promise<Readable | null>;
  remove(id: string): Promise<void>;
}

/** Copies a body piece by piece, keeping its beginning and counting. */
export async function copy(
  body: AsyncIterable<Uint8Array>,
  limits: { readonly maxBytes: number; readonly headBytes: number },
  write: (piece: Uint8Array) => Promise<unknown>,
): Promise<Received | null> {
  const head: Uint8Array[] = [];
  let headBytes = 0;
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > limits.maxBytes) return null;
    if (headBytes < limits.headBytes) {
      head.push(piece.subarray(0, limits.headBytes - headBytes));
      headBytes += piece.length;
    }
    await write(piece);
  }
  return { bytes, head: Buffer.concat(head) };
}
