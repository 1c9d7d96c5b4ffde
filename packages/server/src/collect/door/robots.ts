/** Robots by agent string [V13], remembered: looking costs more than all else at the door. */
import { isbot } from 'isbot';
import { LRUCache } from 'lru-cache';

const REMEMBERED = 5_000;

export function createRobots(): (agent: string) => boolean {
  const known = new LRUCache<string, boolean>({ max: REMEMBERED });
  return (agent) => {
    let robot = known.get(agent);
    if (robot === undefined) {
      robot = isbot(agent);
      known.set(agent, robot);
    }
    return robot;
  };
}
