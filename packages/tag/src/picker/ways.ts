/** By what the picker knows an element again. */

/** What a condition, or the place of a price, looks at. */
export type By = 'id' | 'name' | 'text' | 'path' | 'data' | 'prop' | 'class';

/** What of an element each of them would say; empty where it has none. */
export type Named = Readonly<Record<By, string>>;
