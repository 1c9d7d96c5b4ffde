/** Traffic sources: where a visit came from. */
export { pathOf } from './address.ts';
export { SYSTEM_NAMES, SYSTEM_WORDS } from './names.ts';
export { parametersOf } from './address.ts';
export { markOf, sourceOf, type FoundSource } from './source-of.ts';
export { createSourceSharer } from './share.ts';
