/** Visitors: what the analytics store knows of one person's visits, and on which days each visit has one row. */
export { createClosedDays, FIRST_OPEN_DAY } from './closed-days.ts';
export { createVisitorHistory } from './history.ts';
export { createVisitorMatch } from './match.ts';
export type { OneVisitor, VisitorMatch, VisitorVisits } from './port.ts';
export { createVisitorReaches } from './reaches.ts';
export { createRestingVisitors } from './resting.ts';
export { createVisitorStory } from './story.ts';
export { createVisitorVisits } from './timeline.ts';
export {
  readCursor,
  VISIT_FIELDS,
  type VisitCursor,
  type VisitFields,
  visitView,
  writeCursor,
} from './visit-fields.ts';
