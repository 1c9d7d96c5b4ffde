/** Boards: widgets of reports of any sites on one screen; and funnels, retention and journeys by name. */
export { boardEndpoints } from './endpoints.ts';
export type { BoardRecord, BoardStore } from './port.ts';
export { pathEndpoints } from './paths/endpoints.ts';
export type { PathRecord, PathStore } from './paths/port.ts';
