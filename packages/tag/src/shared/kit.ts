/** What modules may use of the core by name: a script of modules imports nothing else. */
import { addressOf, encode, keepIn, later, listen, now } from './browser.ts';
import { follow } from './follow.ts';
import { attempt, guard } from './guard.ts';
import { cut, each, isObject, own } from './values.ts';

/** As the server composes it: `compose.ts`. */
export interface ModuleScript {
  readonly default: (...kit: unknown[]) => unknown;
}

/** The build reads the names off this call, and makes them the parameters of each such script: `split.ts`. */
export const modulesOf = (loaded: ModuleScript): unknown =>
  loaded.default(
    addressOf,
    attempt,
    cut,
    each,
    encode,
    follow,
    guard,
    isObject,
    keepIn,
    later,
    listen,
    now,
    own,
  );
