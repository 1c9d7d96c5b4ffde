/** Which modules the tag of a counter has: the owner's choices over what the contract says. */
import {
  TAG_MODULE_NAMES,
  TAG_MODULES,
  TAG_SWITCHES,
  type TagModule,
  type TagSwitch,
} from '@goalpost/contract/tag-modules';
import type { CounterRecord } from './counter.ts';

type Chosen = Pick<CounterRecord, 'tagModules'>;

/** As the API shows them. */
export function tagSwitchesOf({ tagModules }: Chosen): Record<TagSwitch, boolean> {
  const states = TAG_SWITCHES.map((name) => [name, tagModules[name] ?? TAG_MODULES[name].on]);
  return Object.fromEntries(states) as Record<TagSwitch, boolean>;
}

/** All but the chat and what consent brings, whose own settings say whether it is on. */
export function tagModulesOf(counter: Chosen): TagModule[] {
  const switches: Partial<Record<TagModule, boolean>> = tagSwitchesOf(counter);
  return TAG_MODULE_NAMES.filter((name) => switches[name] ?? TAG_MODULES[name].on);
}
