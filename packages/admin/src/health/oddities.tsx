/** Notes on hits that were stored and lack something, in words, with what to do about each. */
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/format.ts';
import type { Summary } from './summary.ts';
import { useOddity } from './words.ts';
import './refusals.css';

export function Oddities({ oddities }: Pick<Summary, 'oddities'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useOddity();
  return (
    <ul className="gp-refusals" aria-label={t('health.oddities')}>
      {oddities.map(({ note, count }) => (
        <li key={note}>
          <strong>{words(note).why}</strong>
          <span className="gp-number gp-refusal-count">{format.number(count)}</span>
          <span className="gp-dim">{words(note).todo}</span>
        </li>
      ))}
    </ul>
  );
}
