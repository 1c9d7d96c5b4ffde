/** The server: opens the parts that `boot/roles.ts` lists, and closes them in reverse. */
import type { AutomaticGoals } from './collect/index.ts';
import type { Directory } from './counters/index.ts';
import { adminFolder } from './boot/builds.ts';
import type { Config } from './boot/config/config.ts';
import type { Logger } from './boot/log.ts';
import type { Overrides } from './boot/overrides.ts';
import { openParts } from './boot/part.ts';
import { access } from './boot/parts/access.ts';
import { accounts } from './boot/parts/accounts.ts';
import { address } from './boot/parts/address.ts';
import { analytics } from './boot/parts/analytics.ts';
import { chat } from './boot/parts/chat.ts';
import { collection } from './boot/parts/collection.ts';
import { counters } from './boot/parts/counters.ts';
import { records } from './boot/parts/records.ts';
import { readVersion } from './boot/places.ts';
import { PARTS } from './boot/roles.ts';
import { systemClock } from './kit/clock.ts';
import type { Olap } from './kit/olap.ts';
import { ONE_NODE } from './kit/outbox/port.ts';
import type { Records } from './stores/records/index.ts';

export type { Overrides } from './boot/overrides.ts';

export interface RunningServer {
  /** Where it listens, with no path. */
  readonly url: string;
  /** One-time link for making the owner's account; null where there is an owner. */
  readonly setupUrl: string | null;
  /** One-time link for a new password, where the settings ask for one. */
  readonly passwordUrl: string | null;
  readonly version: string;
  readonly hasAdmin: boolean;
  /** For the demo, which writes a past that no hit could bring. */
  readonly parts: {
    readonly olap: Olap;
    readonly automaticGoals: AutomaticGoals;
    readonly directory: Directory;
    readonly records: Records;
  };
  /** Resolves with a sentence where the server has found, after its start, that it must not go on. */
  readonly refused: Promise<string>;
  /** Resolves where processing has ended by a fault of the program, so that the server must begin again. */
  readonly failed: Promise<Error>;
  /** Resolves when every hit acknowledged so far, and every goal of the chat, is in reports. */
  flushed(): Promise<void>;
  /** Takes no more requests, finishes those begun, and lets go of everything. */
  close(): Promise<void>;
}

/** @throws CannotStart where the reason is for the operator to know */
export async function startServer(
  config: Config,
  log: Logger,
  overrides: Overrides = {},
): Promise<RunningServer> {
  const version = readVersion();
  await using opening = new AsyncDisposableStack();
  const given = { config, log, clock: overrides.clock ?? systemClock, version, node: ONE_NODE, overrides };
  const { use } = await openParts(PARTS, given, opening);
  const passwordUrl = await use(access).passwordUrl();
  const { setupToken } = use(accounts);
  const { directory, automaticGoals } = use(counters);
  const { olap, refused } = use(analytics);
  const open = opening.move();
  return {
    url: use(address).url(),
    passwordUrl,
    setupUrl: setupToken === null ? null : use(address).linkTo(`/setup?token=${setupToken}`),
    version,
    hasAdmin: adminFolder() !== null,
    parts: { olap, automaticGoals, directory, records: use(records) },
    refused,
    failed: use(collection).processingFailed,
    async flushed() {
      await use(chat).chat.settled();
      await use(collection).flushed();
    },
    close: () => open.disposeAsync(),
  };
}
