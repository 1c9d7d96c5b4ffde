/** Every report, in the order of the menu; a line here makes a preset and a screen. */
import {
  abilities,
  browsers,
  countries,
  devices,
  entryPages,
  exitPages,
  loyalty,
  platforms,
  screens,
  userIds,
  visitParams,
} from './catalogue/audience.ts';
import { chatOperators, chatRules, chatSources, chatStarts } from './catalogue/chat.ts';
import { commerceReports } from './catalogue/commerce.ts';
import { conversion } from './catalogue/conversion.ts';
import { costsAndReturn } from './catalogue/costs.ts';
import {
  advertising,
  messengers,
  otherTags,
  recommendations,
  searchEngines,
  searchPhrases,
  sites,
  social,
  sourcesSummary,
  utm,
} from './catalogue/sources.ts';
import { pageDetails, pages } from './catalogue/pages.ts';
import { hourly, traffic } from './catalogue/traffic.ts';
import type { Report } from './report.ts';

export const REPORTS: readonly Report[] = [
  conversion,
  sourcesSummary,
  searchEngines,
  searchPhrases,
  sites,
  social,
  messengers,
  recommendations,
  advertising,
  utm,
  costsAndReturn,
  ...otherTags,
  ...commerceReports,
  chatSources,
  chatOperators,
  chatStarts,
  chatRules,
  traffic,
  hourly,
  countries,
  userIds,
  ...loyalty,
  ...pages,
  entryPages,
  exitPages,
  visitParams,
  ...pageDetails,
  browsers,
  platforms,
  devices,
  screens,
  ...abilities,
];

export {
  levelsOf,
  SECTIONS,
  type DrillLevel,
  type Report,
  type ReportScope,
  type SectionId,
  type Text,
} from './report.ts';
