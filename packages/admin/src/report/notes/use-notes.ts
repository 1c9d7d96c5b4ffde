/** The notes of a report's days, and where they stand among the intervals of its chart. */
import type { Annotation } from '@goalpost/contract/notices';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { annotationsQuery } from '../../api/notices/annotations.ts';
import type { Mark } from '../chart/chart-option.ts';
import type { Interval } from '../state/interval.ts';
import type { Report } from '../use-report.ts';
import { settingWords } from './setting-words.ts';

export function useNotes({ counterId, days }: Report): readonly Annotation[] | undefined {
  return useQuery(annotationsQuery(counterId, days.from, days.to)).data;
}

export function noteWords({ kind, verb, text }: Annotation, t: TFunction): string {
  switch (kind) {
    case 'own':
      return text;
    case 'goal':
      return t(`notes.goal.${verb}`, { name: text });
    case 'counter': {
      if (verb === 'made') return t('notes.counterMade');
      const fields = settingWords(text, t);
      return fields === '' ? t('notes.counter') : t('notes.counterFields', { fields });
    }
    case 'chat_settings':
      return t('notes.chat');
    case 'invitation_rule':
      return t('notes.rule');
    case 'tag_silent':
      return t('notes.silent');
  }
}

/** Those of one interval share a mark. */
export function marksOf(
  notes: readonly Annotation[],
  intervals: readonly Interval[],
  words: (note: Annotation) => string,
  color: string,
): Mark[] {
  return intervals.flatMap(([from, to], index) => {
    const within = notes.filter(({ day }) => day >= from.slice(0, 10) && day <= to.slice(0, 10));
    // Hours of one day: the first of them has its notes.
    const isFirst = index === 0 || intervals[index - 1]?.[0].slice(0, 10) !== from.slice(0, 10);
    return within.length === 0 || !isFirst
      ? []
      : [{ index, name: shortened(within.map(words).join('; ')), color }];
  });
}

/** The list below the chart has all of it. */
const MAX_NAME = 32;

const shortened = (text: string): string =>
  text.length <= MAX_NAME ? text : `${text.slice(0, MAX_NAME - 1).toWellFormed()}…`;
