/** The chosen metrics as tiles: number, change, a small line; a click puts one on the chart. */
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import { measuredChange } from '../state/change.ts';
import { Delta } from './delta.tsx';
import { writeValue, type Measure } from '../metrics.ts';
import { Spark } from '../chart/spark.tsx';
import '../../ui/loading/bones.css';
import './tiles.css';

export interface Tile {
  readonly measure: Measure;
  readonly now: number | null | undefined;
  readonly before?: number | null | undefined;
  readonly weight?: readonly [number | null | undefined, number | null | undefined];
  readonly trend: readonly (number | null)[];
}

interface Props {
  readonly tiles: readonly Tile[] | undefined;
  readonly count: number;
  readonly currency: string;
  readonly compared: boolean;
  /** The period is a day that is not over. */
  readonly open: boolean;
  readonly chosen: string;
  readonly stale?: boolean;
  readonly onChoose: (metric: string) => void;
}

export function Tiles({ tiles, count, currency, compared, open, chosen, stale = false, onChoose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (tiles === undefined) {
    return (
      <div className="gp-tiles gp-bones">
        {Array.from({ length: count }, (_, index) => (
          <div key={index} className="gp-panel gp-tile" aria-hidden="true">
            <span className="gp-tile-name gp-tile-bone" />
            <span className="gp-tile-number gp-tile-bone" />
            <span className="gp-tile-foot" />
          </div>
        ))}
      </div>
    );
  }
  return (
    <div className={`gp-tiles ${stale ? 'gp-stale' : ''}`} role="group" aria-label={t('report.measure')}>
      {tiles.map(({ measure, now, before, weight, trend }) => (
        <button
          type="button"
          key={measure.metric}
          className="gp-bare gp-panel gp-tile"
          title={t(measure.help)}
          aria-pressed={measure.metric === chosen}
          onClick={() => onChoose(measure.metric)}
        >
          <span className="gp-tile-name">{t(measure.label)}</span>
          <span className="gp-tile-number gp-number">{writeValue(format, measure.kind, now, currency)}</span>
          <span className="gp-tile-foot">
            {compared ? (
              <Delta
                change={open ? { kind: 'open' } : measuredChange(measure.kind, now, before, weight)}
                lowerIsBetter={measure.lowerIsBetter}
                before={writeValue(format, measure.kind, before, currency)}
              />
            ) : (
              <span />
            )}
            <Spark values={trend} width={56} height={20} />
          </span>
        </button>
      ))}
    </div>
  );
}
