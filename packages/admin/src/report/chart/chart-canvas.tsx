/** Draws the chart; loaded only when a chart is first shown. */
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { chartOption, type ChartModel } from './chart-option.ts';
import { usePalette } from './palette.ts';

use([BarChart, LineChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

export function ChartCanvas({ model }: { readonly model: ChartModel }) {
  const place = useRef<HTMLDivElement>(null);
  const palette = usePalette();
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const chart = init(element, null, { renderer: 'svg' });
    chart.setOption(chartOption(model, palette));
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
    // The palette is made again each time; its colours change with `axis`.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [model, palette.axis]);
  return <div ref={place} className="gp-chart-canvas" />;
}
