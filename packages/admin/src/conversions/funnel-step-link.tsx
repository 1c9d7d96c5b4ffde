/** One step of the strip: number, share, change; it leads to what the number is made of. */
import { Link, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { writeGoals } from '../report/chosen-goals.ts';
import { Delta } from '../report/parts/delta.tsx';
import { OtherRevenue } from '../report/parts/other-revenue.tsx';
import { carried, type ReportSearch } from '../report/state/search.ts';
import type { Report } from '../report/use-report.ts';
import { NOTHING, useFormat } from '../ui/format.ts';
import type { FunnelStep, StepName } from './funnel-steps.ts';

/** Where the table of goals is on this page. */
export const GOALS_TABLE = 'goals';

interface Props {
  readonly step: FunnelStep;
  readonly report: Report;
  /** The chat's goals. */
  readonly goalIds: readonly number[];
}

export function FunnelStepLink({ step, report, goalIds }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, value, share, part, before, change, others } = step;
  const write = (amount: number): string =>
    name === 'revenue' ? format.money(amount, report.currency) : format.short(amount);
  return (
    <Link
      {...placeOf(name, report, goalIds)}
      params={{ counterId: String(report.counterId), report: 'traffic' }}
      className="gp-funnel-link"
      title={t(`funnel.hint.${name}`)}
    >
      <span className="gp-funnel-name">{t(`funnel.${name}`)}</span>
      <span className="gp-funnel-number gp-number" title={format.number(value)}>
        {write(value)}
      </span>
      <OtherRevenue sums={others} />
      {name !== 'visitors' && (
        <span className="gp-funnel-share gp-number">
          {share === null
            ? NOTHING
            : t(`funnel.share.${name}`, { share: format.percent(share), n: format.short(part) })}
        </span>
      )}
      {change !== undefined && before !== undefined && (
        <span className="gp-funnel-change">
          <Delta change={report.open ? { kind: 'open' } : change} before={write(before)} />
        </span>
      )}
    </Link>
  );
}

type Place = Pick<LinkProps, 'to' | 'search' | 'hash'>;

function placeOf(name: StepName, { open, search }: Report, goalIds: readonly number[]): Place {
  const here = (changes: ReportSearch): Place => ({
    to: '/counter/$counterId/conversions',
    search: { ...search, ...changes },
    hash: GOALS_TABLE,
  });
  switch (name) {
    case 'visitors':
      return { to: '/counter/$counterId/report/$report', search: carried(search) };
    case 'invited':
      return { to: '/counter/$counterId/chat/invitations', search: {} };
    case 'conversations':
      // A day without a message closes a conversation, so that those of longer periods are there.
      return { to: '/counter/$counterId/chat/inbox', search: { show: open ? 'all' : 'closed' } };
    case 'goals':
      if (goalIds.length === 0) return { to: '/counter/$counterId/goals', search: {} };
      return here({ goals: writeGoals(goalIds) });
    case 'revenue':
      return here({ sort: '-revenue' });
  }
}
