/** Traffic sources: where a visit came from. */
export { hostOf, pathOf } from './address.ts';
export { engineName } from './names.ts';
export { sourceOf, type FoundSource } from './source-of.ts';
export { createSourceSharer } from './share.ts';
