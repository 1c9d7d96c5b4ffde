/** The secret that signs session cookies: made once, kept in the data folder for its owner's eyes only. */
import { randomBytes } from 'node:crypto';
import { openKeptSecret } from '../kit/files/kept-secret.ts';

/** @throws UnusableFile */
export function readOrMakeSecret(path: string): Promise<string> {
  return openKeptSecret(path, {
    shape: /^[\w-]{64}$/,
    make: () => randomBytes(48).toString('base64url'),
    purpose: 'which signs sessions',
    loss: 'everybody has to sign in again, and second factors are lost',
  });
}
