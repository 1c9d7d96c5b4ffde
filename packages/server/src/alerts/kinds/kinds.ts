/** Every kind of alert; one line adds one. */
import type { AlertKindId } from '@goalpost/contract/notices';
import { chatUnanswered } from './chat-unanswered.ts';
import { conversionRate } from './conversion-rate.ts';
import { goalMade } from './goal-made.ts';
import { goalStopped } from './goal-stopped.ts';
import type { AlertKind } from './kind.ts';
import { tagSilent } from './tag-silent.ts';
import { trafficDrop } from './traffic-drop.ts';
import { trafficSpike } from './traffic-spike.ts';

export const KINDS: readonly AlertKind[] = [
  tagSilent,
  goalStopped,
  conversionRate,
  trafficSpike,
  trafficDrop,
  chatUnanswered,
  goalMade,
];

export function kindOf(id: AlertKindId): AlertKind {
  const kind = KINDS.find((one) => one.id === id);
  if (kind === undefined) throw new Error(`There is no kind of alert ${id}.`);
  return kind;
}
