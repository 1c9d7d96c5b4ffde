/** Whose hit it is where the wire does not say [W13]. */
import { hash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Clock } from '../../kit/clock.ts';
import { openKeptSecret } from '../../kit/files/kept-secret.ts';
import { DAY_MS } from '../../kit/dates/calendar-day.ts';

const SECRET = /^[0-9a-f]{64}$/;

export interface Stranger {
  readonly counterId: number;
  readonly address: string;
  readonly agent: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** In the journal where the wire names the visitor itself, so that this is not read. */
export const SAID_BY_THE_WIRE = '0';

/** `:`, as every tag writes it: by `encodeURIComponent`. */
const COLON = '%3A';
/** A number that is certainly usable. */
const NUMBER = /^[1-9]\d{0,18}(?:%3A|&|$)/;
const LONGEST = 24;

/**
 * Whether `u` of `browser-info` names the visitor; it stands before `t`, whose value is free text. Most hits say
 * it, and seeing that without decoding spares them a hash. False is no proof that they do not.
 */
export function saysVisitor(query: string): boolean {
  const info = query.indexOf('browser-info=');
  const visitor = info === -1 ? -1 : keyAt(query, 'u%3A', info);
  if (visitor === -1 || !NUMBER.test(query.slice(visitor, visitor + LONGEST))) return false;
  const title = keyAt(query, 't%3A', info);
  return title === -1 || title > visitor;
}

/** Where the value of a key begins. By its letter first: colons are everywhere. */
function keyAt(query: string, key: string, from: number): number {
  let at = query.indexOf(key, from);
  while (at !== -1 && !query.startsWith(COLON, at - COLON.length)) at = query.indexOf(key, at + 1);
  return at === -1 ? -1 : at + key.length;
}

/** Numbers of one day begin here. No browser has one: those are of Unix seconds and nine digits. */
const OF_ONE_DAY = 1n << 63n;

/** Whether several people may have it, who share an address and an agent [P26]. @param visitor decimal UInt64 */
export const isOfOneDay = (visitor: string): boolean =>
  /^\d{1,20}$/.test(visitor) && BigInt(visitor) >= OF_ONE_DAY;

/** The same number within one UTC day; decimal UInt64. The secret keeps it from being undone to an address. */
export function strangerNumber(secret: string, { counterId, address, agent, now }: Stranger): string {
  const day = Math.floor(now / DAY_MS);
  const sum = hash('sha256', `${secret}\n${day}\n${counterId}\n${address}\n${agent}`, 'hex');
  return (BigInt(`0x${sum.slice(0, 16)}`) | OF_ONE_DAY).toString();
}

/** The same number for what comes by another way than hits. */
export const visitorsOfToday =
  (salt: (now: number) => string, clock: Clock) =>
  (counterId: number, { address, agent }: Pick<Stranger, 'address' | 'agent'>): string => {
    const now = clock.now();
    return strangerNumber(salt(now), { counterId, address, agent, now });
  };

/** The data folder's secret, made at the first start. @throws UnusableFile */
export function openSecret(dataDir: string): Promise<string> {
  return openKeptSecret(join(dataDir, 'visitor-secret'), {
    shape: SECRET,
    make: () => randomBytes(32).toString('hex'),
    purpose: 'which tells visitors apart whose hits do not name them',
    loss: 'such visitors of today count once more',
  });
}
