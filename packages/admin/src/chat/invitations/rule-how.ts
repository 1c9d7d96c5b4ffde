/** What a rule does, how often and in which order, in a few words. */
import type { InvitationRule } from '@goalpost/contract/chat';
import { useTranslation } from 'react-i18next';

export function useRuleHow(): (rule: InvitationRule) => string[] {
  const { t } = useTranslation();
  return ({ action, frequency, texts, controlPercent, priority, schedule }) => [
    t(`chat.rule.actions.${action}`),
    t(`chat.rule.frequencies.${frequency}`),
    ...(texts.length > 1 ? [t('chat.rules.texts', { count: texts.length })] : []),
    ...(controlPercent > 0 ? [t('chat.rules.none', { n: controlPercent })] : []),
    ...(priority > 0 ? [t('chat.rules.priority', { n: priority })] : []),
    ...(schedule === null ? [] : [`${schedule.from}–${schedule.to}`]),
  ];
}
