/** Collection: hits at the door, the journal, the pipeline, and how it all fares. */
export type { LiveHit } from './run/batch.ts';
export { createCollection } from './collection.ts';
export type { Collection, CollectionStats } from './collection-port.ts';
export {
  type CounterConfig,
  NO_CHOICES,
  NO_OWN_VISITS,
  type OtherChatChoices,
  type OwnVisits,
} from './state/counter-config.ts';
export { isOfOneDay } from './door/visitor.ts';
export { isRange, type OwnVisitLink } from './door/own-visits.ts';
export type { Forgotten } from './run/forget.ts';
export type { TagSeen } from './health/health.ts';
export { unboundedAddresses } from './door/private-address.ts';
export { openPlace, type Place } from './door/place.ts';
export type { HitRecord } from './journal-record.ts';
export { JournalUnavailable } from './journal/journal.ts';
export { createPipeline, STEPS } from './pipeline.ts';
export {
  type AutomaticGoals,
  type ClosedDays,
  type CounterDirectory,
  type PastVisits,
  type Source,
  type TrafficSource,
  type VisitorHistory,
} from './ports.ts';
export { readRows } from './encode/read-rows.ts';
export type { RefusedTrial } from './door/watch-handler.ts';
export type { HitKind, HitRow, VisitRow } from './rows.ts';
export { createRecount, type Recount, type RecountSettings, type StoredHit } from './recount/index.ts';
export type { PutEvent, ServerEvent } from './server-event.ts';
export { markOf, parametersOf, SYSTEM_NAMES, SYSTEM_WORDS, sourceOf } from './sources/index.ts';
export { SYSTEMS_OF_AGENTS } from './steps/device/names.ts';
export { isMoney } from './decode/price/currency.ts';
export { readPriceText } from './decode/price/placed.ts';
export { amountOf, readPrice, type GivenPrice } from './decode/price/price.ts';
export { worthOf } from './decode/price/worth.ts';
export { MAX_BEHAVIOUR_REACHES, MAX_REACHES } from './visits/reach.ts';
export type { Reach } from './visits/visit.ts';
export type { StalledRecord } from './run/stalled-record.ts';
export type { Step } from './steps/step.ts';
export { createAgentReader } from './steps/device/agent.ts';
export { openJournalFolder } from './journal/folder.ts';
export { endOfWholeBlocks } from './journal/whole-blocks.ts';
