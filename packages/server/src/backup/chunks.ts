/** The parts of all backups of a place, each stored once whatever the number of backups that name it. */
import { pack, unpack, type BackupKey, type Packed } from './pack.ts';
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
      const { stored, ...packed } = await pack(plain, key);
      const earlier = packedNow.get(packed.chunk);
      if (earlier !== undefined) return earlier;
      // Another compressor may make other bytes of the same content: what is there must be what is noted.
      if (!there.has(packed.chunk) || !(await isStored(place, packed))) {
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

async function isStored(place: BackupPlace, { chunk, bytes }: Packed): Promise<boolean> {
  try {
    return (await place.get(pathOf(chunk)))?.length === bytes;
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error;
    // A key may write and not read: the same bytes are written again.
    return false;
  }
}
