/** The masks of counters, made once for each state of their settings. */
import { createMasks, MASKING_DEFAULTS, type MaskingSettings, type Masks } from './masks.ts';

/** A counter's settings as the directory holds them. */
export interface Masked {
  readonly masking?: MaskingSettings;
}

/**
 * @param mark see `createMasks`
 * @returns null where the counter's owner has switched masking off
 */
export function createCounterMasks(mark: (value: string) => string): (config: Masked) => Masks | null {
  const made = new WeakMap<Masked, Masks>();
  return (config) => {
    if (config.masking?.on === false) return null;
    const known = made.get(config);
    if (known !== undefined) return known;
    const masks = createMasks(config.masking ?? MASKING_DEFAULTS, mark);
    made.set(config, masks);
    return masks;
  };
}
