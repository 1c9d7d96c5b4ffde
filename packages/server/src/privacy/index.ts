/** People's data: finding, exporting and erasing all that is kept of one person. */
export { peopleEndpoints, type PeopleEndpointDeps } from './endpoints.ts';
export { createErasing, type Erasing, type ErasingDeps } from './erasing.ts';
export type * from './port.ts';
