/** How far people come: a bar a step with its share, and between steps how many fell out. */
import { Anchor } from '@mantine/core';
import type { FunnelCount, FunnelResponse } from '@goalpost/contract/reports/funnels';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/format.ts';
import type { DraftStep } from './search.ts';
import { useStepName } from './words.ts';

interface Props {
  readonly counterId: number;
  readonly steps: readonly DraftStep[];
  readonly answer: FunnelResponse;
  readonly beside: { readonly name: string; readonly totals: readonly FunnelCount[] } | null;
  readonly stale: boolean;
  /** Lists who fell out after a step; absent where they are not listed. */
  readonly onLost?: (step: number) => void;
}

export function FunnelChart({ counterId, steps, answer: { totals }, ...rest }: Props) {
  const nameOf = useStepName(counterId);
  return <FunnelBars names={steps.map(nameOf)} totals={totals} {...rest} />;
}

interface BarsProps extends Pick<Props, 'beside' | 'stale' | 'onLost'> {
  readonly names: readonly string[];
  readonly totals: readonly FunnelCount[];
}

export function FunnelBars({ names, totals, beside, stale, onLost }: BarsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ol className={`gp-panel gp-drop ${stale ? 'gp-stale' : ''}`} aria-label={t('paths.chart')}>
      {names.map((name, index) => {
        const count = totals[index];
        if (count === undefined) return null;
        const other = beside?.totals[index];
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a step is its place
          <li key={index} className="gp-drop-step">
            <span className="gp-drop-name">
              {index + 1}. {name}
            </span>
            <span className="gp-drop-bars">
              <Bar share={count.share} />
              {other !== undefined && <Bar share={other.share} quiet />}
            </span>
            <span className="gp-drop-numbers">
              <b className="gp-number">{format.number(count.reached)}</b>{' '}
              <span className="gp-dim">{format.percent(count.share)}</span>
              {other !== undefined && (
                <span className="gp-dim gp-small">
                  {beside?.name}: {format.percent(other.share)}
                </span>
              )}
            </span>
            {index < totals.length - 1 && count.lost > 0 && onLost !== undefined && (
              <Anchor
                component="button"
                type="button"
                className="gp-drop-lost"
                onClick={() => onLost(index + 1)}
              >
                {t('paths.lost', {
                  count: count.lost,
                  n: format.number(count.lost),
                  share: format.percent((count.lost / count.reached) * 100),
                })}
              </Anchor>
            )}
          </li>
        );
      })}
    </ol>
  );
}

const Bar = ({ share, quiet = false }: { readonly share: number | null; readonly quiet?: boolean }) => (
  <span className="gp-drop-track">
    <i style={{ width: `${share ?? 0}%` }} data-quiet={quiet} />
  </span>
);
