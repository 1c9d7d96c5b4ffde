/** The audit log over the API: the server's owner reads all of it, others what is theirs [A20]. */
import { AuditList, type AuditEntry } from '@goalpost/contract/management';
import { z } from 'zod';
import { defineEndpoint, RawBody, type Caller, type Endpoint } from '../kit/endpoint.ts';
import { isProblem } from '../kit/problem.ts';
import { auditCsv, auditLines } from './file.ts';
import { FILTER, readFilter } from './filter.ts';
import type { AuditFilter, AuditReader, AuditStore, StoredAudit } from './port.ts';

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
/** Entries that are read at once for a file. */
const FILE_PAGE = 2_000;

const FILES = [
  { ending: 'csv', as: 'CSV', contentType: 'text/csv', write: auditCsv },
  { ending: 'jsonl', as: 'JSON lines', contentType: 'application/jsonl', write: auditLines },
] as const;

export function auditEndpoints({ store, idle, ownsServer, countersOf }: AuditEndpointDeps): Endpoint[] {
  async function readerOf({ accountId, login }: Caller): Promise<AuditReader> {
    if (await ownsServer(accountId)) return 'everything';
    return { accountId, login, counterIds: await countersOf(accountId) };
  }

  /** The log is bounded, and so is a file of all of it [A19]. */
  async function all(caller: Caller, filter: AuditFilter): Promise<AuditEntry[]> {
    const reader = await readerOf(caller);
    const found: AuditEntry[] = [];
    for (let before: number | null = null; ;) {
      const page: StoredAudit[] = await store.list(reader, { ...filter, before, limit: FILE_PAGE });
      found.push(...page.map(shape));
      before = page.at(-1)?.id ?? null;
      if (page.length < FILE_PAGE || before === null) return found;
    }
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
        ...FILTER,
      }),
      response: AuditList,
      async handle({ query: { before, limit, ...asked } }, { caller }) {
        if (caller === null) throw new Error('an endpoint for accounts was called by nobody');
        const filter = readFilter(asked);
        if (isProblem(filter)) return filter;
        await idle();
        const wanted = { ...filter, before: before ?? null, limit: limit + 1 };
        const found = await store.list(await readerOf(caller), wanted);
        const page = found.slice(0, limit);
        return { entries: page.map(shape), next: found.length > limit ? (page.at(-1)?.id ?? null) : null };
      },
    }),
    ...FILES.map(({ ending, as, contentType, write }) =>
      defineEndpoint({
        method: 'GET',
        url: `/api/v1/audit.${ending}`,
        summary: `The audit log as a file, ${as}`,
        tag: 'access',
        auth: 'self',
        query: z.object(FILTER),
        response: z.string(),
        contentType,
        async handle({ query }, { caller }) {
          if (caller === null) throw new Error('an endpoint for accounts was called by nobody');
          const filter = readFilter(query);
          if (isProblem(filter)) return filter;
          await idle();
          return new RawBody(`${contentType}; charset=utf-8`, write(await all(caller, filter)), {
            'content-disposition': `attachment; filename="audit.${ending}"`,
          });
        },
      }),
    ),
  ];
}

const shape = ({ accountId: _accountId, counterId, ...entry }: StoredAudit): AuditEntry => ({
  ...entry,
  counter_id: counterId,
});
