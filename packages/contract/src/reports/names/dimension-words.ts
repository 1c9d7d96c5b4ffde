/** A dimension's name and help in English and Russian. */
export type DimensionWords = readonly [en: string, ru: string, enHelp: string, ruHelp: string];
