/** Sharing: reports by a link, for people without an account. */
export { shareEndpoints } from './endpoints.ts';
export type { ShareRecord, ShareStore } from './port.ts';
