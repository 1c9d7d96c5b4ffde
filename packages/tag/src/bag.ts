/** Arguments from the page: anything may come. */

export type Bag = Record<string, unknown>;

/** What can be read from by name: the value itself if it is an object, else an empty one. */
export const bag = (value: unknown): Bag => (value && typeof value === 'object' ? (value as Bag) : {});
