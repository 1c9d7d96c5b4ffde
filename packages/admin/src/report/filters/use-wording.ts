/** Names of the values that conditions say by their ids: goals, countries, sources and others. */
import { conditionsOf, type Filter } from '@goalpost/contract/reports/filters';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { goalsQuery } from '../../api/goals.ts';
import { dataQuery } from '../../api/stat.ts';
import { countryName, valueName } from '../dimensions.ts';
import { VISITS } from '../metrics.ts';
import type { Report } from '../use-report.ts';
import { dimensionOf } from './fields.ts';
import { useSegmentNames } from '../segments/stored-segments.ts';
import type { Wording } from './filter-words.ts';

const MOST = 100;
const SEGMENT = 'ym:s:segment';

export function useWording(report: Report, filters: readonly Filter[]): Wording {
  const { t, i18n } = useTranslation();
  const { counterId, days } = report;
  const goals = useQuery(goalsQuery(counterId)).data ?? [];
  const goal = (id: string): string => goals.find((known) => String(known.id) === id)?.name ?? id;
  const conditions = filters.flatMap(conditionsOf);
  const segments = conditions.filter(({ name }) => name === SEGMENT).flatMap(({ values }) => values);
  const segmentName = useSegmentNames(counterId, [...new Set(segments.flatMap(({ text }) => text ?? []))]);
  const asked = [
    ...new Set(
      conditions
        .map(({ name }) => name)
        .filter((name) => {
          const found = dimensionOf(name);
          return found?.field?.named === true && found.id !== 'goal' && /^(?:ym|gp):s:/.test(name);
        }),
    ),
  ];
  const names = useQueries({
    queries: asked.map((name) =>
      dataQuery({ counterId, metrics: [VISITS.metric], dimensions: [name], limit: MOST, ...days }),
    ),
    combine: (answers) =>
      new Map(
        answers.flatMap((answer, index) =>
          (answer.data?.data ?? []).map((row) => {
            const [value] = row.dimensions;
            return [`${asked[index]} ${String(value?.id ?? value?.name)}`, value] as const;
          }),
        ),
      ),
  });
  return {
    t,
    language: i18n.language,
    goal,
    segment: (id) => segmentName(id) ?? id,
    value: (name, text) => {
      const found = dimensionOf(name);
      if (found === null) return text;
      if (found.id === 'goal') return goal(text);
      return valueName(
        t,
        found.id,
        names.get(`${name} ${text}`) ?? { id: text, name: named(found.id, text, i18n.language) },
      );
    },
  };
}

const named = (id: string, text: string, language: string): string =>
  id === 'regionCountry' && /^[A-Z]{2}$/.test(text) ? countryName(text, language) : text;
