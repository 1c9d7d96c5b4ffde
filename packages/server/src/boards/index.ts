/** Boards: widgets of reports of any sites on one screen. */
export { boardEndpoints } from './endpoints.ts';
export type { BoardDeps } from './boards.ts';
export type { BoardRecord, BoardStore } from './port.ts';
