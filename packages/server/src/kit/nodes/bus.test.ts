import { createLocalBus } from './bus.ts';
import { registerBusContract } from './bus.contract.ts';

registerBusContract(async () => {
  const errors: unknown[] = [];
  const bus = createLocalBus((error) => errors.push(error));
  return { nodes: [bus, bus], arrived: async () => undefined, errors, close: async () => undefined };
});
