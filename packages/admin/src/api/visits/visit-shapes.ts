/** The shapes of the visit log's answers, loaded beside the first request. */
export { VisitorTimeline } from '@goalpost/contract/chat';
export { VisitLog } from '@goalpost/contract/reports/visits';
