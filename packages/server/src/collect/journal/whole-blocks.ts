/** Where the whole blocks of a segment end: what follows is being written, and was not acknowledged yet. */
import { readPieces } from './block-reader.ts';

/** Damage in the middle of a segment is part of it. */
export async function endOfWholeBlocks(path: string): Promise<number> {
  let end = 0;
  for await (const piece of readPieces(path)) if ('payload' in piece) end = piece.to;
  return end;
}
