/** Files for the chat: names and types that lie, and beginnings of every kind with broken ends. */
import fc from 'fast-check';
import { brokenText } from '../../../packages/server/src/kit/test-broken.ts';
import { ask, saidOf, type Ask } from '../ask.ts';
import type { Target } from '../target.ts';

const text = brokenText(3_000);
const BEGINNINGS = [
  '',
  '89504e470d0a1a0a',
  'ffd8ff',
  '474946383961',
  '52494646',
  '255044462d',
  '504b0304',
  'd0cf11e0',
  'feff',
  '00',
];
const content = fc
  .tuple(
    fc.constantFrom(...BEGINNINGS),
    fc.oneof(
      text.map((some) => Buffer.from(some)),
      fc.uint8Array({ maxLength: 5_000 }),
    ),
  )
  .map(([beginning, rest]) => Buffer.concat([Buffer.from(beginning, 'hex'), rest]));
const name = fc.oneof(
  text,
  text.map((some) => encodeURIComponent(some.toWellFormed())),
  text.map((some) => `${some}.png`),
);

export const uploads: Target = {
  name: 'uploads',
  inputs: (world) =>
    fc
      .record({
        name,
        content,
        secret: fc.oneof({ weight: 5, arbitrary: fc.constant(world.secret) }, { weight: 1, arbitrary: text }),
        operator: fc.boolean(),
        type: text,
      })
      .map(({ name: named, content: sent, secret, operator, type }) => {
        const path = operator
          ? `/api/v1/counters/${world.counter}/chat/files`
          : `/chat/v1/files/${world.counter}`;
        const who = operator
          ? { authorization: `OAuth ${world.token}` }
          : { 'x-goalpost-chat-secret': secret };
        const headers = {
          ...who,
          'x-goalpost-file-name': named.slice(0, 20_000),
          'content-type': type.slice(0, 200),
        };
        const one: Ask = { method: 'POST', path, headers, body: sent };
        return { said: saidOf(one), send: () => ask(world, one) };
      }),
};
