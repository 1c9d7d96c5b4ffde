/** What both places for files share: taking a body in, and ids as paths. */
import type { Received } from '../../chat/files/port.ts';

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
