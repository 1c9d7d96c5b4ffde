/** The workbench of goals: what helps their owner to make the right ones. */
export { createBackfilling, type Backfilling } from './backfill/backfilling.ts';
export { backfillEndpoints } from './backfill/endpoints.ts';
export { testModeEndpoints } from './try-out/endpoints.ts';
export { createTestTokens } from './try-out/tokens.ts';
export { createTrials } from './try-out/trials.ts';
export { suggestionEndpoints } from './suggestions/endpoint.ts';
export { previewEndpoints } from './preview/endpoint.ts';
export { createPreviews } from './preview/previews.ts';
export { createPicker, type Picker } from './picker/picker.ts';
export { pickerEndpoints } from './picker/endpoints.ts';
export { createPickerLinks } from './picker/links.ts';
