/** Columns that rows of hits and of visits share. */
import type { Source } from '../ports.ts';
import type { Reach } from '../visits/visit.ts';
import { type Column, column } from './columns.ts';
import { array, BOOL, FLOAT64, SECONDS, TEXT, UINT16, UINT64, WORD } from './types.ts';

export interface Device {
  readonly country: string;
  readonly language: string;
  readonly screenWidth: number;
  readonly screenHeight: number;
}

export const DEVICE_COLUMNS: readonly Column<Device>[] = [
  column('country', WORD, ({ country }) => country),
  column('language', WORD, ({ language }) => language),
  column('screen_width', UINT16, ({ screenWidth }) => screenWidth),
  column('screen_height', UINT16, ({ screenHeight }) => screenHeight),
];

export const sourceColumns = (prefix: '' | 'first_' | 'significant_'): readonly Column<Source>[] => [
  column(`${prefix}traffic_source`, WORD, ({ trafficSource }) => trafficSource),
  column(`${prefix}source_engine`, WORD, ({ sourceEngine }) => sourceEngine),
  column(`${prefix}search_phrase`, TEXT, ({ searchPhrase }) => searchPhrase),
  column(`${prefix}utm_source`, WORD, ({ utmSource }) => utmSource),
  column(`${prefix}utm_medium`, WORD, ({ utmMedium }) => utmMedium),
  column(`${prefix}utm_campaign`, WORD, ({ utmCampaign }) => utmCampaign),
  column(`${prefix}utm_content`, WORD, ({ utmContent }) => utmContent),
  column(`${prefix}utm_term`, WORD, ({ utmTerm }) => utmTerm),
  column(`${prefix}from_tag`, WORD, ({ from }) => from),
  column(`${prefix}openstat`, TEXT, ({ openstat }) => openstat),
  column(`${prefix}profile`, WORD, ({ profile }) => profile),
  column(`${prefix}gclid`, BOOL, ({ gclid }) => gclid),
];

export const REACH_COLUMNS: readonly Column<readonly Reach[]>[] = [
  column('goal_ids', array(UINT64), (reaches) => reaches.map(({ goalId }) => goalId)),
  column('goal_times', array(SECONDS), (reaches) => reaches.map(({ at }) => Math.floor(at / 1_000))),
  column('goal_prices', array(FLOAT64), (reaches) => reaches.map(({ price }) => price)),
  column('goal_currencies', array(WORD), (reaches) => reaches.map(({ currency }) => currency)),
];
