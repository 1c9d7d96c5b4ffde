/** Step: a chat event that the page reports beside the server is the server's own, and counts once [C80]. */
import { CHAT_EVENT_PREFIX } from '@goalpost/contract/chat';
import type { Hit } from '../decode/hit.ts';
import { hashOf, keyOf } from './hash.ts';
import { countNote, type Step } from './step.ts';

/**
 * The page's hit says nothing of its conversation, and its time is that of another clock. Whichever of the two
 * comes first counts; of those that the server reports, each has a conversation of its own.
 */
export const echo: Step = ({ hit }, pass) => {
  if (hit.kind !== 'event' || !hit.identifier.startsWith(CHAT_EVENT_PREFIX)) return true;
  const [fromServer, fromPage] = [keyFor(hit, 'server'), keyFor(hit, 'page')];
  const isKnown = pass.recent.has(fromServer);
  const isEcho = hit.isServerEvent ? !isKnown && pass.recent.has(fromPage) : isKnown;
  if (hit.isServerEvent) pass.recent.add(fromServer, hit.arrivedAt);
  else if (!isKnown) pass.recent.add(fromPage, hit.arrivedAt);
  if (isEcho) countNote(pass, hit.counterId, 'duplicate');
  return !isEcho;
};

function keyFor({ counterId, visitor, identifier }: Hit, side: 'server' | 'page'): number {
  return keyOf(hashOf(`${side}:${counterId}:${visitor}:${identifier}`));
}
