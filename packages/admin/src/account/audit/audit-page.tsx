/** Who did what, when and from where. */
import type { AuditEntry } from '@goalpost/contract/management';
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFilterOff, IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auditQuery, NO_FILTER } from '../../api/audit.ts';
import { Empty } from '../../ui/empty.tsx';
import { useFormat } from '../../ui/format.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { PageWait } from '../../ui/loading/page-wait.tsx';
import { AuditFilterBar } from './audit-filter.tsx';

/** While the reader types a name. */
const PAUSE_MS = 300;

export function AuditPage() {
  const { t } = useTranslation();
  const [filter, setFilter] = useState(NO_FILTER);
  const [person] = useDebouncedValue(filter.person, PAUSE_MS);
  const log = useInfiniteQuery(auditQuery({ ...filter, person }));
  const isFiltered = Object.values(filter).some((value) => value !== '');
  if (log.data === undefined)
    return <PageWait title={t('audit.title')} error={log.error} onRetry={() => void log.refetch()} />;
  const entries = log.data.pages.flatMap((page) => page.entries);
  return (
    <div className="gp-narrow gp-centred">
      <PageHead title={t('audit.title')} />
      <p className="gp-dim">{t('audit.text')}</p>
      <AuditFilterBar filter={filter} onChange={setFilter} />
      {entries.length === 0 && isFiltered && (
        <Empty icon={<IconFilterOff />} title={t('audit.nothing')} text={t('audit.nothingText')}>
          <Button variant="default" onClick={() => setFilter(NO_FILTER)}>
            {t('audit.all')}
          </Button>
        </Empty>
      )}
      {entries.length === 0 && !isFiltered && (
        <Empty icon={<IconShieldCheck />} title={t('audit.empty')} text={t('audit.emptyText')} />
      )}
      {entries.length > 0 && (
        <ul className="gp-rows" aria-label={t('audit.title')}>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      {log.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={log.isFetchingNextPage}
          onClick={() => void log.fetchNextPage()}
        >
          {t('audit.earlier')}
        </Button>
      )}
    </div>
  );
}

function Entry({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { login, address, subject, verb, counter_id: counterId, target, details } = entry;
  const facts = [
    ...(counterId === null ? [] : [t('audit.site', { id: String(counterId) })]),
    ...(target === '' ? [] : [target]),
    ...(details === '' ? [] : [details]),
  ];
  return (
    <li>
      <div>
        <strong>
          {t(`audit.subject.${subject}`)}: {t(`audit.verb.${verb}`)}
        </strong>
        {facts.length > 0 && <span>{facts.join(' · ')}</span>}
        <span className="gp-dim">
          {format.moment(new Date(entry.at).toISOString())} · {login === '' ? t('audit.nobody') : login} ·{' '}
          {address}
        </span>
      </div>
    </li>
  );
}
