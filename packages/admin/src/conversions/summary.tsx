/** The page in one line: how many conversions of how many goals. */
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/format.ts';
import type { GoalRow } from './rows.ts';

interface Props {
  readonly rows: readonly GoalRow[] | undefined;
  readonly visits: number | null;
}

export function Summary({ rows, visits }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (rows === undefined) return <span className="gp-sentence-bone" aria-hidden="true" />;
  const reached = rows.filter((row) => row.reaches > 0);
  if (reached.length === 0) return null;
  const reaches = reached.reduce((sum, row) => sum + row.reaches, 0);
  return (
    <span className="gp-dim gp-number">
      {t('conversions.summary', {
        conversions: t('conversions.counted', { count: reaches, n: format.number(reaches) }),
        goals: t('conversions.ofGoals', { count: reached.length, n: format.number(reached.length) }),
        visits: t('conversions.inVisits', { count: visits ?? 0, n: format.number(visits) }),
      })}
    </span>
  );
}
