import { describe, expect, it } from 'vitest';
import { levelAt } from './levels.ts';

const ids = (source: string): (string | null)[] =>
  [[], [source], [source, 'x'], [source, 'x', 'y'], [source, 'x', 'y', 'z']].map(
    (path) => levelAt(path)?.id ?? null,
  );

describe('levelAt', () => {
  it('opens an advertisement by system, campaign, page', () => {
    expect(ids('ad')).toEqual(['trafficSource', 'sourceEngine', 'utmCampaign', 'startPath', null]);
  });

  it('opens search engines without campaigns', () => {
    expect(ids('organic')).toEqual(['trafficSource', 'sourceEngine', 'startPath', null, null]);
  });

  it('opens direct visits by page at once', () => {
    expect(ids('direct')).toEqual(['trafficSource', 'startPath', null, null, null]);
  });
});
