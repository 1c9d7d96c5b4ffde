/** The workbench of goals: what helps their owner to make the right ones. */
export { createBackfilling, type Backfilling } from './backfill/backfilling.ts';
export { backfillEndpoints } from './backfill/endpoints.ts';
export { testModeEndpoints, type TestModeDeps } from './try-out/endpoints.ts';
export { createTestTokens } from './try-out/tokens.ts';
export { createTrials } from './try-out/trials.ts';
export { suggestionEndpoints } from './suggestions/endpoint.ts';
export { previewEndpoints, type PreviewEndpointDeps } from './preview/endpoint.ts';
