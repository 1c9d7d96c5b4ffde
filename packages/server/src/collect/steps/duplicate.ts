/** Step: a hit that came before is counted and dropped [V12]; one that may have come before is noted [V31]. */
import { keyOf } from './hash.ts';
import { countNote, type Step } from './step.ts';

export const duplicate: Step = ({ hit, identity }, pass) => {
  if (hit.dedupeKey === '') return true;
  const key = keyOf(identity);
  if (pass.recent.has(key)) {
    countNote(pass, hit.counterId, 'duplicate');
    return false;
  }
  // A copy has the time of its first: what is later than all that is forgotten is no copy of it.
  if (hit.at <= pass.recent.forgottenUpTo) countNote(pass, hit.counterId, 'unchecked');
  pass.recent.add(key, hit.arrivedAt);
  return true;
};
