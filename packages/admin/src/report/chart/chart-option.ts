/** What the chart library is told: lines over time, the unfinished interval dashed. */
import type { EChartsCoreOption } from 'echarts/core';
import { FONT } from '../../ui/theme.ts';
import type { Palette } from './palette.ts';

export interface Line {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly values: readonly (number | null)[];
  /** Drawn thin and behind: the period compared with. */
  readonly faint?: boolean;
  /** Its last interval is over, whatever that of the chart is. */
  readonly done?: boolean;
  /** Hatched bars behind the lines: what a backfill found. */
  readonly hatched?: boolean;
}

export interface Mark {
  readonly index: number;
  readonly name: string;
  readonly color: string;
}

export interface ChartModel {
  readonly lines: readonly Line[];
  /** One for each interval, or bar. */
  readonly labels: readonly string[];
  /** The last interval is not over. */
  readonly unfinished: boolean;
  readonly write: (value: number | null) => string;
  /** Bars instead of lines: the labels are values, not times. */
  readonly bars?: boolean;
  /** What the labels are; a date unless said. */
  readonly head?: string;
  /** Moments of which the chart tells, each at an interval. */
  readonly marks?: readonly Mark[];
  /** Only whole numbers: no half visits on the axis. */
  readonly whole?: boolean;
}

const UNFINISHED = ' …';
/** Names of more would lie over each other. */
const MOST_NAMED_MARKS = 2;

function lineSeries(line: Line, unfinished: boolean, fill: boolean): object[] {
  const last = line.values.length - 1;
  const dashed = unfinished && last > 0 && line.faint !== true && line.done !== true;
  const base = {
    type: 'line',
    color: line.color,
    symbolSize: 6,
    showSymbol: line.values.length === 1,
    animation: false,
    emphasis: { disabled: true },
  };
  const main = {
    ...base,
    id: line.id,
    name: line.name,
    z: line.faint === true ? 1 : 3,
    lineStyle: { width: line.faint === true ? 1.25 : 2, opacity: line.faint === true ? 0.7 : 1 },
    ...(fill ? { areaStyle: { color: line.color, opacity: 0.07 } } : {}),
    data: dashed ? line.values.map((value, index) => (index === last ? null : value)) : [...line.values],
  };
  if (!dashed) return [main];
  const tail = {
    ...base,
    id: `${line.id}${UNFINISHED}`,
    name: line.name,
    z: 3,
    lineStyle: { width: 2, type: [4, 4] },
    data: line.values.map((value, index) => (index >= last - 1 ? value : null)),
  };
  return [main, tail];
}

function barSeries({ id, name, color, values }: Line): object {
  return {
    type: 'bar',
    id,
    name,
    color,
    animation: false,
    barMaxWidth: 36,
    itemStyle: { borderRadius: [3, 3, 0, 0] },
    data: [...values],
  };
}

function hatchedSeries({ id, name, color, values }: Line): object {
  return {
    type: 'bar',
    id,
    name,
    color: 'transparent',
    z: 0,
    animation: false,
    barMaxWidth: 18,
    itemStyle: {
      borderColor: color,
      borderWidth: 1,
      decal: { symbol: 'rect', color, dashArrayX: [1, 0], dashArrayY: [1, 4], rotation: Math.PI / 4 },
    },
    data: values.map((value) => (value === 0 ? null : value)),
  };
}

/** Upright lines, on a series that draws nothing else. */
function markSeries(marks: readonly Mark[], count: number, palette: Palette): object {
  return {
    type: 'line',
    id: 'marks',
    data: [],
    silent: true,
    animation: false,
    markLine: {
      silent: true,
      symbol: 'none',
      animation: false,
      data: marks.map(({ index, name, color }) => ({
        xAxis: index,
        lineStyle: { color, type: [2, 3], width: 1.5 },
        label: {
          formatter: () => (marks.length > MOST_NAMED_MARKS ? '' : name),
          color: palette.axis,
          fontSize: 12,
          position: 'insideEndTop',
          rotate: 0,
          // On the right half its name would be cut by the edge.
          align: index * 2 > count ? 'right' : 'left',
        },
      })),
    },
  };
}

/** Built from nodes, not from text: names of goals are what people typed. */
function tooltip(model: ChartModel, index: number): HTMLElement {
  const box = document.createElement('div');
  box.className = 'gp-tip';
  const head = box.appendChild(document.createElement('strong'));
  head.textContent = model.labels[index] ?? '';
  for (const line of model.lines) {
    const row = box.appendChild(document.createElement('div'));
    const dot = row.appendChild(document.createElement('i'));
    dot.style.background = line.color;
    row.appendChild(document.createElement('span')).textContent = line.name;
    row.appendChild(document.createElement('b')).textContent = model.write(line.values[index] ?? null);
  }
  return box;
}

function indexOf(params: unknown): number {
  const first: unknown = Array.isArray(params) ? params[0] : params;
  return typeof first === 'object' && first !== null && 'dataIndex' in first ? Number(first.dataIndex) : 0;
}

export function chartOption(model: ChartModel, palette: Palette): EChartsCoreOption {
  const { marks = [] } = model;
  const single = model.lines.filter((line) => line.faint !== true && line.hatched !== true).length === 1;
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: { left: 8, right: 16, top: 16, bottom: 6, containLabel: true },
    tooltip: {
      trigger: 'axis',
      confine: true,
      transitionDuration: 0,
      backgroundColor: palette.panel,
      borderColor: palette.grid,
      textStyle: { color: palette.text, fontSize: 13 },
      axisPointer: { lineStyle: { color: palette.axis, type: 'solid', width: 1 } },
      formatter: (params: unknown) => tooltip(model, indexOf(params)),
    },
    xAxis: {
      type: 'category',
      data: [...model.labels],
      boundaryGap: model.bars === true || model.labels.length === 1,
      axisLine: { lineStyle: { color: palette.grid } },
      axisTick: { show: false },
      axisLabel: { color: palette.axis, fontSize: 12, hideOverlap: true, margin: 8 },
    },
    yAxis: {
      type: 'value',
      splitNumber: 4,
      min: 0,
      minInterval: model.whole === true ? 1 : 0,
      splitLine: { lineStyle: { color: palette.grid } },
      axisLabel: { color: palette.axis, fontSize: 12, formatter: (value: number) => model.write(value) },
    },
    series: [
      ...model.lines.flatMap((line) => {
        if (line.hatched === true) return hatchedSeries(line);
        if (model.bars === true) return barSeries(line);
        return lineSeries(line, model.unfinished, single && line.faint !== true);
      }),
      ...(marks.length > 0 ? [markSeries(marks, model.labels.length, palette)] : []),
    ],
  };
}
