/** Packs bytes for a backup: compressed, encrypted where there is a key, named by what they hold. */
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import { BackupRefused } from './refusal.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** No part is larger, so that what a stranger has put there cannot fill the memory. */
const MOST_BYTES = 1024 ** 3;

/** Keys that are made of the operator's one. */
export interface BackupKey {
  readonly cipher: Buffer;
  readonly names: Buffer;
}

/** What stands in the manifest of a part. */
export interface Packed {
  /** Made of the content; the same content is stored once. */
  readonly chunk: string;
  readonly bytes: number;
  /** SHA-256 of the bytes as they are stored. */
  readonly sum: string;
}

export function backupKey(text: string): BackupKey {
  const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', text, 'goalpost backup', purpose, 32));
  return { cipher: derived('cipher'), names: derived('names') };
}

function contentName(plain: Uint8Array, key: BackupKey | null): string {
  const hash = key === null ? createHash('sha256') : createHmac('sha256', key.names);
  return hash.update(plain).digest('hex');
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export async function pack(plain: Uint8Array, key: BackupKey | null): Promise<Packed & { stored: Buffer }> {
  const chunk = contentName(plain, key);
  const small = await compress(plain, { params: { [constants.ZSTD_c_compressionLevel]: 3 } });
  const stored = packedBytes(small, chunk, key);
  return { chunk, bytes: stored.length, sum: sha256(stored), stored };
}

/** @param small compressed @returns the bytes as they are stored */
export const packedBytes = (small: Buffer, chunk: string, key: BackupKey | null): Buffer =>
  key === null ? small : encrypted(small, chunk, key);

/** The nonce is made of the content, so that it never serves two contents. */
function encrypted(small: Buffer, chunk: string, key: BackupKey): Buffer {
  const nonce = createHmac('sha256', key.names).update(`nonce ${chunk}`).update(small).digest();
  const cipher = createCipheriv(CIPHER, key.cipher, nonce.subarray(0, NONCE_BYTES));
  cipher.setAAD(Buffer.from(chunk));
  const body = Buffer.concat([cipher.update(small), cipher.final()]);
  return Buffer.concat([nonce.subarray(0, NONCE_BYTES), cipher.getAuthTag(), body]);
}

/**
 * What the part holds decides, not how it was compressed: another release of the compressor may store it again.
 * @param what names the part in messages @throws BackupRefused where it does not hold what was packed
 */
export async function unpack(
  stored: Buffer,
  { chunk, bytes, sum }: Packed,
  key: BackupKey | null,
  what: string,
): Promise<Buffer> {
  const plain = await contentOf(stored, chunk, key);
  if (plain !== null) return plain;
  if (stored.length < bytes)
    throw new BackupRefused(`${what} is cut off: it has ${stored.length} of ${bytes} bytes.`);
  if (key !== null && sha256(stored) === sum)
    throw new BackupRefused(`${what} cannot be decrypted: the key is another one.`);
  throw new BackupRefused(`${what} is damaged: its bytes are not those that were stored.`);
}

/** @returns null where the stored bytes do not hold the content of this name */
export async function contentOf(
  stored: Buffer,
  chunk: string,
  key: BackupKey | null,
): Promise<Buffer | null> {
  const plain = await opened(stored, chunk, key).catch(() => null);
  return plain !== null && contentName(plain, key) === chunk ? plain : null;
}

async function opened(stored: Buffer, chunk: string, key: BackupKey | null): Promise<Buffer> {
  const small = key === null ? stored : decrypted(stored, chunk, key);
  // With `info`, what was read is told, too: anything behind the end does not belong to it.
  const { buffer, engine } = (await decompress(small, {
    maxOutputLength: MOST_BYTES,
    info: true,
  })) as unknown as Unpacked;
  if (engine.bytesWritten !== small.length) throw new Error('Something stands behind the end.');
  return buffer;
}

interface Unpacked {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

function decrypted(stored: Buffer, chunk: string, key: BackupKey): Buffer {
  const decipher = createDecipheriv(CIPHER, key.cipher, stored.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(chunk));
  decipher.setAuthTag(stored.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(stored.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}
