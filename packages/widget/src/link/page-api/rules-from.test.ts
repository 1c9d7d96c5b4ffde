/** Rules that a page sets by script. */
import { expect, it } from 'vitest';
import { rulesFrom } from './rules-from.ts';

const time = { on: 'time_on_page', atLeast: 5 };
const online = { on: 'online', is: true };
const conditionsOf = (rule: object) =>
  rulesFrom([{ text: 'Hello', conditions: [time], ...rule }])?.map(({ conditions }) => conditions);

it('[C86] a rule that invites to talk waits for an operator who is online', () => {
  expect(conditionsOf({})).toEqual([[time, online]]);
  expect(conditionsOf({ action: 'open' })).toEqual([[time, online]]);
});

it('[C86] a rule that says what is to be so, or asks nobody to talk, stays as it is', () => {
  const offline = { on: 'online', is: false };
  expect(conditionsOf({ conditions: [time, offline] })).toEqual([[time, offline]]);
  expect(conditionsOf({ action: 'offline_form' })).toEqual([[time]]);
  expect(conditionsOf({ join: 'any' })).toEqual([[time]]);
});
