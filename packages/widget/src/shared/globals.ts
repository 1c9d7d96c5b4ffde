/** The page's global names, of which anything may be anything. */
export type Bag = Record<string, unknown>;

export const globals = (): Bag => window as unknown as Bag;

/** What can be read from by name, whatever it is. */
export const bag: (value: unknown) => Bag = Object;

/** A text out of whatever the page handed over; what is no text or number is none. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
