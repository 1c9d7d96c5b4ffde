/** Step: a hit that came before is counted and dropped [V12]. */
import { keyOf } from './hash.ts';
import type { Step } from './step.ts';

export const duplicate: Step = ({ hit, identity }, pass) => {
  if (hit.dedupeKey === '') return true;
  const key = keyOf(identity);
  if (pass.recent.has(key)) {
    pass.duplicates.set(hit.counterId, (pass.duplicates.get(hit.counterId) ?? 0) + 1);
    return false;
  }
  pass.recent.add(key, hit.arrivedAt);
  return true;
};
