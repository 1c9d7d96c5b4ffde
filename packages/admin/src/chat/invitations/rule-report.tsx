/** What a rule has brought: each text against the group that got none. */
import type { InvitationGroup, InvitationReport, InvitationRule } from '@goalpost/contract/chat';
import { SegmentedControl, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OtherRevenue } from '../../report/parts/other-revenue.tsx';
import { Failure } from '../../ui/failure.tsx';
import { NOTHING, useFormat } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { ruleReportQuery } from '../api/rules.ts';
import { lastDays } from './report-days.ts';
import { UpliftWords } from './uplift-words.tsx';

const PERIODS = ['7', '30', '90'] as const;
const letter = (variant: number): string => String.fromCharCode(65 + variant);
const COLUMNS = ['visitors', 'shown', 'seen', 'accepted', 'conversations', 'converted', 'goals'] as const;

function Verdict({ report }: { readonly report: InvitationReport }) {
  const { t } = useTranslation();
  const nobody = report.total.visitors === 0 && report.control.visitors === 0;
  if (nobody) return <p className="gp-dim">{t('chat.report.nobody')}</p>;
  if (report.uplift === null) return <p className="gp-dim">{t('chat.report.noControl')}</p>;
  const lines = [
    { name: t('chat.report.conversionUplift'), uplift: report.uplift },
    { name: t('chat.report.conversationUplift'), uplift: report.conversation_uplift },
  ];
  return (
    <>
      <dl className="gp-report-uplift">
        {lines.map(({ name, uplift }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <UpliftWords uplift={uplift} few={report.few_data} />
            </dd>
          </div>
        ))}
      </dl>
      {report.few_data && <p className="gp-dim gp-small">{t('chat.report.few')}</p>}
    </>
  );
}

export function RuleReport({ rule }: { readonly rule: InvitationRule }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [period, setPeriod] = useState<string>('30');
  const query = useQuery(ruleReportQuery(rule.counterId, rule.id, lastDays(Number(period), Date.now())));
  const report = query.data;
  const row = (name: string, group: InvitationGroup, isControl: boolean, hint?: string) => (
    <tr key={name} data-control={isControl}>
      <th scope="row" title={hint}>
        {name}
      </th>
      {COLUMNS.map((column) => (
        <td key={column} className="gp-number">
          {isControl && (column === 'seen' || column === 'accepted' || column === 'shown')
            ? NOTHING
            : format.number(group[column])}
        </td>
      ))}
      <td className="gp-number">
        {group.visitors === 0 ? NOTHING : format.percent((group.converted / group.visitors) * 100)}
      </td>
      <td className="gp-number">
        {format.money(group.revenue, report?.currency ?? 'EUR')}
        <OtherRevenue sums={group.other_revenue} />
      </td>
    </tr>
  );
  return (
    <Section title={t('chat.report.title')}>
      <SegmentedControl
        size="xs"
        mb="md"
        aria-label={t('report.period')}
        value={period}
        onChange={setPeriod}
        data={PERIODS.map((days) => ({ value: days, label: t(`report.periods.${days}d`) }))}
      />
      {query.isPending && <Skeleton height={140} />}
      {query.isError && !report && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {report !== undefined && (
        <>
          <Verdict report={report} />
          <div className="gp-report-scroll" tabIndex={0} role="group" aria-label={t('chat.report.title')}>
            <table className="gp-report">
              <thead>
                <tr>
                  <th scope="col">{t('chat.report.group')}</th>
                  {COLUMNS.map((column) => (
                    <th key={column} scope="col">
                      {t(`chat.report.${column}`)}
                    </th>
                  ))}
                  <th scope="col">{t('metric.goal<goal_id>conversionRate')}</th>
                  <th scope="col">{t('metric.goal<goal_id>revenue')}</th>
                </tr>
              </thead>
              <tbody>
                {report.variants.map((group) =>
                  row(t('chat.report.variant', { letter: letter(group.variant) }), group, false, group.text),
                )}
                {report.variants.length > 1 && row(t('chat.report.total'), report.total, false)}
                {row(t('chat.report.control'), report.control, true, t('chat.report.controlHint'))}
              </tbody>
            </table>
          </div>
          <p className="gp-dim gp-small">{t('chat.report.how')}</p>
        </>
      )}
    </Section>
  );
}
