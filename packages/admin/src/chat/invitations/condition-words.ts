/** A rule's conditions in words. */
import type { RuleCondition } from '@goalpost/contract/chat';
import { useTranslation } from 'react-i18next';
import { useDuration } from '../ui/duration.ts';
import { useCountryName } from '../ui/names.ts';
import { useSourceWord } from '../ui/source-word.ts';

type OneOf = Extract<RuleCondition, { any: string[] }>;
type EitherOr = Extract<RuleCondition, { on: 'device' | 'exit_intent' | 'cart' | 'online' }>;
type Numbered = Extract<RuleCondition, { on: 'pages_seen' | 'visit_number' | 'scroll' }>;

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
  const numbers = (condition: Numbered): string => {
    if (condition.on === 'pages_seen') return t('chat.rule.words.pages_seen', { n: condition.atLeast });
    if (condition.on === 'scroll') return t('chat.rule.words.scroll', { n: condition.percent });
    const { atLeast, atMost } = condition;
    return atMost === null
      ? t('chat.rule.words.visit_from', { n: atLeast })
      : t('chat.rule.words.visit_between', { n: atLeast, m: atMost });
  };
  const eitherOr = (condition: EitherOr): string => {
    if (condition.on === 'device') return t(`chat.rule.words.device.${condition.is}`);
    if (condition.on === 'exit_intent') return t('chat.rule.words.exit_intent');
    if (condition.on === 'cart')
      return t(condition.filled ? 'chat.rule.words.cart' : 'chat.rule.words.no_cart');
    return t(condition.is ? 'chat.rule.words.online' : 'chat.rule.words.offline');
  };
  const oneOf = (condition: OneOf): string => {
    const names = { source: sourceWord, country: countryName, language: languageName };
    return t(`chat.rule.words.${condition.on}`, { any: listed(condition.any.map(names[condition.on])) });
  };
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
      case 'utm':
        return t('chat.rule.words.utm', { field: condition.field, value: condition.value });
      case 'goal': {
        const name = goalName(condition.goalId);
        return t(condition.reached ? 'chat.rule.words.goal' : 'chat.rule.words.no_goal', { name });
      }
      case 'device':
      case 'exit_intent':
      case 'cart':
      case 'online':
        return eitherOr(condition);
      default:
        return 'any' in condition ? oneOf(condition) : numbers(condition);
    }
  };
}
