/** The rules of a counter, the highest priority first, with what each has brought in thirty days. */
import { Button } from '@mantine/core';
import { IconPlus, IconSpeakerphone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/empty.tsx';
import { Failure } from '../../ui/failure.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { rulesQuery } from '../api/rules.ts';
import { usePlace } from '../place.ts';
import { RuleItem } from './rule-item.tsx';

export function RuleList({ counterId }: { readonly counterId: number }) {
  const { t } = useTranslation();
  const { go } = usePlace();
  const rules = useQuery(rulesQuery(counterId));
  const add = (): void => go('invitations', { rule: 'new', site: String(counterId) });
  if (rules.isPending) return <PageSkeleton />;
  if (rules.isError && !rules.data)
    return <Failure error={rules.error} onRetry={() => void rules.refetch()} />;
  if (rules.data.length === 0)
    return (
      <Empty icon={<IconSpeakerphone />} title={t('chat.rules.noneTitle')} text={t('chat.rules.noneText')}>
        <Button leftSection={<IconPlus size={16} />} onClick={add}>
          {t('chat.rules.add')}
        </Button>
      </Empty>
    );
  const sorted = rules.data.toSorted((a, b) => b.priority - a.priority || a.name.localeCompare(b.name));
  return (
    <>
      <div className="gp-rules-head">
        <p className="gp-dim">{t('chat.rules.text')}</p>
        <Button leftSection={<IconPlus size={16} />} onClick={add}>
          {t('chat.rules.add')}
        </Button>
      </div>
      <ul className="gp-panel gp-rule-list" aria-label={t('chat.tabs.invitations')}>
        {sorted.map((rule) => (
          <RuleItem key={rule.id} rule={rule} />
        ))}
      </ul>
    </>
  );
}
