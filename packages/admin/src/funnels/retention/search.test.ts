import {
  MAX_RETENTION_INTERVALS,
  RETENTION_MODES,
  RETENTION_UNITS,
} from '@goalpost/contract/reports/retention';
import { expect, it } from 'vitest';
import { retention as en } from '../../i18n/en/retention.ts';
import { retention as ru } from '../../i18n/ru/retention.ts';
import { actionOf, MODES, readRetentionSearch, UNITS } from './search.ts';

it('keeps what it knows of an address, and leaves out the rest', () => {
  const first = JSON.stringify({ type: 'page', value: '/cart', match: 'starts' });
  expect(
    readRetentionSearch({ first, back: '{"type":"x"}', unit: 'day', mode: 'y', cells: 'people' }),
  ).toEqual({ first, unit: 'day', cells: 'people' });
  for (const broken of [
    '',
    '{',
    '[]',
    '7',
    'null',
    '"page"',
    `{"type":"page","value":"${'x'.repeat(3_000)}"}`,
  ]) {
    expect(readRetentionSearch({ first: broken, back: broken })).toEqual({});
  }
});

it('asks for any visit unless an action says more, and for nothing while a goal is not chosen', () => {
  expect(actionOf(undefined)).toEqual({ type: 'visit' });
  expect(actionOf('{"type":"goal"}')).toBeUndefined();
  expect(actionOf('{"type":"goal","value":"7"}')).toEqual({ type: 'goal', goal_id: 7 });
  expect(actionOf('{"type":"page","value":"/a","match":"is"}')).toEqual({
    type: 'page',
    filter: "ym:pv:URLPath=='/a'",
  });
});

it('offers the units and ways that the API knows, and names its bound', () => {
  expect([UNITS, MODES]).toEqual([RETENTION_UNITS, RETENTION_MODES]);
  for (const { tooLongText } of [en.retention, ru.retention]) {
    expect(tooLongText).toContain(String(MAX_RETENTION_INTERVALS));
  }
});
