/** Step: the hit's row, and its line in the live feed. */
import type { Step } from './step.ts';

export const rows: Step = (draft, pass) => {
  const { hit, reaches, visit } = draft;
  pass.hits.add(draft);
  pass.live.push({
    counterId: hit.counterId,
    visitor: hit.visitor,
    at: hit.arrivedAt,
    kind: hit.kind,
    url: hit.url,
    identifier: hit.identifier,
    goals: reaches.map(({ goalId }) => goalId),
    robot: hit.robot,
    ...(hit.thread === '' || hit.isServerEvent ? {} : { thread: hit.thread }),
    source: visit.source.trafficSource,
    ...(draft.tried === undefined ? {} : { tried: draft.tried }),
  });
  return true;
};
