/** Signs webhooks, so that a receiver can tell ours from forged and repeated ones. */
import { createHmac } from 'node:crypto';

/** @param now milliseconds since the epoch */
export function signatureOf(secret: string, body: string, now: number): string {
  const seconds = Math.floor(now / 1_000);
  const mac = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${mac}`;
}
