/** Presence: who is on the site now. */
export { contextOf, type Entry } from './entry.ts';
export { personView, viewFor, type PersonFacts } from './person-view.ts';
export { createPresence, type Changes, type Presence } from './presence.ts';
