/** Doors for vendors' webhooks: one address for each counter and vendor, of which only a hash is kept. */
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../kit/clock.ts';
import { isSameBytes } from '../../kit/secrets/same-bytes.ts';
import type { Secrets } from '../../kit/secrets/secrets.ts';
import type { VendorDocuments } from '../port.ts';

export interface Doors {
  of(counterId: number): Promise<Readonly<Record<string, Door>>>;
  /** An earlier address of it works no longer. @returns the secret of the address, which is told once */
  open(counterId: number, vendor: string, signingSecret: string | null): Promise<string>;
  close(counterId: number, vendor: string): Promise<void>;
  /** @returns null where the secret opens no door */
  enter(counterId: number, vendor: string, secret: string): Promise<Entered | null>;
}

export interface Entered {
  /** What the vendor signs with; null: it does not sign. */
  readonly signing: string | null;
}

export interface Door {
  readonly openedAt: number;
  readonly isSigned: boolean;
}

interface DoorsDeps {
  readonly documents: VendorDocuments;
  readonly secrets: Secrets;
  readonly clock: Clock;
}

const KIND = 'vendor_doors';
const PURPOSE = 'vendor-door';
const Kept = z.record(
  z.string(),
  z.object({ hash: z.string(), signing: z.string().nullable(), openedAt: z.number() }),
);
type Kept = z.infer<typeof Kept>;

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

export function createDoors({ documents, secrets, clock }: DoorsDeps): Doors {
  const read = async (counterId: number): Promise<Kept> =>
    Kept.safeParse(await documents.read(counterId, KIND)).data ?? {};

  return {
    async of(counterId) {
      const doors = Object.entries(await read(counterId));
      return Object.fromEntries(
        doors.map(([vendor, { openedAt, signing }]) => [vendor, { openedAt, isSigned: signing !== null }]),
      );
    },
    async open(counterId, vendor, signingSecret) {
      const secret = `${counterId}-${randomBytes(32).toString('base64url')}`;
      const door = {
        hash: hashOf(secret).toString('hex'),
        signing: signingSecret === null ? null : secrets.seal(signingSecret, PURPOSE),
        openedAt: clock.now(),
      };
      await documents.save(counterId, KIND, { ...(await read(counterId)), [vendor]: door });
      return secret;
    },
    async close(counterId, vendor) {
      const { [vendor]: _closed, ...others } = await read(counterId);
      await documents.save(counterId, KIND, others);
    },
    async enter(counterId, vendor, secret) {
      const doors = await read(counterId);
      const door = Object.hasOwn(doors, vendor) ? doors[vendor] : undefined;
      if (door === undefined || !isSameBytes(hashOf(secret), Buffer.from(door.hash, 'hex'))) return null;
      return { signing: door.signing === null ? null : secrets.open(door.signing, PURPOSE) };
    },
  };
}
