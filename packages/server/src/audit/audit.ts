/** The audit log: who did what, when and from where [A17–A20]. */
import type { Caller } from '../kit/endpoint.ts';
import type { Clock } from '../kit/clock.ts';
import { describe, type Change } from './describe.ts';
import type { AuditBounds, AuditRecord, AuditStore } from './port.ts';

/** What happened at the sign-in. */
export interface SignInEvent {
  readonly subject: 'sign_in' | 'password' | 'second_factor' | 'account';
  readonly verb: 'done' | 'ended' | 'failed' | 'refused' | 'made' | 'changed' | 'deleted';
  readonly login: string;
  readonly accountId: string | null;
  readonly address: string;
}

export interface AuditLog {
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

export interface Audit {
  /** A request that changed something, once it has. */
  changed(change: Change & { readonly caller: Caller | null; readonly address: string }): void;
  signIn(event: SignInEvent): void;
  /** Resolves when all that was told is written. */
  idle(): Promise<void>;
}

/** [A19] */
export const AUDIT_BOUNDS: AuditBounds = { failures: 20_000, others: 80_000 };
/** Entries between two looks at the bounds. */
const TRIM_EVERY = 200;
const MAX_LOGIN = 255;

export interface AuditDeps {
  readonly store: AuditStore;
  readonly clock: Clock;
  readonly log: AuditLog;
  readonly bounds?: AuditBounds;
}

export function createAudit({ store, clock, log, bounds = AUDIT_BOUNDS }: AuditDeps): Audit {
  let writing: Promise<void> = Promise.resolve();
  let written = 0;

  /** One after another, so that they stand in the order in which they happened. */
  function write(record: AuditRecord): void {
    writing = writing
      .then(async () => {
        await store.add(record);
        if (written++ % TRIM_EVERY === 0) await store.trim(bounds);
      })
      .catch((error: unknown) => log.error({ err: error, ...record }, 'an entry of the audit log is lost'));
  }

  return {
    changed({ caller, address, ...change }) {
      const { login = '' } = (change.answer ?? {}) as { login?: string };
      write({
        at: clock.now(),
        accountId: caller?.accountId ?? null,
        login: (caller?.login ?? login).slice(0, MAX_LOGIN),
        address,
        ...describe(change),
      });
    },
    signIn({ login, ...event }) {
      const isFailure = event.verb === 'failed' || event.verb === 'refused';
      // One line with these two fields in this order: docs/sign-in.md shows how fail2ban reads it [A16].
      if (isFailure)
        log.warn({ address: event.address, account: login.slice(0, MAX_LOGIN) }, 'sign-in failed');
      write({
        at: clock.now(),
        login: login.slice(0, MAX_LOGIN),
        counterId: null,
        target: '',
        details: '',
        ...event,
      });
    },
    idle: () => writing,
  };
}
