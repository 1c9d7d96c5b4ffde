/** Presets of the field: each is answered, or refused by a sentence. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { registry } from '../registry.ts';
import { counter, goal, startTestStat, type TestStat } from '../test-stat.ts';
import { hit, reaches, visit } from '../test-visits.ts';

/** As the field's public reference lists them. */
const FIELD = `traffic conversion hourly sources_summary search_engines sources_search_phrases sources_sites
sources_social sources_messenger sources_recommend adv_engine tags_u_t_m tags_openstat tags_from tags_gclid
visits_by_client_user_id visits_by_user_param geo_country age gender age_gender interests2 deepness_depth
deepness_time loyalty_newness loyalty_period loyalty_recency loyalty_visits popular content_entrance content_exit
titles url_params downloads content_visit_params event_params goal_params content_user_params turbo_pages turbo_app
tech_browsers tech_platforms tech_devices tech_display tech_display_groups resolution_map tech_cookies
tech_third_party_cookies tech_java_script top_products top_brands basket purchase coupon basket_products product_list
promo_campaigns ecom_funnel offline_calls_sources offline_calls_quality`.split(/\s+/);
const UNKNOWN = ['age', 'age_gender', 'ecom_funnel', 'gender', 'interests2', 'turbo_app'];

let stat: TestStat;
beforeAll(async () => {
  stat = await startTestStat();
  stat.counters = [counter({})];
  stat.goals = [goal(1, { favorite: true })];
  const one = visit({ ...reaches([1, 5, 'EUR']), params: '[{"a":{"b":1}}]', gclid: true });
  await stat.add(one, visit({ is_robot: true }));
  await stat.addHits(
    hit(one, { title: 'Hats', url: 'https://shop.example/hats?q=red' }),
    hit(one, { kind: 'event', identifier: 'buy', params: '{"size":2}', goal_ids: [1] }),
    hit(one, { kind: 'download', url: 'https://shop.example/price.pdf' }),
    hit(one, { kind: 'params', user_params: '{"plan":"pro"}' }),
    hit(one, { purchases: [{ id: 'T', coupon: 'SALE', revenue: 5, currency: 'EUR' }] }),
  );
});
afterAll(() => stat.close());

it('[M58] knows all but those of what cannot be known', () => {
  const known = new Set(registry.reports.map(({ id }) => id));
  expect(FIELD.filter((id) => !known.has(id)).toSorted()).toEqual(UNKNOWN);
});

it('has each preset once', () => {
  const ids = registry.reports.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

const params = { currency: 'EUR', group: 'week' };

it.each(registry.reports.map(({ id }) => id))('[M58] %s', async (preset) => {
  const { totals } = await stat.data({ ...params, preset });
  expect(totals.length).toBeGreaterThan(0);
});

it.each([
  ['popular', '/hats'],
  ['titles', 'Hats'],
  ['url_params', 'q'],
  ['downloads', '/price.pdf'],
  ['content_visit_params', 'a'],
  ['event_params', 'size'],
  ['goal_params', 'Goal 1'],
  ['content_user_params', 'plan'],
  ['visits_by_user_param', 'plan'],
  ['purchase', 'T'],
  ['coupon', 'SALE'],
])('[M58] %s shows %s', async (preset, first) => {
  const { data } = await stat.data({ ...params, preset });
  expect(data.map((row) => row.dimensions[0]?.name)).toContain(first);
});

it.each(['age', 'gender', 'age_gender', 'interests2'])(
  '[M58] %s cannot be known here, and the refusal says why',
  async (preset) => {
    expect(await stat.refusal({ ...params, preset })).toMatchObject({
      code: 400,
      message: `preset: report "${preset}" cannot be known here: age, gender and interests of visitors are not collected`,
    });
  },
);
