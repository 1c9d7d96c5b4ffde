/** Step: browser, system and kind of device, from the agent string. */
import type { Step } from './step.ts';

export const device: Step = (draft, pass) => {
  draft.agent = pass.readAgent(draft.hit.agent);
  return true;
};
