/** Goal type `params`: a hit whose params hold a value [G54]. */
import type { Condition } from '@goalpost/contract/goals';
import { anyOf, patternTest, type Test } from '../conditions.ts';
import type { GoalFact } from '../fact.ts';
import { defineGoalType } from '../goal-type.ts';
import { isJsonObject, textOf } from '../done/json.ts';

/** As deep as params may be [W6]. */
const MAX_LEVELS = 10;

/** The values at a path; each element of a list stands at the path of the list. A key may hold points itself. */
function valuesAt(value: unknown, levels: readonly string[]): readonly string[] {
  if (Array.isArray(value)) return (value as readonly unknown[]).flatMap((one) => valuesAt(one, levels));
  if (levels.length === 0) return isJsonObject(value) || value === null ? [] : [textOf(value)];
  if (!isJsonObject(value)) return [];
  return levels.flatMap((_, place) => {
    const key = levels.slice(0, place + 1).join('.');
    return Object.hasOwn(value, key) ? valuesAt(value[key], levels.slice(place + 1)) : [];
  });
}

function testOf({ type, url, path = '' }: Condition): Test {
  const levels = path.trim().split('.').slice(0, MAX_LEVELS);
  if (type === 'regexp') return patternTest(url, ({ params }) => valuesAt(params(), levels));
  if (type === 'exact') return ({ params }) => valuesAt(params(), levels).includes(url);
  if (type !== 'contain') return () => false;
  return ({ params }) => valuesAt(params(), levels).some((value) => value.includes(url));
}

const carried = (params: unknown): GoalFact => ({ kind: 'params', params: JSON.stringify(params) });
const at = (path: string, type: Condition['type'], url: string) => ({
  conditions: [{ type, url, path }],
  steps: [],
});

export const params = defineGoalType({
  id: 'params',
  compile: ({ conditions }) => anyOf(conditions.map(testOf)),
  identifiers: () => null,
  examples: [
    {
      goal: at('order.pay', 'exact', 'card'),
      yes: [
        carried({ order: { pay: 'card' } }),
        carried([{ order: { pay: ['cash', 'card'] } }]),
        carried({ 'order.pay': 'card' }),
        { kind: 'view', url: 'https://shop.example/', params: '{"order":{"pay":"card"}}' },
        { kind: 'event', identifier: 'sent', params: '{"order":{"pay":"card"}}' },
      ],
      no: [carried({ order: { pay: 'cards' } }), carried({ order: 'card' }), carried({ pay: 'card' })],
    },
    {
      goal: at('step', 'contain', 'pay'),
      yes: [carried({ step: 'to pay' })],
      no: [carried({ step: 'Pay' }), carried({ step: { pay: 1 } })],
    },
    {
      goal: at('total', 'regexp', '^[1-9]\\d{3}$'),
      yes: [carried({ total: 1999 }), carried({ total: '5000' })],
      no: [carried({ total: 999 }), carried({ sum: 1999 })],
    },
    {
      goal: at('id', 'exact', '12345678901234567890'),
      yes: [{ kind: 'params', params: '{"id":12345678901234567890}' }],
      no: [{ kind: 'params', params: '{"id":12345678901234567891}' }],
    },
  ],
});
