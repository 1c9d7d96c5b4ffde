/** The workbench of goals: what helps to make the right goal, ours alone under `/api/v1`. */
export * from './backfill.ts';
export * from './preview.ts';
export * from './reach-price.ts';
export * from './suggestions.ts';
export * from './try-out.ts';
export * from './picker.ts';
