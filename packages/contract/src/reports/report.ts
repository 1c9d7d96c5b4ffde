/** The contract of a report: a named question, and how its screen shows the answer. */
import type { DimensionId } from './names/dimensions.ts';
import type { MetricId } from './names/metrics.ts';

/** In every language of the product. */
export interface Text {
  readonly en: string;
  readonly ru: string;
}

/** The groups of the menu, in its order. */
export const SECTIONS = {
  conversions: { en: 'Conversions', ru: 'Конверсии' },
  sources: { en: 'Sources', ru: 'Источники' },
  commerce: { en: 'E-commerce', ru: 'Электронная торговля' },
  chat: { en: 'Conversations', ru: 'Диалоги' },
  audience: { en: 'Audience', ru: 'Аудитория' },
  content: { en: 'Content', ru: 'Содержание' },
  technology: { en: 'Technology', ru: 'Технологии' },
} as const satisfies Record<string, Text>;
export type SectionId = keyof typeof SECTIONS;

/** A row of the level above opens into the values of this dimension. */
export interface DrillLevel {
  readonly dimension: DimensionId;
  /** Only within rows of these first-level values. */
  readonly within?: readonly string[];
  /** Passed over within rows of these first-level values. */
  readonly notWithin?: readonly string[];
}

/** Whose rows a report counts, if not visits: page views, events, downloads, visitors' params, costs with their visits. */
export type ReportScope = 'pv' | 'ep' | 'dl' | 'up' | 'ev';

export interface Report {
  /** The value of `preset` in the API, and the last part of the screen's address. */
  readonly id: string;
  readonly section: SectionId;
  /** Names begin with `ym:<scope>:`; absent: rows are visits. */
  readonly scope?: ReportScope;
  readonly title: Text;
  /** Names without their prefix; parameters in angle brackets are filled from the request. */
  readonly dimensions: readonly DimensionId[];
  readonly metrics: readonly MetricId[];
  /** One of the metrics, or `name` for the first dimension; `-` in front: largest first. */
  readonly sort: MetricId | `-${MetricId}` | 'name' | '-name';
  /** `lines` over time, `bars` one a row, or nothing. */
  readonly chart: 'lines' | 'bars' | 'none';
  /** What rows open into, outermost first; the dimensions unless said. */
  readonly drill?: readonly DrillLevel[];
}

export function defineReport(report: Report): Report {
  return report;
}

export const levelsOf = ({ drill, dimensions }: Report): readonly DrillLevel[] =>
  drill ?? dimensions.map((dimension) => ({ dimension }));
