/** One rule: its report, if it has one, and its form. */
import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../ui/failure.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { rulesQuery } from '../api/rules.ts';
import { usePlace } from '../place.ts';
import { inputOfRule, newRule } from './rule-draft.ts';
import { RuleForm } from './rule-form.tsx';
import { withWords } from '../../i18n/i18n.ts';
import { lazyPart } from '../../ui/loading/lazy-part.ts';

const RuleReport = lazyPart(
  withWords(['chatInvitations'], () => import('./rule-report.tsx')),
  'RuleReport',
);

interface Props {
  readonly counterId: number;
  /** `new`: one that is not there yet. */
  readonly ruleId: string;
}

export function RulePage({ counterId, ruleId }: Props) {
  const { t } = useTranslation();
  const { go, search } = usePlace();
  const rules = useQuery(rulesQuery(counterId));
  const back = (): void => go('invitations', { site: String(counterId) });
  if (rules.isPending) return <PageSkeleton />;
  if (rules.isError && !rules.data)
    return <Failure error={rules.error} onRetry={() => void rules.refetch()} />;
  const rule = rules.data.find(({ id }) => id === ruleId);
  if (rule === undefined && ruleId !== 'new') return <Failure kind="denied" onRetry={back} />;
  return (
    <div className="gp-rule-page">
      <div className="gp-rules-head">
        <h2>{rule?.name ?? t('chat.rules.add')}</h2>
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          leftSection={<IconArrowLeft size={16} stroke={1.6} />}
          onClick={back}
        >
          {t('chat.rules.back')}
        </Button>
      </div>
      <Suspense>{rule !== undefined && <RuleReport rule={rule} />}</Suspense>
      <RuleForm
        counterId={counterId}
        rule={rule}
        initial={rule === undefined ? newRule(search.page) : inputOfRule(rule)}
        onDone={back}
      />
    </div>
  );
}
