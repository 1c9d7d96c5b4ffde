/** A chart over time with its key, and the same numbers as a table for who cannot see it. */
import { ActionIcon, Skeleton } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartModel } from './chart-option.ts';
import './chart.css';

const loadCanvas = async () => ({ default: (await import('./chart-canvas.tsx')).ChartCanvas });
const ChartCanvas = lazy(loadCanvas);

interface Props {
  readonly name: string;
  /** Undefined: not there yet. */
  readonly model: ChartModel | undefined;
  readonly stale?: boolean;
  /** No table below needs the room. */
  readonly tall?: boolean;
  /** Controls above the chart. */
  readonly children?: ReactNode;
}

export function Chart({ name, model, stale = false, tall = false, children }: Props) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  useEffect(() => {
    // The drawing code comes while the numbers are still on their way.
    void loadCanvas();
  }, []);
  const skeleton = <Skeleton className="gp-chart-canvas" radius={8} />;
  return (
    <figure
      className={`gp-panel gp-chart ${stale ? 'gp-stale' : ''}`}
      data-tall={tall}
      aria-label={t('report.chart', { name })}
    >
      <div className="gp-chart-head">
        {children ?? <span className="gp-chart-name">{name}</span>}
        {model !== undefined && !asTable && model.lines.length > 1 && <Key model={model} />}
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
      {model === undefined && skeleton}
      {model !== undefined && asTable && <ChartTable name={name} model={model} />}
      {model !== undefined && !asTable && (
        <div aria-hidden="true">
          <Suspense fallback={skeleton}>
            <ChartCanvas model={model} />
          </Suspense>
        </div>
      )}
    </figure>
  );
}

function Key({ model }: { readonly model: ChartModel }) {
  return (
    <ul className="gp-chart-key" aria-hidden="true">
      {model.lines.map((line) => (
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
