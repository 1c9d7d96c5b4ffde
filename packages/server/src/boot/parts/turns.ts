/** Turns of persons, one thing at a time for each; of one process, a queue. */
import { createKeyedQueue } from '../../kit/nodes/keyed-queue.ts';
import type { Turns } from '../../kit/nodes/turn.ts';
import type { Part } from '../part.ts';

export const turns: Part<Turns> = { name: 'turns', open: () => createKeyedQueue() };
