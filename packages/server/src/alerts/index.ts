/** Alerts: what of a counter is told of by itself, because it is far from the usual. */
export { alertEndpoints } from './endpoints.ts';
export type { ChatWaits, MadeGoals } from './history.ts';
export type { AlertRecord, AlertStore, KeptHappening } from './port.ts';
export { createAlertRunner, type AlertRunner } from './runner.ts';
export { waitsOf, type ChatLine } from './waits.ts';
