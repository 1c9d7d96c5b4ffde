import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createPacer, type Pacer } from './pacer.ts';

const GIB = 1024 ** 3;

function work(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

/** The event loop does something else all the time, as under a flood of hits. */
async function flood(pacer: Pacer): Promise<void> {
  const others = setInterval(() => work(3), 1);
  await pacer.aside(sleep(150));
  clearInterval(others);
}

async function pauseAfterWork(pacer: Pacer): Promise<number> {
  work(4);
  const startedAt = performance.now();
  await pacer.pause();
  return performance.now() - startedAt;
}

it('lets processing go on at once while hits leave room', async () => {
  const pacer = createPacer(() => 0);
  await pacer.aside(sleep(60));
  const pauses = [await pauseAfterWork(pacer), await pauseAfterWork(pacer), await pauseAfterWork(pacer)];
  expect(Math.min(...pauses)).toBeLessThan(2);
});

it('makes processing wait while hits want everything, the less the more waits', async () => {
  const small = createPacer(() => 0);
  await flood(small);
  expect(await pauseAfterWork(small)).toBeGreaterThan(40);
  const large = createPacer(() => 8 * GIB);
  await flood(large);
  expect(await pauseAfterWork(large)).toBeLessThan(40);
});

it('gives all the time back when the flood is over', async () => {
  const pacer = createPacer(() => 0);
  await flood(pacer);
  for (let i = 0; i < 5; i++) await pauseAfterWork(pacer);
  const pauses = [await pauseAfterWork(pacer), await pauseAfterWork(pacer), await pauseAfterWork(pacer)];
  expect(Math.min(...pauses)).toBeLessThan(2);
});
