/** What a metric is measured in, and its words in a table. */
export type Unit = 'count' | 'percent' | 'decimal' | 'duration' | 'money';

export interface MetricInfo {
  readonly unit: Unit;
  readonly lowerIsBetter?: true;
}

export type MetricWords = readonly [unit: Unit, en: string, ru: string, enHelp: string, ruHelp: string];
