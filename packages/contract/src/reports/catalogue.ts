/** Every report, in the order of the menu; a line here makes a preset and a screen. */
import {
  browsers,
  countries,
  devices,
  entryPages,
  exitPages,
  platforms,
  screens,
  userIds,
} from './catalogue/audience.ts';
import { chatOperators, chatRules, chatSources, chatStarts } from './catalogue/chat.ts';
import { conversion } from './catalogue/conversion.ts';
import {
  advertising,
  messengers,
  recommendations,
  searchEngines,
  searchPhrases,
  sites,
  social,
  sourcesSummary,
  utm,
} from './catalogue/sources.ts';
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
  chatSources,
  chatOperators,
  chatStarts,
  chatRules,
  traffic,
  hourly,
  countries,
  userIds,
  entryPages,
  exitPages,
  browsers,
  platforms,
  devices,
  screens,
];

export { levelsOf, SECTIONS, type DrillLevel, type Report, type SectionId, type Text } from './report.ts';
