/** What one node tells reaches connections of another, each as it is meant for them. */
import type { OperatorEvent } from '@goalpost/contract/chat';
import { expect, it } from 'vitest';
import { type Bus, createLocalBus } from '../kit/nodes/bus.ts';
import { createHub, type HubSignal, type OperatorOutlet } from './hub.ts';

const COUNTER = 7;

/** Two nodes that share nothing but what their bus carries as JSON. */
function twoNodes() {
  const bus: Bus = createLocalBus((error) => {
    throw error;
  });
  const channel = bus.channel<HubSignal>('chat');
  return [0, 1].map(() =>
    createHub({
      publish: (counterId, signal) => channel.publish(counterId, JSON.parse(JSON.stringify(signal))),
      subscribe: channel.subscribe,
    }),
  ) as [ReturnType<typeof createHub>, ReturnType<typeof createHub>];
}

function operator(accountId: string, counterId = COUNTER) {
  const got: OperatorEvent[] = [];
  const outlet: OperatorOutlet = {
    accountId,
    mayRead: (id) => id === counterId,
    roleOn: (id) => (id === counterId ? 'edit' : null),
    canAnswer: true,
    mayAnswer: () => true,
    watchesPeople: false,
    counters: () => [counterId],
    recheck: () => Promise.resolve(true),
    sendText: (text) => void got.push(JSON.parse(text) as OperatorEvent),
  };
  return { outlet, got };
}

const called = (by: string): OperatorEvent => ({ type: 'called', conversationId: 'c', by });

it('tells each operator in their own way, on whichever node', () => {
  const [one, other] = twoNodes();
  const [ann, bob, cat, stranger] = [operator('ann'), operator('bob'), operator('cat'), operator('bob', 8)];
  one.addOperator(ann.outlet);
  for (const { outlet } of [bob, cat, stranger]) other.addOperator(outlet);
  one.toEachOperator(COUNTER, {
    named: [
      ['ann', called('for ann')],
      ['bob', called('for bob')],
    ],
    others: called('for others'),
  });
  expect([ann.got, bob.got, cat.got, stranger.got]).toEqual([
    [called('for ann')],
    [called('for bob')],
    [called('for others')],
    [],
  ]);
});

it('leaves out the connection that gets an answer of its own, on its own node alone', () => {
  const [one, other] = twoNodes();
  const [here, there] = [operator('ann'), operator('ann')];
  one.addOperator(here.outlet);
  other.addOperator(there.outlet);
  one.toOperators(COUNTER, called('x'), { except: here.outlet });
  one.toAccount('ann', called('y'));
  expect([here.got, there.got]).toEqual([[called('y')], [called('x'), called('y')]]);
});
