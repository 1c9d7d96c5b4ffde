/** Who did what, when and from where. */
import type { AuditEntry } from '@goalpost/contract/management';
import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { auditQuery } from '../api/audit.ts';
import { Empty } from '../ui/empty.tsx';
import { Failure } from '../ui/failure.tsx';
import { useFormat } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';

export function AuditPage() {
  const { t } = useTranslation();
  const log = useInfiniteQuery(auditQuery);
  if (log.isPending) return <PageSkeleton />;
  if (log.isError) return <Failure error={log.error} onRetry={() => void log.refetch()} />;
  const entries = log.data.pages.flatMap((page) => page.entries);
  return (
    <div className="gp-narrow gp-centred">
      <PageHead title={t('audit.title')} />
      <p className="gp-dim">{t('audit.text')}</p>
      {entries.length === 0 ? (
        <Empty icon={<IconShieldCheck />} title={t('audit.empty')} text={t('audit.emptyText')} />
      ) : (
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
