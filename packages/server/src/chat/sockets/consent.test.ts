import { CONSENT_DEFAULTS, type ConsentMode } from '@goalpost/contract/consent';
import { expect, it } from 'vitest';
import { COUNTER, counterConfig, startTestChat } from '../test-chat.ts';
import { HELLO, settle } from '../test-wire.ts';

const OF_TODAY = `77${COUNTER}0`;

it.each<[ConsentMode, string[], boolean | undefined, string, false | undefined]>([
  ['cookies', [], undefined, HELLO.visitor, undefined],
  ['cookieless', [], undefined, OF_TODAY, undefined],
  ['cookieless', ['FR'], undefined, HELLO.visitor, undefined],
  ['ask', [], undefined, HELLO.visitor, false],
  ['ask', [], false, HELLO.visitor, false],
  ['ask', [], true, HELLO.visitor, undefined],
  ['ask', ['FR'], undefined, HELLO.visitor, undefined],
])(
  '[P40, P41] in the mode %s (countries: %j) with the word %j, the goal is of %s',
  async (mode, countries, consent, visitor, said) => {
    const test = await startTestChat();
    test.configs.set(COUNTER, counterConfig(COUNTER, { consent: { ...CONSENT_DEFAULTS, mode, countries } }));
    const wire = test.visitor();
    wire.send({ ...HELLO, consent });
    wire.deliverUp();
    await settle();
    wire.send({ type: 'offline', key: 'key-00001', text: 'Hello', contact: {} });
    wire.deliverUp();
    await settle();
    await test.chat.settled();
    expect(test.journaled.map((goal) => [goal.visitor, goal.context.consent])).toEqual([[visitor, said]]);
  },
);
