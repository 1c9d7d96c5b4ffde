/** Step: browser, system and kind of device from the agent string, and what the browser says of itself. */
import type { Step } from './step.ts';

export const device: Step = (draft, pass) => {
  draft.agent = pass.readAgent(draft.hit.agent);
  draft.client = pass.shareClient(draft.hit.client);
  return true;
};
