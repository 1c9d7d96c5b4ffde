/** Holds the places of a report's chart and table, so that nothing moves when they come. */
import type { Report as Entry } from '@goalpost/contract/reports/catalogue';
import { useTranslation } from 'react-i18next';
import { TableBones } from '../../ui/loading/bones.tsx';
import '../chart/chart.css';

export function ReportSkeleton({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  return (
    <div role="status" className="gp-bones" aria-label={t('word.loading')}>
      {entry.chart !== 'none' && <ChartBones />}
      <TableBones />
    </div>
  );
}

export function ChartBones() {
  return (
    <div className="gp-panel gp-chart" aria-hidden="true">
      <div className="gp-chart-head gp-chart-bones">
        <i className="gp-bone" />
      </div>
      <div className="gp-chart-canvas" />
    </div>
  );
}
