/** When pages of a counter have shown a vendor's chat [W63], or its webhooks came, first and last. */
import { vendorOf } from '@goalpost/contract/vendors';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Clock } from '../kit/clock.ts';
import type { FaultLog } from '../kit/log.ts';
import { createKeyedQueue } from '../kit/nodes/keyed-queue.ts';
import type { VendorDocuments } from './port.ts';

export interface Sightings {
  /** Returns at once; never throws. */
  seen(counterId: number, vendor: string): void;
  of(counterId: number): Promise<Seen>;
  /** Resolves when all that was seen is stored. */
  idle(): Promise<void>;
}

/** By vendor: milliseconds since the epoch. */
export type Seen = Readonly<Record<string, readonly [first: number, last: number]>>;

export interface SightingsDeps {
  readonly documents: VendorDocuments;
  readonly clock: Clock;
  readonly log: Pick<FaultLog, 'warn'>;
  /** Which document they stand in: chats on pages, or their webhooks. */
  readonly kind: 'vendors_seen' | 'vendor_webhooks_seen';
}

/** Browsers keep adapters as long: more often, nothing new is told. */
const AGAIN_MS = 3_600_000;
const MOST_KNOWN = 20_000;
const Document = z.record(z.string(), z.tuple([z.number(), z.number()]));

export function createSightings({ documents, clock, log, kind }: SightingsDeps): Sightings {
  const told = new LRUCache<string, number>({ max: MOST_KNOWN });
  const turns = createKeyedQueue();

  async function of(counterId: number): Promise<Seen> {
    return Document.safeParse(await documents.read(counterId, kind)).data ?? {};
  }

  async function add(counterId: number, vendor: string, now: number): Promise<void> {
    const before = await of(counterId);
    const [first = now] = before[vendor] ?? [];
    await documents.save(counterId, kind, { ...before, [vendor]: [Math.min(first, now), now] });
  }

  return {
    of,
    idle: () => turns.idle(),
    seen(counterId, vendor) {
      const now = clock.now();
      const key = `${counterId} ${vendor}`;
      const last = told.get(key);
      if (vendorOf(vendor) === undefined || (last !== undefined && Math.abs(now - last) < AGAIN_MS)) return;
      told.set(key, now);
      void turns
        .run(String(counterId), () => add(counterId, vendor, now))
        .catch((error: unknown) => {
          // The next page tells it again.
          told.delete(key);
          log.warn({ error: String(error), counterId, vendor }, 'That a chat was seen is not stored.');
        });
    },
  };
}
