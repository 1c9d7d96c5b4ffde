/** What the invitation changed against those who got none, claimed only where the interval allows it. */
import type { Uplift } from '@goalpost/contract/chat';
import { useTranslation } from 'react-i18next';
import { NOTHING } from '../../ui/format.ts';

interface Props {
  readonly uplift: Uplift | null;
  /** Too few visitors to claim anything. */
  readonly few: boolean;
  readonly short?: boolean;
}

export function verdictOf({ low, high }: Uplift): 'better' | 'worse' | 'unclear' {
  if (low > 0) return 'better';
  return high < 0 ? 'worse' : 'unclear';
}

export function UpliftWords({ uplift, few, short = false }: Props) {
  const { t, i18n } = useTranslation();
  const signed = new Intl.NumberFormat(i18n.language, {
    signDisplay: 'exceptZero',
    maximumFractionDigits: 1,
  });
  const points = (value: number): string => signed.format(value).replace('-', '\u2212');
  if (uplift === null) return <span className="gp-dim">{NOTHING}</span>;
  const verdict = few ? 'unclear' : verdictOf(uplift);
  const interval = t('chat.report.interval', {
    low: points(uplift.low),
    high: points(uplift.high),
  });
  return (
    <span className="gp-uplift" data-verdict={verdict} title={interval}>
      <span className="gp-number">{t('chat.report.points', { n: points(uplift.value) })}</span>
      {!short && <span className="gp-dim gp-number"> {interval}</span>}
      {few && <span className="gp-dim gp-small"> {t('report.few')}</span>}
    </span>
  );
}
