/** One rule in the list. */
import type { InvitationRule } from '@goalpost/contract/chat';
import { Switch, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import { tell } from '../../ui/tell.ts';
import { ruleReportQuery, useSaveRule } from '../api/rules.ts';
import { usePlace } from '../place.ts';
import { useWanted } from '../../ui/edits/use-wanted.ts';
import { useConditionWords } from './condition-words.ts';
import { inputOfRule } from './rule-draft.ts';
import { lastDays } from './report-days.ts';
import { useRuleHow } from './rule-how.ts';
import { UpliftWords } from './uplift-words.tsx';
import { useGoalName } from './use-goal-name.ts';

const DAYS = 30;

export function RuleItem({ rule }: { readonly rule: InvitationRule }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { go } = usePlace();
  const words = useConditionWords(useGoalName(rule.counterId));
  const how = useRuleHow();
  const save = useSaveRule(rule.counterId);
  const report = useQuery(ruleReportQuery(rule.counterId, rule.id, lastDays(DAYS, Date.now()))).data;
  const { wanted, setWanted, settled } = useWanted<boolean | null>(null);
  const enabled = wanted ?? rule.enabled;
  const set = (on: boolean): void => {
    setWanted(on);
    save.mutate(
      { id: rule.id, rule: { ...inputOfRule(rule), enabled: on } },
      {
        onError: (error) => tell(t('failure.unsaved', { message: error.message })),
        onSettled: settled,
      },
    );
  };
  const facts = [
    { name: t('chat.report.shown'), value: format.short(report?.total.shown) },
    { name: t('chat.report.accepted'), value: format.short(report?.total.accepted) },
    { name: t('chat.report.conversations'), value: format.short(report?.total.conversations) },
  ];
  return (
    <li className="gp-rule" data-off={!enabled}>
      <Switch
        aria-label={t('chat.rules.on', { name: rule.name })}
        checked={enabled}
        onChange={(event) => set(event.currentTarget.checked)}
      />
      <div className="gp-rule-words">
        <UnstyledButton
          className="gp-rule-name"
          onClick={() => go('invitations', { rule: rule.id, site: String(rule.counterId) })}
        >
          {rule.name}
        </UnstyledButton>
        <p className="gp-dim gp-small">
          {rule.conditions.map(words).join(t(rule.join === 'all' ? 'chat.rules.and' : 'chat.rules.or'))}
        </p>
        {rule.action !== 'hide' && <q className="gp-rule-text gp-one-line">{rule.texts[0]}</q>}
        <p className="gp-dim gp-small">{how(rule).join(' · ')}</p>
      </div>
      <dl className="gp-rule-facts">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="gp-number">{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('chat.report.uplift')}</dt>
          <dd>
            <UpliftWords uplift={report?.uplift ?? null} few={report?.few_data ?? true} short />
          </dd>
        </div>
      </dl>
    </li>
  );
}
