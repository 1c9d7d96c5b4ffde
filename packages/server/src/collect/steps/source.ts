/** Step: where the hit's page was come to from [V14]. */
import { sourceOf } from '../sources/index.ts';
import type { Step } from './step.ts';

export const source: Step = (draft, pass) => {
  const { hit, counter } = draft;
  draft.source = pass.shareSource(sourceOf(hit.landing.url, hit.landing.referrer, counter.config.hosts));
  return true;
};
