/** The door with everything that only it needs. */
import type { Clock } from '../../kit/clock.ts';
import type { Log } from '../../kit/log.ts';
import type { CounterDirectory } from '../ports.ts';
import { ADDRESS_LIMITS, type AddressLimits, createAddressLimit } from './address-limit.ts';
import { BODY_LIMITS, type BodyLimits } from './body.ts';
import { createClientAddress } from '../../kit/limits/client-address.ts';
import type { Place } from './place.ts';
import { createRobots } from './robots.ts';
import { createWatchHandler, type DoorDeps, type WatchHandler } from './watch-handler.ts';

export interface DoorSettings {
  readonly addressLimits: AddressLimits;
  readonly bodyLimits: BodyLimits;
}

export interface DoorParts extends Pick<
  DoorDeps,
  'journal' | 'tally' | 'salt' | 'masking' | 'watched' | 'ownVisits'
> {
  readonly clock: Clock;
  readonly log: Log;
  readonly directory: CounterDirectory;
  readonly place: Place;
  readonly trustProxy: readonly string[];
  readonly settings: Partial<DoorSettings>;
}

export function createDoor({ settings, trustProxy, ...parts }: DoorParts): WatchHandler {
  return createWatchHandler({
    ...parts,
    allows: createAddressLimit(settings.addressLimits ?? ADDRESS_LIMITS),
    isRobot: createRobots(),
    clientAddress: createClientAddress(trustProxy),
    bodyLimits: settings.bodyLimits ?? BODY_LIMITS,
  });
}
