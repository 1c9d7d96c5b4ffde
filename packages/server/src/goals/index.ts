/** Goals: their types, the automatic catalogue, and what of a hit reaches them. Pure. */
export { automaticEntriesFor, recognised, sameCondition, type AutomaticSettings } from './automatic-entry.ts';
export { CHAT_ENTRIES } from './automatic/chat.ts';
export { vendorEventOf, type VendorEvent } from './automatic/vendors.ts';
export type { CatalogueEntry, Language } from './automatic/entry.ts';
export { CATALOGUE, catalogueEntry, mayMakeGoal, displayName, storedName } from './catalogue.ts';
export { compileGoals, NO_MEMORY, type CompiledGoals, type GoalMemory, type LateReach } from './compile.ts';
export { activeSecondsOf, readDone } from './done/done.ts';
export { pagePlacesOf } from './price-places.ts';
export { pricedByOrder } from './commerce/priced-by-order.ts';
export { orderPriceOf, ordersOf, withoutRepeated, type SaidPrice } from './commerce/orders.ts';
export { readPromotions } from './commerce/read-promotions.ts';
export {
  readCommerce,
  type CommerceAction,
  type CommerceActionName,
  type Product,
} from './commerce/read-commerce.ts';
export { DICTIONARIES } from './fault-checks.ts';
export type { GoalDefinition } from './definition.ts';
export { GOAL_TYPES } from './registry.ts';
export { partFits } from './types/multi.ts';
export type { GoalConfig, GoalMatcher, GoalType } from './goal-type.ts';
export { concerns, type GoalFact, type VisitSoFar } from './fact.ts';
export { programOf, type Expressions } from './conditions.ts';
export { compilePattern, MAX_PROGRAM } from './patterns/pattern.ts';
export { foreignFaults, goalFaults, normaliseInput } from './validation.ts';
export { faultWords } from './words/fault-words.ts';
export { warningItems } from './words/warning-words.ts';
export { factsOf } from './steps/facts-of.ts';
export type { StepsTaken } from './steps/steps-taken.ts';
export { isAwaited, MAX_WAITING, placesAwaited } from './steps/waiting-hits.ts';
export { hostOf, isAmong, normalHost } from './links/host.ts';
export { indexHosts, plainHost } from './known-sites/host-index.ts';
export { subjectOf } from './subject.ts';
export { MESSENGERS } from './known-sites/messengers.ts';
export { SOCIAL_NETWORKS } from './known-sites/social-networks.ts';
export type { System } from './known-sites/system.ts';
