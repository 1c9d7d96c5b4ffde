/** JSON of the columns that rows share. Written piece by piece: a row for every hit must cost little. */
import type { Source } from '../ports.ts';
import type { Client } from '../steps/client.ts';
import type { Agent } from '../steps/device/agent.ts';
import type { Reach } from './visit.ts';

export function text(value: string): string {
  return value === '' ? '""' : JSON.stringify(value);
}

export interface Device {
  readonly country: string;
  readonly language: string;
  readonly screenWidth: number;
  readonly screenHeight: number;
}

export function deviceColumns(agent: Agent, client: Client, device: Device, robot: boolean): string {
  return (
    `${agent.columns},"country":"${device.country}","language":"${device.language}",` +
    `"screen_width":${device.screenWidth},"screen_height":${device.screenHeight},"is_robot":${robot},${client.columns}`
  );
}

export function sourceColumns(prefix: '' | 'first_' | 'significant_', source: Source): string {
  return (
    `"${prefix}traffic_source":"${source.trafficSource}","${prefix}source_engine":${text(source.sourceEngine)},` +
    `"${prefix}search_phrase":${text(source.searchPhrase)},"${prefix}utm_source":${text(source.utmSource)},` +
    `"${prefix}utm_medium":${text(source.utmMedium)},"${prefix}utm_campaign":${text(source.utmCampaign)},` +
    `"${prefix}utm_content":${text(source.utmContent)},"${prefix}utm_term":${text(source.utmTerm)}${marksColumns(prefix, source)}`
  );
}

/** What few visits have: the store fills in what is left out. */
function marksColumns(prefix: string, { from, openstat, profile, gclid }: Source): string {
  if (from === '' && openstat === '' && profile === '' && !gclid) return '';
  return (
    `,"${prefix}from_tag":${text(from)},"${prefix}openstat":${text(openstat)},` +
    `"${prefix}profile":${text(profile)},"${prefix}gclid":${gclid}`
  );
}

const NO_GOALS = '"goal_ids":[],"goal_times":[],"goal_prices":[],"goal_currencies":[]';

export function goalColumns(reaches: readonly Reach[] | null): string {
  if (reaches === null || reaches.length === 0) return NO_GOALS;
  const ids = reaches.map(({ goalId }) => goalId).join(',');
  const times = reaches.map(({ at }) => Math.floor(at / 1_000)).join(',');
  const prices = reaches.map(({ price }) => price).join(',');
  const currencies = reaches.map(({ currency }) => text(currency)).join(',');
  return `"goal_ids":[${ids}],"goal_times":[${times}],"goal_prices":[${prices}],"goal_currencies":[${currencies}]`;
}
