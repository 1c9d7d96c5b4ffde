/** The parts of all backups of a place, each stored once whatever the number of backups that name it. */
import { contentOf, pack, sha256, unpack, type BackupKey, type Packed } from './pack.ts';
import type { BackupPlace } from './port.ts';
import { BackupRefused } from './refusal.ts';

const FOLDER = 'chunks';
/** Letters of a folder, so that none holds too many. */
const FOLDER_LETTERS = 2;

export interface Chunks {
  /** Stores the content, unless it is there. */
  store(plain: Uint8Array): Promise<Packed>;
  /** @param what names the part in messages @throws BackupRefused */
  load(packed: Packed, what: string): Promise<Buffer>;
  has(chunk: string): boolean;
  /** Removes all parts but these. */
  keepOnly(chunks: ReadonlySet<string>): Promise<number>;
  readonly newBytes: () => number;
}

const pathOf = (chunk: string) => `${FOLDER}/${chunk.slice(0, FOLDER_LETTERS)}/${chunk}`;

export async function openChunks(place: BackupPlace, key: BackupKey | null): Promise<Chunks> {
  const there = new Set((await place.list(FOLDER)).map((path) => path.slice(path.lastIndexOf('/') + 1)));
  const packedNow = new Map<string, Packed>();
  let newBytes = 0;
  return {
    async store(plain) {
      const { stored, ...made } = await pack(plain, key);
      const earlier = packedNow.get(made.chunk);
      if (earlier !== undefined) return earlier;
      const kept = there.has(made.chunk) ? await whatIsStored(place, made, stored, key) : null;
      const packed = kept ?? made;
      if (kept === null) {
        await place.put(pathOf(packed.chunk), stored);
        newBytes += stored.length;
      }
      there.add(packed.chunk);
      packedNow.set(packed.chunk, packed);
      return packed;
    },
    async load(packed, what) {
      const stored = await place.get(pathOf(packed.chunk));
      if (stored === null) throw new BackupRefused(`${what} is missing in ${place.name}.`);
      return unpack(stored, packed, key, what);
    },
    has: (chunk) => there.has(chunk),
    async keepOnly(chunks) {
      const old = [...there].filter((chunk) => !chunks.has(chunk));
      for (const chunk of old) {
        await place.remove(pathOf(chunk));
        there.delete(chunk);
      }
      return old.length;
    },
    newBytes: () => newBytes,
  };
}

/** Earlier backups name it as it is stored, whichever compressor made it. @returns null where it must be written */
async function whatIsStored(
  place: BackupPlace,
  { chunk }: Packed,
  made: Buffer,
  key: BackupKey | null,
): Promise<Packed | null> {
  const stored = await readIfAllowed(place, chunk);
  if (stored === null) return null;
  if (!stored.equals(made) && (await contentOf(stored, chunk, key)) === null) return null;
  return { chunk, bytes: stored.length, sum: sha256(stored) };
}

async function readIfAllowed(place: BackupPlace, chunk: string): Promise<Buffer | null> {
  try {
    return await place.get(pathOf(chunk));
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error;
    // A key may write and not read: the same content is written again.
    return null;
  }
}
