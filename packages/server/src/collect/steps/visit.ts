/** Step: the visit that the hit joins or starts [V1–V9]; engagement starts none [V39]. */
import { addHit, openVisit } from '../visits/grow.ts';
import { visitToJoin } from '../visits/join.ts';
import { forgettingBound } from '../visits/memory.ts';
import type { Visit } from '../visits/visit.ts';
import { hashOf, idOf } from './hash.ts';
import type { Draft, Pass, Step } from './step.ts';

export const visit: Step = (draft, pass) => {
  const { hit, counter, source, client, robot } = draft;
  const { visitTimeout } = counter.config;
  const latest = counter.visits.latest(hit.visitor, robot);
  const joined = visitToJoin(latest, hit, source, visitTimeout);
  if (joined === null && hit.kind === 'engagement') return false;
  draft.visit = joined ?? open(draft, pass);
  addHit(draft.visit, hit, source, client);
  touch(draft, pass, draft.visit);
  return true;
};

function open(draft: Draft, pass: Pass): Visit {
  const { hit, counter, source, agent, client, robot } = draft;
  const opened = openVisit(hit, {
    id: idOf(hashOf(`${hit.counterId}:${hit.visitor}:${idOf(draft.identity)}:${pass.segment}`)),
    segment: pass.segment,
    source,
    agent,
    client,
    robot,
    past: robot ? null : pass.past(hit.counterId, hit.visitor),
  });
  const changed = counter.visits.open(opened, forgettingBound(pass.now, counter.config.visitTimeout));
  for (const later of changed) touch(draft, pass, later);
  return opened;
}

function touch({ hit }: Draft, pass: Pass, changed: Visit): void {
  if (changed.touchedBy === pass.segment) return;
  changed.touchedBy = pass.segment;
  pass.touched.push({ counterId: hit.counterId, visit: changed });
}
