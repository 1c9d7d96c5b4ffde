import { expect, it } from 'vitest';
import { message } from '../client/test-client.ts';
import { seenAt } from './seen.ts';

const log = [
  message(1),
  message(2, { kind: 'operator' }),
  message(3, { kind: 'note' }),
  message(4, { kind: 'operator' }),
];

it('stands under the last message that the visitor has seen', () => {
  expect(seenAt(log, {}, 0)).toBeNull();
  expect(seenAt(log, { readByVisitor: 3 }, 0)).toBe(2);
  expect(seenAt(log, { readByVisitor: 3 }, 4)).toBe(4);
});

it('goes when the visitor has written since', () => {
  expect(seenAt([...log, message(5)], { readByVisitor: 5 }, 5)).toBeNull();
});
