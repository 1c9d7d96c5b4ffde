/** How many files one sender may upload in a span of time. */
import { LRUCache } from 'lru-cache';

export interface UploadLimits {
  readonly perPerson: number;
  readonly perAddress: number;
  readonly perOperator: number;
  readonly windowMs: number;
}

/** An address may stand for a whole office; a person may send the pictures of a holiday. */
export const UPLOAD_LIMITS: UploadLimits = {
  perPerson: 20,
  perAddress: 60,
  perOperator: 200,
  windowMs: 10 * 60_000,
};

const MAX_SENDERS = 50_000;

interface Count {
  readonly since: number;
  readonly files: number;
}

/** @returns whether the sender may send one more, which is then counted */
export function createUploadLimit(windowMs: number): (sender: string, most: number, now: number) => boolean {
  const counts = new LRUCache<string, Count>({ max: MAX_SENDERS });
  return (sender, most, now) => {
    const held = counts.get(sender);
    const count = held !== undefined && now - held.since < windowMs ? held : { since: now, files: 0 };
    if (count.files >= most) return false;
    counts.set(sender, { ...count, files: count.files + 1 });
    return true;
  };
}
