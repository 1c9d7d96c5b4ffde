/** Conditions of a goal of several that are no goal of their own [G71, G72]. */
import { device } from './device.ts';
import { price } from './price.ts';
import { source } from './source.ts';

export const PART_DESCRIPTORS = [price, device, source] as const;
