/** The HTTP edge: the application, and the server that it shares with collection. */
export { createPolicyReports, type PolicyReports } from './policy-reports/reports.ts';
export { policyReportEndpoints } from './policy-reports/routes.ts';
export { createApp, type Readiness } from './app.ts';
export { hitServerFactory } from './server.ts';
export type { Sample } from './metrics.ts';
export type { RateLimits } from './rate-limits.ts';
export type { OtherChats, TagBuild } from './files/tag-files.ts';
export type { WidgetBuild } from './files/widget-files.ts';
