import { levelsOf, REPORTS } from '@goalpost/contract/reports/catalogue';
import { describe, expect, it } from 'vitest';
import { levelAt } from './levels.ts';

function opened(report: string, value: string): (string | null)[] {
  const entry = REPORTS.find(({ id }) => id === report);
  if (entry === undefined) throw new Error(`no report ${report}`);
  const paths = [[], [value], [value, 'x'], [value, 'x', 'y'], [value, 'x', 'y', 'z']];
  return paths.map((path) => levelAt(levelsOf(entry), path));
}

const SOURCE = '<attribution>TrafficSource';
const ENGINE = '<attribution>SourceEngine';

describe('levelAt', () => {
  it('opens an advertisement by system, campaign, page', () => {
    const levels = [SOURCE, ENGINE, '<attribution>UTMCampaign', 'startURLPath', null];
    expect(opened('sources_summary', 'ad')).toEqual(levels);
  });

  it('opens search engines without campaigns', () => {
    expect(opened('sources_summary', 'organic')).toEqual([SOURCE, ENGINE, 'startURLPath', null, null]);
  });

  it('opens direct visits by page at once', () => {
    expect(opened('sources_summary', 'direct')).toEqual([SOURCE, 'startURLPath', null, null, null]);
  });

  it('opens a report without levels of its own by its dimensions', () => {
    expect(opened('tech_platforms', 'Linux')).toEqual([
      'operatingSystemRoot',
      'operatingSystem',
      null,
      null,
      null,
    ]);
  });
});
