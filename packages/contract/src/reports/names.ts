/** What metrics and dimensions are called and counted in; the words themselves are in `names/en.ts` and `ru.ts`. */
export { DIMENSIONS, type DimensionId } from './names/dimensions.ts';
export { METRICS, type MetricId, type MetricInfo, type Unit } from './names/metrics.ts';
export type { Names } from './names/names.ts';
export { bareName, fullName, prefixOfName, scopeOfName } from './names/prefixes.ts';
