/** Filters name known values by ids, labels and the field's names. A closed list refuses others [M28]. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEMS_OF_AGENTS } from '../collect/index.ts';
import { isProblem, problemBody } from '../kit/problem.ts';
import type { Dimension } from './dimension.ts';
import { knownValues } from './known-values.ts';
import { OPERATORS, type FilterOperator } from '@goalpost/contract/reports/filters';
import { prefixOfName } from '@goalpost/contract/reports/names';
import { parseRequest } from './parse/request.ts';
import { buildPlan } from './plan/build.ts';
import { OPERATORS_OF } from './plan/filter-values.ts';
import type { Plan } from './plan/plan.ts';
import { registry, REPORTS, DIMENSIONS as ALL } from './registry.ts';
import { inScope } from './scopes/test-scopes.ts';
import { counter, goal, NOW, startTestStat, type Params, type TestStat } from './test-stat.ts';
import { from, visit } from './test-visits.ts';

const DIMENSIONS = inScope('visits', ALL);
const GOALS = [goal(7, { name: 'Chat started' }), goal(8)];

const filled = ({ id }: Dimension): string =>
  `${prefixOfName(id)}${id.replace('<goal_id>', '7').replace('<attribution>', 'lastsign').replace('<group>', 'week')}`;

/** The plan's filter, or the refusal's text. */
function planned(filters: string): Plan['where'] | string {
  const request = parseRequest({ ids: '1', metrics: 'ym:s:visits', filters }, REPORTS);
  if (isProblem(request)) return problemBody(request).message;
  const plan = buildPlan(request, { counters: [counter()], goals: GOALS, now: NOW }, registry);
  return isProblem(plan) ? problemBody(plan).message : plan.where;
}

const quoted = (text: string): string => `'${text.replaceAll(/['\\]/g, String.raw`\$&`)}'`;
const condition = (dimension: Dimension, operator: string, text: string) =>
  planned(`${filled(dimension)}${operator}${operator.endsWith('.') ? `(${quoted(text)})` : quoted(text)}`);

const valuesOf = (found: Plan['where'] | string): unknown =>
  found !== null && typeof found === 'object' && found.kind === 'condition' ? found.values : found;

const CLOSED = DIMENSIONS.filter(({ known }) => known?.closed === true);
const SAME: readonly FilterOperator[] = ['==', '!=', '=.', '!.'];

const DAY_PARTS = ['DayOfWeek', 'DayOfMonth', 'Month'];
const partsOf = (moment: string, parts: readonly string[]) => parts.map((part) => moment + part);

const GOAL_CLASSES = ['SecondsToInterval', 'VisitsToInterval', 'DaysToInterval'];

it('the lists that are closed', () => {
  expect(CLOSED.map(({ id }) => id)).toEqual([
    'goal<goal_id>IsReached',
    'isGoalReached',
    ...GOAL_CLASSES.map((name) => `goal<goal_id>${name}`),
    ...GOAL_CLASSES.map((name) => `goal${name}`),
    'dayOfWeek',
    'dayOfMonth',
    'month',
    'hour',
    'minute',
    ...partsOf('browser', [...DAY_PARTS, 'Hour', 'Minute']),
    ...partsOf('firstVisit', [...DAY_PARTS, 'Hour', 'Minute']),
    ...partsOf('previousVisit', DAY_PARTS),
    '<attribution>TrafficSource',
    '<attribution>HasGCLID',
    'deviceCategory',
    'operatingSystemRoot',
    'regionCountry',
    'regionContinent',
    'browserCountry',
    'screenOrientation',
    'cookieEnabled',
    'javascriptEnabled',
    'thirdPartyCookieEnabled',
    'isTurboPage',
    'purchaseExistsVisit',
    'offlineCallMissed',
    'offlineCallFirstTimeCaller',
    'hasConversation',
    'conversationStart',
    'firstAnswerInterval',
    'isRobot',
    'isNewUser',
    'bounce',
    'pageViewsInterval',
    'visitDurationInterval',
    'originalBounce',
    'originalVisitDurationInterval',
    'userVisitsInterval',
    'userVisitsPeriodInterval',
    'daysSinceFirstVisitInterval',
    'daysSincePreviousVisitInterval',
  ]);
});

describe.each(DIMENSIONS.map((dimension) => [dimension.id, dimension] as const))('%s', (_id, dimension) => {
  it.each(OPERATORS)('%s', (operator) => {
    const told = condition(dimension, operator, 'qqq');
    const knows = OPERATORS_OF[dimension.kind].includes(operator);
    const closed = dimension.known?.closed === true || dimension.kind === 'item';
    if (!knows) expect(told).toContain('knows only the operators');
    else if (dimension.kind === 'number' && !SAME.includes(operator))
      expect(told).toContain('a number is needed');
    else if (closed) expect(told).toContain('"qqq" is none of the values known here: ');
    else if (dimension.kind === 'text') expect(valuesOf(told)).toEqual(['qqq']);
    else expect(told).toMatch(/is needed/);
  });

  it('every value by each of its names, in capitals too, by every operator that says a value', () => {
    for (const { id, spellings } of knownValues(dimension)) {
      for (const operator of SAME) {
        for (const spelling of operator === '==' ? spellings : [id]) {
          expect([spelling, valuesOf(condition(dimension, operator, spelling))]).toEqual([
            spelling,
            expect.arrayContaining([id]),
          ]);
          if (dimension.known?.closed === true && operator === '==')
            expect(valuesOf(condition(dimension, operator, spelling.toUpperCase()))).toEqual([id]);
        }
      }
    }
  });

  it('its twin that ends in Name is another name of it, where values have names', () => {
    const twin = `${filled(dimension)}Name`;
    const found = registry.dimensions.resolve(twin, {
      attribution: 'last',
      group: 'week',
      goalId: 7,
      currency: 'EUR',
    });
    const hasNames = dimension.label !== undefined || dimension.known !== undefined;
    expect(found === null ? null : typeof found === 'string' ? found : found.definition.id).toBe(
      hasNames ? dimension.id : null,
    );
  });
});

it('no name of a closed list means two of its values', () => {
  for (const dimension of CLOSED) {
    const all = knownValues(dimension).flatMap(({ spellings }) => [
      ...new Set(spellings.map((one) => one.toLowerCase())),
    ]);
    expect([dimension.id, all.filter((one, at) => all.indexOf(one) !== at)]).toEqual([dimension.id, []]);
  }
});

it('a refusal names the values, and not without end', () => {
  const few = condition(
    DIMENSIONS.find(({ id }) => id === 'deviceCategory')!,
    '==',
    'watch',
  );
  expect(few).toBe(
    'filters, character 22: "watch" is none of the values known here: desktop (PC), mobile (Smartphones), tablet (Tablets), tv (TV)',
  );
  const many = condition(
    DIMENSIONS.find(({ id }) => id === 'regionCountry')!,
    '==',
    'Atlantis',
  );
  expect(String(many)).toMatch(/AC \(Ascension Island\).*…$/);
  expect(String(many).length).toBeLessThan(2_000);
});

it('goals are known by number and by name', () => {
  const byGoal = DIMENSIONS.find(({ id }) => id === 'goal')!;
  expect(valuesOf(condition(byGoal, '==', 'chat started'))).toEqual(['7']);
  expect(condition(byGoal, '!=', '9')).toContain(
    '"9" is none of the values known here: 7 (Chat started), 8 (Goal 8)',
  );
});

it('systems of the agents’ parser are all on the list', () => {
  for (const os of ['Windows', 'macOS', 'iOS', 'Android', 'Linux', 'ChromeOS', 'webOS', 'Xbox', 'Tizen'])
    expect(SYSTEMS_OF_AGENTS).toContain(os);
});

describe('over visits', () => {
  let stat: TestStat;
  beforeAll(async () => {
    stat = await startTestStat();
    await stat.add(
      visit({ device_category: 'mobile', country: 'RU', ...from('organic', 'mailru') }),
      visit({ device_category: 'desktop', country: 'DE', ...from('email', 'mailru_mail') }),
      visit({ device_category: 'desktop', country: '', ...from('organic', 'my-own-engine') }),
      visit({ is_robot: true, device_category: '', country: 'TV' }),
    );
  });
  afterAll(() => stat.close());

  const count = async (filters: string, more: Params = {}) =>
    (await stat.data({ metrics: 'ym:s:visits', filters, ...more })).totals[0];

  it.each([
    ["ym:s:deviceCategory=='1'", 2],
    ["ym:s:deviceCategory=='Smartphones'", 1],
    ["ym:s:deviceCategoryName=='Смартфоны'", 1],
    ["ym:s:deviceCategory=.('PC','2')", 3],
    ["ym:s:deviceCategory!.('PC','2')", 0],
    ["ym:s:regionCountry=='225'", 1],
    ["ym:s:regionCountryName!='Россия'", 2],
    ["ym:s:regionCountry=='germany'", 1],
    ["ym:s:regionCountry==''", 1],
    ["ym:s:regionCountry=@'Герман'", 1],
    ["ym:s:regionCountry=~'^(Rus|Ger)'", 2],
    ["ym:s:regionCountry!~'^(Rus|Ger)'", 1],
    ["ym:s:regionCountry=*'*many'", 1],
    ["ym:s:trafficSource=='Search engine traffic'", 2],
    ["ym:s:lastsignTrafficSourceName=='Переходы из поисковых систем'", 2],
    ["ym:s:trafficSource=='7'", 1],
    ["ym:s:trafficSource=='saved'", 0],
    ["ym:s:sourceEngine=='Mail.ru'", 2],
    ["ym:s:sourceEngine!='Mail.ru'", 1],
    ["ym:s:searchEngineRoot=='mail'", 1],
    ["ym:s:searchEngine=@'own'", 1],
    ["ym:s:isRobot=='Robots'", 1],
    ["ym:s:isRobot=='Люди'", 3],
    ["ym:s:month=='March'", 3],
    ["ym:s:dayOfWeek=='вторник'", 3],
    ["ym:s:hour>='9'", 3],
  ])('%s chooses %i', async (filters, visits) => {
    expect(await count(filters)).toBe(visits);
  });

  it('the twin of a dimension is shown as the dimension', async () => {
    const answer = await stat.data({ metrics: 'ym:s:visits', dimensions: 'ym:s:deviceCategoryName' });
    expect(answer.query['dimensions']).toEqual(['ym:s:deviceCategory']);
    expect(answer.data[0]?.dimensions).toEqual([{ id: 'desktop', name: 'PC' }]);
  });
});
