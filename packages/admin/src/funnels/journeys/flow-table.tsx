/** The same flow as a table, for who cannot see it and who counts. */
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import type { Flow } from './flow.ts';
import { boxName, placeName } from './words.ts';
import '../../report/parts/table.css';

interface Props {
  readonly flow: Flow;
  readonly about: string;
  readonly stale: boolean;
}

export function FlowTable({ flow, about, stale }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div
      className={`gp-panel gp-table-box ${stale ? 'gp-stale' : ''}`}
      role="region"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
      tabIndex={0}
      aria-label={t('journeys.table')}
    >
      <table className="gp-table">
        <thead>
          <tr>
            {(['step', 'place', 'count', 'share'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`journeys.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {flow.columns.flatMap(({ place, boxes }) =>
            boxes.map((box) => (
              <tr key={`${place} ${box.key}`}>
                <th scope="row">
                  <span className="gp-table-name">
                    <span className="gp-table-text">{boxName(t, box, place, about)}</span>
                  </span>
                </th>
                <td>{placeName(t, place)}</td>
                <td className="gp-number">{format.number(box.count)}</td>
                <td className="gp-number">{format.percent(box.share)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
