/** A hit at the beginning of its way through the steps. */
import type { CounterState } from '../state/counter-state.ts';
import type { Hit } from '../decode/hit.ts';
import type { FoundSource } from '../sources/index.ts';
import type { Visit } from '../visits/visit.ts';
import type { Client } from './client.ts';
import type { Agent } from './device/agent.ts';
import type { Hash } from './hash.ts';
import { type Draft, NO_COMMERCE } from './step.ts';

export function createDraft(hit: Hit, identity: Hash, counter: CounterState): Draft {
  return {
    hit,
    identity,
    counter,
    robot: hit.robot && counter.config.filterRobots,
    // Each is set by its step before any later step reads it: the order of the list says so.
    agent: undefined as unknown as Agent,
    client: undefined as unknown as Client,
    source: undefined as unknown as FoundSource,
    visit: undefined as unknown as Visit,
    reaches: [],
    commerce: NO_COMMERCE,
  };
}
