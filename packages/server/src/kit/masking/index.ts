/** Masks: what is personal or secret is taken out before anything is stored. */
export { MASKING_DEFAULTS, type MaskingSettings, type Masks } from './masks.ts';
export { createCounterMasks } from './of-counter.ts';
export { isMasked, maskCardsIn, type Found } from './shapes.ts';
export { faultOfName, faultOfShape } from './own-masks.ts';
