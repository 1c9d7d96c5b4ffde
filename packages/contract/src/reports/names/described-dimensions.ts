/** Dimensions in tables: name and help in English and Russian, one line each. */
import { COMMERCE_WORDS } from './commerce-words.ts';
import { CONVERSATION_WORDS } from './conversation-words.ts';
import { COST_WORDS } from './cost-words.ts';
import { GOAL_REACH_WORDS, IS_GOAL_REACHED_WORDS } from './goal-reach-words.ts';
import { MOMENT_WORDS } from './moments.ts';
import { PAGE_PART_WORDS } from './pages.ts';
import { PARAMS_WORDS } from './params-words.ts';
import { TECHNOLOGY_WORDS } from './technology-words.ts';
import { VISIT_WORDS } from './visit-words.ts';

const ROWS = {
  ...TECHNOLOGY_WORDS,
  ...VISIT_WORDS,
  ...PARAMS_WORDS,
  ...COMMERCE_WORDS,
  ...CONVERSATION_WORDS,
  ...COST_WORDS,
  ...GOAL_REACH_WORDS,
  ...IS_GOAL_REACHED_WORDS,
};

type TableDimension = keyof typeof ROWS;

const DESCRIBED = [
  ...Object.entries(ROWS).map(([id, [en, ru, enHelp, ruHelp]]) => ({
    id: id as TableDimension,
    en: [en, enHelp] as const,
    ru: [ru, ruHelp] as const,
  })),
  ...MOMENT_WORDS,
  ...PAGE_PART_WORDS,
];

export type DescribedDimension = (typeof DESCRIBED)[number]['id'];
export const DESCRIBED_DIMENSIONS: readonly DescribedDimension[] = DESCRIBED.map(({ id }) => id);

const wordsIn = (language: 'en' | 'ru', part: 0 | 1) =>
  Object.fromEntries(DESCRIBED.map((one) => [one.id, one[language][part]])) as Readonly<
    Record<DescribedDimension, string>
  >;

export const namesIn = (language: 'en' | 'ru') => wordsIn(language, 0);
export const helpIn = (language: 'en' | 'ru') => wordsIn(language, 1);
