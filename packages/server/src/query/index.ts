/** Reports: the compiler and its endpoints. */
export type { StatDeps } from './ask.ts';
export { statEndpoints } from './endpoints.ts';
export { funnelEndpoints, type FunnelDeps } from './funnel/endpoint.ts';
