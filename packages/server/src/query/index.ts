/** Reports: the compiler and its endpoints. */
export { askChart, askTable, understand, type Question, type StatDeps } from './ask.ts';
export { askDrilldown } from './ask-drilldown.ts';
export { attributionEndpoints } from './attribution/endpoint.ts';
export { funnelStepEndpoints } from './funnels/endpoint.ts';
export { journeyEndpoints } from './journeys/endpoint.ts';
export { retentionEndpoints } from './retention/endpoint.ts';
export { statEndpoints } from './endpoints/stat.ts';
export { createBinder, type Binder } from './compile/binder.ts';
export { createCompilation } from './compile/scope.ts';
export { selectionSql } from './compile/selection.ts';
export type { Compiled } from './compile/table.ts';
export { addDays } from './parse/dates.ts';
export type { RawParams } from './parse/request.ts';
export type { Plan } from './plan/plan.ts';
export { segmentEndpoints } from './segments/endpoints.ts';
export type { SavedSegment, SegmentStore } from './segments/port.ts';
export { run } from './run.ts';
export { visitLogEndpoints } from './visits/endpoint.ts';
