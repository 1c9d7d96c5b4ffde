/** A rule's conditions in words. */
import type { RuleCondition } from '@goalpost/contract';
import { useTranslation } from 'react-i18next';
import { useDuration } from '../ui/duration.ts';
import { useCountryName } from '../ui/names.ts';
import { useSourceWord } from '../ui/source-word.ts';

export function useConditionWords(goalName: (id: number) => string): (condition: RuleCondition) => string {
  const { t, i18n } = useTranslation();
  const countryName = useCountryName();
  const duration = useDuration();
  const sourceWord = useSourceWord();
  const languageName = (code: string): string => {
    try {
      return new Intl.DisplayNames([i18n.language], { type: 'language' }).of(code) ?? code;
    } catch {
      return code;
    }
  };
  const listed = (words: readonly string[]): string =>
    new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(words);
  return (condition) => {
    switch (condition.on) {
      case 'time_on_page':
      case 'time_on_site':
      case 'since_closed':
      case 'since_invitation':
        return t(`chat.rule.words.${condition.on}`, { time: duration(condition.seconds * 1_000) });
      case 'page_url':
        return t(`chat.rule.words.page_url.${condition.op}`, { value: condition.value });
      case 'referrer':
        return t(`chat.rule.words.referrer.${condition.op}`, { value: condition.value });
      case 'source':
        return t('chat.rule.words.source', { any: listed(condition.any.map(sourceWord)) });
      case 'utm':
        return t('chat.rule.words.utm', { field: condition.field, value: condition.value });
      case 'pages_seen':
        return t('chat.rule.words.pages_seen', { n: condition.atLeast });
      case 'visit_number':
        return condition.atMost === null
          ? t('chat.rule.words.visit_from', { n: condition.atLeast })
          : t('chat.rule.words.visit_between', { n: condition.atLeast, m: condition.atMost });
      case 'country':
        return t('chat.rule.words.country', { any: listed(condition.any.map(countryName)) });
      case 'language':
        return t('chat.rule.words.language', { any: listed(condition.any.map(languageName)) });
      case 'device':
        return t(`chat.rule.words.device.${condition.is}`);
      case 'scroll':
        return t('chat.rule.words.scroll', { n: condition.percent });
      case 'exit_intent':
        return t('chat.rule.words.exit_intent');
      case 'goal':
        return t(condition.reached ? 'chat.rule.words.goal' : 'chat.rule.words.no_goal', {
          name: goalName(condition.goalId),
        });
      case 'online':
        return t(condition.is ? 'chat.rule.words.online' : 'chat.rule.words.offline');
    }
  };
}
