/** What answers say of days of which only sums are left, in both languages. */
import type { SumsReason } from '@goalpost/contract/reports/sums';
import type { Language } from '../parse/request.ts';

type Sentence = Readonly<Record<Language, string>>;

const ANSWERED: Sentence = {
  en: 'Of {from} to {to} only sums of days are left: visitors of these days count anew each day.',
  ru: 'За {from} — {to} остались только суммы по дням: посетители этих дней считаются в каждом дне заново.',
};

const LEFT_OUT: Sentence = {
  en: 'Of {from} to {to} only sums of days are left, and this answer is without them: {why}.',
  ru: 'За {from} — {to} остались только суммы по дням, и в ответ они не вошли: {why}.',
};

const REASONS: Readonly<Record<SumsReason, Sentence>> = {
  rows: { en: 'it needs single visits and hits', ru: 'нужны отдельные визиты и хиты' },
  dimensions: {
    en: 'they are not kept by this dimension, or by several together',
    ru: 'по этому измерению или по нескольким вместе они не хранятся',
  },
  metrics: { en: 'they do not hold one of the metrics', ru: 'одной из метрик в них нет' },
  filters: {
    en: 'they can be chosen by one value of a kept dimension only',
    ru: 'выбрать их можно только по одному значению хранимого измерения',
  },
  hours: { en: 'they do not know the hours of a day', ru: 'часов внутри дня в них нет' },
  robots: { en: 'they hold no robots', ru: 'роботов в них нет' },
  models: { en: 'models need the visits of each visitor', ru: 'моделям нужны визиты каждого посетителя' },
};

export function messageOf(of: {
  readonly from: string;
  readonly to: string;
  readonly reason: SumsReason | null;
  readonly lang: Language;
}): string {
  const sentence = of.reason === null ? ANSWERED : LEFT_OUT;
  return sentence[of.lang]
    .replace('{from}', of.from)
    .replace('{to}', of.to)
    .replace('{why}', of.reason === null ? '' : REASONS[of.reason][of.lang]);
}
