/** The audit log, a page at a time or as a file, by a filter. */
import type { AuditSubject } from '@goalpost/contract/management';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { addressOf, request, shaped } from './http.ts';

/** Empty: nothing is left out. Days are those of the reader's clock, `YYYY-MM-DD`. */
export interface AuditFilter {
  readonly person: string;
  readonly subject: AuditSubject | '';
  readonly counter: string;
  readonly from: string;
  readonly to: string;
}

export const NO_FILTER: AuditFilter = { person: '', subject: '', counter: '', from: '', to: '' };

const said = (text: string): string | undefined => (text === '' ? undefined : text);

/** Midnight of the reader's clock; undefined for what is no day. */
function midnight(day: string, later = 0): string | undefined {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const moment = new Date(year, month - 1, date + later);
  return day === '' || Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}

const asParameters = ({ person, subject, counter, from, to }: AuditFilter) => ({
  person: said(person.trim()),
  subject: subject === '' ? undefined : subject,
  counter_id: said(counter),
  since: midnight(from),
  until: midnight(to, 1),
});

export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ signal, pageParam }) =>
      request('GET /api/v1/audit', {
        signal,
        query: {
          ...asParameters(filter),
          ...(pageParam === null ? {} : { before: String(pageParam) }),
        },
        read: shaped((known) => known.AuditList),
      }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    refetchOnMount: 'always',
    placeholderData: keepPreviousData,
  });

export const auditFile = (form: 'csv' | 'jsonl', filter: AuditFilter): string =>
  addressOf(`/api/v1/audit.${form}`, asParameters(filter));
