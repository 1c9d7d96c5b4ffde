/** How whoever gets a webhook can tell that it is ours, and not an old one sent again. */
import { createHmac } from 'node:crypto';

/** @param now milliseconds since the epoch */
export function signatureOf(secret: string, body: string, now: number): string {
  const seconds = Math.floor(now / 1_000);
  const mac = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${mac}`;
}
