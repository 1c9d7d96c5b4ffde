/** Draws the chart; loaded only when a chart is first shown. */
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { chartOption, type ChartModel } from './chart-option.ts';
import { usePalette } from './palette.ts';

use([BarChart, LineChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

/** @param index of the interval or bar; `leaveOut`: with Alt held */
export type OnPick = (index: number, leaveOut: boolean) => void;

interface Props {
  readonly model: ChartModel;
  readonly onPick?: OnPick | undefined;
}

export function ChartCanvas({ model, onPick }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const picked = useRef(onPick);
  useEffect(() => {
    picked.current = onPick;
  });
  const palette = usePalette();
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const chart = init(element, null, { renderer: 'svg' });
    chart.setOption(chartOption(model, palette));
    // Anywhere in the column of an interval: a point alone is too small a target.
    chart.getZr().on('click', ({ offsetX, offsetY, event }) => {
      // The last point lies on the edge of the grid: what is nearest counts, also beside it.
      const [index = 0] = chart.convertFromPixel('grid', [offsetX, offsetY]);
      const nearest = Math.min(Math.max(Math.round(index), 0), model.labels.length - 1);
      picked.current?.(nearest, 'altKey' in event && event.altKey === true);
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
    // The palette is made again each time; its colours change with `axis`.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [model, palette.axis]);
  return <div ref={place} className="gp-chart-canvas" data-picks={onPick !== undefined} />;
}
