/** The one seed of all property tests, so that no run of tests differs from the one before. */
export const SEED = Number(process.env['PROPERTY_SEED'] ?? 20_261_130);
