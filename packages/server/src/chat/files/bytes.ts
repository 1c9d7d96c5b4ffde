/** Where the bytes of files are kept. Contract suite: `bytes.contract.ts`. */
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
   * @throws if its sender hangs up; FilesUnavailable if it cannot be written
   */
  receive(id: string, body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Received | null>;
  /**
   * Afterwards it is there for good, also after a power cut.
   * @param type as the server found it to be
   * @throws FilesUnavailable; whether it is kept then, nobody knows
   */
  keep(id: string, type: string): Promise<void>;
  /** Forgets what was received; what was kept stays. */
  drop(id: string): Promise<void>;
  /**
   * @returns null where there is none
   * @throws FilesUnavailable, here or from the stream
   */
  read(id: string): Promise<Readable | null>;
  /** To no effect where there is none. @throws FilesUnavailable */
  remove(id: string): Promise<void>;
}

/** The place where files are kept does not do its work now; the message says why, and holds no secret. */
export class FilesUnavailable extends Error {
  override readonly name = 'FilesUnavailable';
}

/** Ids are ours, but they become paths. */
export function checkedId(id: string): string {
  if (!ID.test(id)) throw new Error(`Not the id of a file: ${id}`);
  return id;
}

const ID = /^[\w-]{16,64}$/;

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
