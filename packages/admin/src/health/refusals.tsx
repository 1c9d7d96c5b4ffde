/** Refused hits by reason, in words, with what to do about each. */
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/format.ts';
import { useRefusal } from './words.ts';

export function Refusals({ refused }: { readonly refused: Readonly<Record<string, number>> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useRefusal();
  const rows = Object.entries(refused)
    .filter(([, count]) => count > 0)
    .toSorted(([, a], [, b]) => b - a);
  return (
    <ul className="gp-refusals" aria-label={t('health.reasons')}>
      {rows.map(([reason, count]) => {
        const { why, todo } = words(reason);
        return (
          <li key={reason}>
            <strong>{why}</strong>
            <span className="gp-number gp-refusal-count">{format.number(count)}</span>
            <span className="gp-dim">{todo}</span>
          </li>
        );
      })}
    </ul>
  );
}
