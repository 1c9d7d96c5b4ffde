/** A chart over time with its key, and the same numbers as a table for who cannot see it. */
import { ActionIcon, Skeleton } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { Suspense, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSeen } from '../../ui/loading/use-seen.ts';
import type { OnPick } from './chart-canvas.tsx';
import type { ChartModel } from './chart-option.ts';
import { lazyPart } from '../../ui/loading/lazy-part.ts';
import './chart.css';

const ChartCanvas = lazyPart(() => import('./chart-canvas.tsx'), 'ChartCanvas');

/** What the key says of a line. */
interface Named {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly faint?: boolean | undefined;
  readonly hatched?: boolean | undefined;
}

interface Props {
  readonly name: string;
  /** Undefined: not there yet. */
  readonly model: ChartModel | undefined;
  /** Lines that are known to come. */
  readonly awaited?: readonly Named[];
  readonly stale?: boolean;
  /** No table below needs the room. */
  readonly tall?: boolean;
  /** What a click on an interval or a bar does. */
  readonly onPick?: OnPick | undefined;
  /** Controls above the chart. */
  readonly children?: ReactNode;
}

export function Chart(props: Props) {
  const { name, model, awaited = [], stale = false, tall = false, onPick, children } = props;
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const figure = useRef<HTMLElement>(null);
  const seen = useSeen(figure);
  const lines: readonly Named[] = model?.lines ?? awaited;
  return (
    <figure
      ref={figure}
      className={`gp-panel gp-chart ${stale ? 'gp-stale' : ''}`}
      data-tall={tall}
      aria-label={t('report.chart', { name })}
    >
      <div className="gp-chart-head">
        {children ?? <span className="gp-chart-name">{name}</span>}
        {!asTable && lines.length > 1 && <Key lines={lines} />}
        <ActionIcon
          variant={asTable ? 'light' : 'subtle'}
          color="gray"
          aria-pressed={asTable}
          aria-label={t('report.asTable')}
          title={t('report.asTable')}
          onClick={() => setAsTable(!asTable)}
        >
          <IconTable size={18} stroke={1.6} />
        </ActionIcon>
      </div>
      {asTable && model !== undefined ? (
        <ChartTable name={name} model={model} />
      ) : (
        <Drawing model={seen ? model : undefined} onPick={onPick} />
      )}
    </figure>
  );
}

/** @param props.model undefined: not there yet, or not in sight */
function Drawing({
  model,
  onPick,
}: {
  readonly model: ChartModel | undefined;
  readonly onPick: OnPick | undefined;
}) {
  const skeleton = <Skeleton className="gp-chart-canvas" radius={8} />;
  if (model === undefined) return skeleton;
  return (
    <div aria-hidden="true">
      <Suspense fallback={skeleton}>
        <ChartCanvas model={model} onPick={onPick} />
      </Suspense>
    </div>
  );
}

function Key({ lines }: { readonly lines: readonly Named[] }) {
  return (
    <ul className="gp-chart-key" aria-hidden="true">
      {lines.map((line) => (
        <li key={line.id}>
          <i
            style={{ background: line.color, color: line.color }}
            data-faint={line.faint === true}
            data-hatched={line.hatched === true}
          />
          {line.name}
        </li>
      ))}
    </ul>
  );
}

function ChartTable({ name, model }: { readonly name: string; readonly model: ChartModel }) {
  const { t } = useTranslation();
  return (
    <div className="gp-chart-table" role="region" tabIndex={0} aria-label={name}>
      <table>
        <thead>
          <tr>
            <th scope="col">{model.head ?? t('report.date')}</th>
            {model.lines.map((line) => (
              <th key={line.id} scope="col">
                {line.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {model.labels.map((label, index) => (
            // The labels of hours repeat from day to day.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              <th scope="row">{label}</th>
              {model.lines.map((line) => (
                <td key={line.id}>{model.write(line.values[index] ?? null)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
