/**
 * Encrypts secrets that are kept in a store with a key that is not in the store. The first key seals, and all of them
 * open, so that keys can be changed.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** What it is for is bound to it: a sealed secret works in no other place. */
export interface Secrets {
  seal(plain: string, purpose: string): string;
  /** What was never sealed is given as it is. @throws SecretsLocked */
  open(kept: string, purpose: string): string;
  /** Whether `seal` would make another form of it. */
  isStale(kept: string): boolean;
}

/** No key that is known opens it. */
export class SecretsLocked extends Error {}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Of the form, and of the key by its first letters. */
const SEALED = /^sealed:1:([0-9a-f]{8}):([\w-]+)$/;

interface Key {
  readonly id: string;
  readonly bytes: Buffer;
}

/** @param keys the first one seals; none: secrets are kept as they are */
export function createSecrets(keys: readonly string[]): Secrets {
  const known = keys.map(keyOf);
  const [current] = known;
  return {
    seal: (plain, purpose) => (current === undefined ? plain : sealed(plain, purpose, current)),
    open(kept, purpose) {
      const [, id, body] = SEALED.exec(kept) ?? [];
      if (id === undefined || body === undefined) return kept;
      const key = known.find((one) => one.id === id);
      if (key === undefined) throw new SecretsLocked('Secrets are sealed with a key that is not given.');
      return opened(Buffer.from(body, 'base64url'), purpose, key);
    },
    isStale: (kept) => (SEALED.exec(kept)?.[1] ?? null) !== (current?.id ?? null),
  };
}

function keyOf(text: string): Key {
  const bytes = Buffer.from(hkdfSync('sha256', text, 'goalpost secrets', 'key', 32));
  return { bytes, id: createHash('sha256').update(bytes).digest('hex').slice(0, 8) };
}

function sealed(plain: string, purpose: string, { id, bytes }: Key): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, bytes, nonce).setAAD(Buffer.from(purpose));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return `sealed:1:${id}:${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
}

function opened(bytes: Buffer, purpose: string, key: Key): string {
  try {
    const decipher = createDecipheriv(CIPHER, key.bytes, bytes.subarray(0, NONCE_BYTES));
    decipher.setAAD(Buffer.from(purpose));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)).toString('utf8') + decipher.final('utf8');
  } catch {
    throw new SecretsLocked('A sealed secret was changed, or is in a place that it was not made for.');
  }
}
