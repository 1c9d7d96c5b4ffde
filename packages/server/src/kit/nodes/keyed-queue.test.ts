import { createKeyedQueue } from './keyed-queue.ts';
import { registerTurnContract } from './turn.contract.ts';

registerTurnContract(async () => {
  const turns = createKeyedQueue();
  return { nodes: [turns, turns], close: async () => undefined };
});
