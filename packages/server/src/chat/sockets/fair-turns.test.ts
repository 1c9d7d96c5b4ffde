/** Frames that many send at once: other work has its turn between them, or the watchdog would end the server. */
import { expect, it } from 'vitest';
import { startTestChat } from '../test-chat.ts';
import { arrive, type TestVisitor } from '../test-people.ts';

const SENDERS = 5;
const FRAMES = 20;

it('[C73] between two frames of one sender everybody else has their turn', async () => {
  const test = await startTestChat();
  const senders: TestVisitor[] = [];
  for (let one = 0; one < SENDERS; one++) senders.push(await arrive(test));
  for (const one of senders) {
    for (let index = 0; index < FRAMES; index++) one.write(`key-${index + 10_000}`, 'Hello');
    one.wire?.deliverUp();
  }
  const stored = (): number =>
    senders.flatMap(({ wire }) => wire?.down ?? []).filter((text) => text.startsWith('{"type":"stored"'))
      .length;
  let most = 0;
  for (let turn = 0; turn < SENDERS * FRAMES; turn++) {
    const before = stored();
    await new Promise((resolve) => setImmediate(resolve));
    most = Math.max(most, stored() - before);
  }
  expect(stored()).toBe(SENDERS * FRAMES);
  expect(most).toBeLessThanOrEqual(2 * SENDERS);
});
