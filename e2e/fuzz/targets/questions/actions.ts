/** Actions and steps of funnels, retention and journeys as JSON, mostly of the right shape. */
import fc from 'fast-check';

const odd = fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e308, '', [], {}, '\ud800', '__proto__', [
  [[]],
]);
const rarelyOdd = (usual: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 30, arbitrary: usual }, { weight: 1, arbitrary: odd });
const ODD_JSON = [
  '[',
  '{',
  'null',
  '[]',
  '{}',
  '[null]',
  '1',
  '"a"',
  '[1,2]',
  '{"__proto__":{}}',
  '[{},{}]',
  'NaN',
];

interface Actions {
  readonly action: fc.Arbitrary<string>;
  readonly steps: fc.Arbitrary<string>;
}

export function actionsOf(filters: fc.Arbitrary<string>, goal: number): Actions {
  const filter = fc.oneof(
    {
      weight: 12,
      arbitrary: fc.constantFrom("ym:pv:URLPath=@'cart'", "ym:s:browser=='Chrome'", "ym:pv:title!@'a'"),
    },
    { weight: 2, arbitrary: filters },
    { weight: 1, arbitrary: odd },
  );
  const value = rarelyOdd(
    fc
      .oneof(
        fc.record({ type: fc.constant('page'), filter }, { requiredKeys: ['type'] }),
        fc.record(
          { type: fc.constant('event'), name: rarelyOdd(fc.constantFrom('order_sent', 'a')), filter },
          { requiredKeys: ['type'] },
        ),
        fc.record({ type: fc.constant('download'), filter }, { requiredKeys: ['type'] }),
        fc.record(
          { type: fc.constant('goal'), goal_id: rarelyOdd(fc.constant(goal)), filter },
          { requiredKeys: ['type', 'goal_id'] },
        ),
        fc.record(
          { type: fc.constant('chat'), began: rarelyOdd(fc.constantFrom('visitor', 'operator')), filter },
          { requiredKeys: ['type'] },
        ),
      )
      .map((one): unknown => one),
  );
  const step = fc
    .tuple(value, fc.option(rarelyOdd(fc.boolean()), { nil: undefined }))
    .map(([one, directly]) =>
      typeof one === 'object' && one !== null && !Array.isArray(one) && directly !== undefined
        ? { ...one, directly }
        : one,
    );
  const broken = fc.constantFrom(...ODD_JSON);
  const many = fc
    .tuple(fc.constantFrom(11, 1_000, 20_000), value)
    .map(([times, one]) => JSON.stringify(Array(times).fill(one)));
  return {
    action: fc.oneof(
      { weight: 30, arbitrary: value.map((one) => JSON.stringify(one)) },
      { weight: 1, arbitrary: broken },
    ),
    steps: fc.oneof(
      {
        weight: 30,
        arbitrary: fc.array(step, { minLength: 2, maxLength: 10 }).map((all) => JSON.stringify(all)),
      },
      { weight: 1, arbitrary: fc.oneof(broken, many) },
    ),
  };
}
