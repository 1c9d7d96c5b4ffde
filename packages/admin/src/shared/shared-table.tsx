/** The table of a shared report: sorted by a click, rows that open, more rows on demand. */
import type { SharedAnswer } from '@goalpost/contract/management';
import type { Report as Entry } from '@goalpost/contract/reports/catalogue';
import { useTranslation } from 'react-i18next';
import type { SharedAsk } from '../api/sharing/shares.ts';
import { ReportTable, TableRow } from '../report/parts/table.tsx';
import type { Column, Sort } from '../report/parts/table-shape.ts';
import { SharedRows } from './shared-rows.tsx';

interface Props {
  readonly entry: Entry;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly currency: string;
  readonly totals: SharedAnswer['totals'];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly asked: SharedAsk;
  readonly stale: boolean;
}

export function SharedTable(props: Props) {
  const { entry, title, columns, currency, totals, sort, onSort, asked, stale } = props;
  const { t } = useTranslation();
  const [dimension = 'date'] = entry.dimensions;
  return (
    <ReportTable
      label={title}
      columns={columns}
      currency={currency}
      first={t(`dimension.${dimension}`)}
      firstHelp={t(`dimensionHelp.${dimension}`)}
      totals={totals}
      sort={sort}
      onSort={onSort}
      stale={stale}
    >
      <SharedRows
        entry={entry}
        asked={asked}
        dimension={dimension}
        span={columns.length + 1}
        row={({ metrics }, head, most) => (
          <TableRow {...head} columns={columns} values={metrics} currency={currency} most={most} />
        )}
      />
    </ReportTable>
  );
}
