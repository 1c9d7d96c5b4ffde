/** The audit log over the API: the server's owner reads all of it, others what is theirs [A20]. */
import { AuditList, type AuditEntry } from '@goalpost/contract/management';
import { z } from 'zod';
import { defineEndpoint, type Caller, type Endpoint } from '../kit/endpoint.ts';
import type { AuditReader, AuditStore, StoredAudit } from './port.ts';

export interface AuditEndpointDeps {
  readonly store: Pick<AuditStore, 'list'>;
  /** Resolves when all that was told so far is written. */
  idle(): Promise<void>;
  /** Whether the account is the server's first. */
  ownsServer(accountId: string): Promise<boolean>;
  /** Counters that the account owns. */
  countersOf(accountId: string): Promise<readonly number[]>;
}

const MAX_PAGE = 200;

export function auditEndpoints({ store, idle, ownsServer, countersOf }: AuditEndpointDeps): Endpoint[] {
  async function readerOf({ accountId, login }: Caller): Promise<AuditReader> {
    if (await ownsServer(accountId)) return 'everything';
    return { accountId, login, counterIds: await countersOf(accountId) };
  }
  return [
    defineEndpoint({
      method: 'GET',
      url: '/api/v1/audit',
      summary: 'Who did what, when and from where; the latest first',
      tag: 'access',
      auth: 'self',
      query: z.object({
        before: z.coerce.number().int().min(1).optional(),
        limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(50),
      }),
      response: AuditList,
      async handle({ query: { before, limit } }, { caller }) {
        if (caller === null) throw new Error('an endpoint for accounts was called by nobody');
        await idle();
        const found = await store.list(await readerOf(caller), before ?? null, limit + 1);
        const page = found.slice(0, limit);
        return { entries: page.map(shape), next: found.length > limit ? (page.at(-1)?.id ?? null) : null };
      },
    }),
  ];
}

const shape = ({ accountId: _accountId, counterId, ...entry }: StoredAudit): AuditEntry => ({
  ...entry,
  counter_id: counterId,
});
