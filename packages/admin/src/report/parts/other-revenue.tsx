/** What a sum of money leaves out: the revenue in other currencies, said right beside it [M32]. */
import { useTranslation } from 'react-i18next';
import { useFormat, type Sum } from '../../ui/format.ts';
import './other-revenue.css';

export type Sums = readonly Sum[] | null | undefined;

export function OtherRevenue({ sums, ofCosts = false }: { readonly sums: Sums; readonly ofCosts?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!sums || sums.length === 0) return null;
  return (
    <span className="gp-other-revenue gp-number">
      {t(ofCosts ? 'report.otherCosts' : 'report.otherRevenue', { sums: format.sums(sums) })}
    </span>
  );
}
