/** What an alert told of, or would have: when, for how long, and by which numbers. */
import type { Goal } from '@goalpost/contract/goals';
import type { AlertHappening } from '@goalpost/contract/notices';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/format.ts';

interface Props {
  readonly happenings: readonly AlertHappening[];
  readonly goals: readonly Goal[];
}

export function HappeningList({ happenings, goals }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className="gp-happenings" aria-label={t('alerts.happenings')}>
      {happenings.map((one) => {
        const goal = goals.find(({ id }) => id === one.goal_id)?.name;
        return (
          <li key={`${one.kind} ${one.goal_id} ${one.begin}`}>
            <span>{t('alerts.found', { moment: format.moment(one.found) })}</span>
            {goal !== undefined && <span> · {goal}</span>}
            {one.kind !== 'goal_made' && (
              <span className="gp-dim">
                {' · '}
                {one.kind === 'chat_unanswered'
                  ? t('alerts.waited', { count: one.observed })
                  : t('alerts.numbers', {
                      seen: format.number(one.observed),
                      usual: format.number(Math.round(one.expected)),
                    })}
                {' · '}
                {one.over === null
                  ? t('alerts.goesOn')
                  : one.settled
                    ? t('alerts.settled')
                    : t('alerts.over', { moment: format.moment(one.over) })}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
