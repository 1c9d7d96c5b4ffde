/** How many people a counter has. */

/** Grants of a counter, however they come [A9]. */
export const MAX_GRANTS = 500;
