/** Robots by agent string [V13]: to look costs more than all else at the door. */
import { isbot } from 'isbot';
import { remembering } from './recent.ts';

const REMEMBERED = 5_000;

export function createRobots(): (agent: string) => boolean {
  return remembering(REMEMBERED, (agent) => isbot(agent));
}
