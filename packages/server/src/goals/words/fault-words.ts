/** What the API says of each fault of a goal. */
import type { GoalFault, GoalFaultCode } from '@goalpost/contract/goals';

const WORDS: Readonly<Record<GoalFaultCode, (values: GoalFault['values']) => string>> = {
  conditions_missing: () => 'at least one condition is needed',
  too_many_conditions: ({ max }) => `at most ${max} conditions`,
  operator_unknown: () => 'goals of this type do not compare so',
  value_empty: () => 'the value must not be empty',
  value_too_long: ({ max }) => `at most ${max} characters`,
  characters_forbidden: ({ characters }) => `an identifier has none of ${characters}`,
  characters_missing: ({ characters }) => `the value needs at least one of ${characters}`,
  path_missing: () => 'a path into the params is needed',
  path_unreadable: () => 'no path of an element, such as `#order>div:2>button`',
  value_unlisted: () => 'the value is none of the ids that the API lists',
  pattern_invalid: ({ message }) => `not a regular expression that can be used: ${message}`,
  pattern_too_slow: () =>
    'the expression would take too long: use fewer or smaller repeats, or several conditions',
  patterns_too_large: () => 'the expressions of the goal are too large together',
  steps_count: ({ min, max }) => `a multi-step goal has ${min} to ${max} steps`,
  parts_count: ({ min, max }) => `a goal of several conditions has ${min} to ${max} of them`,
  parts_both: () => 'a goal has either `any` or `all`, not both',
  part_only_all: () =>
    'a device or a source counts by itself only with `all`: in `any` each hit would meet it',
  states_apart: () =>
    'no visit can have all of these devices or sources at once: put those that may be into one condition',
  range_missing: () => 'a lower or an upper end is needed',
  range_empty: ({ min }) => `no price is at least ${min} and less: the upper end must not be below it`,
  whole_range: ({ min, max }) => `a whole number from ${min} to ${max} is needed`,
  field_foreign: () => 'goals of this type do not have it',
  price_path_unreadable: () => 'levels are joined by single points, such as order.total',
  price_attribute_unreadable: () => 'the name of a data attribute is needed, such as data-price',
  price_selector_unreadable: () => 'a CSS selector that every browser takes is needed, such as #order .total',
  step_automatic: () => 'an automatic goal cannot be a step of a multi-step goal',
};

export function faultWords({ code, values }: GoalFault): string {
  return WORDS[code](values);
}
