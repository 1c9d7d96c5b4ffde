/** Arguments from the page: anything may come. */

export type Bag = Record<string, unknown>;

/** What can be read from by name, whatever it is. */
export const bag: (value: unknown) => Bag = Object;
