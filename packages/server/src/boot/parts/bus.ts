/** Signals between nodes; of one process, within it. */
import { type Bus, createLocalBus } from '../../kit/nodes/bus.ts';
import type { Part } from '../part.ts';

export const bus: Part<Bus> = {
  name: 'bus',
  open: ({ log }) => createLocalBus((error) => log.error({ err: error }, 'What heard a signal failed.')),
};
