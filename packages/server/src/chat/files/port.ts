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
   * @throws FilesUnavailable; whether it is kept then is not known
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

/** Enough of a file's beginning to tell what it is. */
export const HEAD_BYTES = 4_096;
