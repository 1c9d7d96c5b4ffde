/** What a part of the server is, and the opening and closing of a list of them. */
import type { Clock } from '../kit/clock.ts';
import type { Config } from './config/config.ts';
import type { Logger } from './log.ts';
import type { Overrides } from './overrides.ts';

/** One thing that the process keeps open. It is listed in `roles.ts`, after those that it uses. */
export interface Part<T> {
  readonly name: string;
  /** @throws CannotStart where the reason is for the operator to know */
  open(context: PartContext): T | Promise<T>;
  /** Parts are closed in the reverse of the order in which they were opened. */
  close?(opened: T, context: PartContext): void | Promise<void>;
}

/** What a part is given when it opens. */
export interface PartContext {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  readonly version: string;
  /** Of several, this one: unique, and the same after a restart. */
  readonly node: string;
  readonly overrides: Overrides;
  /** What a part that is open has given. */
  use<T>(part: Part<T>): T;
}

/** Of any part, whatever it gives; only `use`, which gets the part itself, needs to know more. */
// eslint-disable-next-line typescript/no-explicit-any -- a part takes back in `close` what it gave in `open`
export type AnyPart = Part<any>;

/** A part that ends later says so: what supervises a server often kills it after 10 s. */
const SLOW_MS = 1_000;

/** Opens one after the other. @param opened closes them, also those before one that cannot be opened */
export async function openParts(
  parts: readonly AnyPart[],
  given: Omit<PartContext, 'use'>,
  opened: AsyncDisposableStack,
): Promise<PartContext> {
  const values = new Map<AnyPart, unknown>();
  const context: PartContext = {
    ...given,
    use<T>(part: Part<T>): T {
      if (!values.has(part)) throw new Error(`${part.name} is not open: list it earlier in boot/roles.ts.`);
      return values.get(part) as T;
    },
  };
  for (const part of parts) {
    const value: unknown = await part.open(context);
    values.set(part, value);
    opened.defer(async () => {
      const begun = performance.now();
      await part.close?.(value, context);
      const tookMs = Math.round(performance.now() - begun);
      if (tookMs > SLOW_MS) given.log.info({ part: part.name, tookMs }, 'ended late');
    });
  }
  return context;
}
