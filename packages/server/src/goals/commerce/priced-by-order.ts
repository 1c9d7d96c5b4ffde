/** Whether a reach has the price of an order that its hit tells of [G52, G86]. */
import type { GoalDefinition } from '../definition.ts';
import { factsOf } from '../steps/facts-of.ts';
import { readCommerce } from './read-commerce.ts';

/** @param commerce of the hit that reached the goal: a goal that looks at orders, or one that an action names */
export function pricedByOrder(goal: GoalDefinition, commerce: string): boolean {
  if (commerce === '') return false;
  const orders = readCommerce(commerce).filter(({ action }) => action === 'purchase');
  return (
    orders.some(({ goalId }) => goalId === goal.id) || (orders.length > 0 && factsOf(goal).has('commerce'))
  );
}
