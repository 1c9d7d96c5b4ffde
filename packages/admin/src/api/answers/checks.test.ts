/** Answers before the first screen are shown unchecked, and none of them stays so. */
import { expect, it } from 'vitest';
import { deferChecks, readBy } from './checks.ts';

const shape = {
  parse(answer: unknown): number {
    if (typeof answer !== 'number') throw new TypeError('not a number');
    return answer + 0.5;
  },
};
let loads = 0;
const page = new EventTarget();
const read = readBy(
  async () => {
    loads += 1;
    return shape;
  },
  (found) => found,
  page,
);

it('checks at once where nothing waits for a first screen', async () => {
  expect(await read(1)).toBe(1.5);
  await expect(read('1')).rejects.toThrow('not a number');
});

it('gives answers as they came until the first screen stands, then fails where one was broken', async () => {
  const checkAll = deferChecks(page);
  loads = 0;
  expect(await read(1)).toBe(1);
  expect(await read('broken')).toBe('broken');
  expect(loads).toBe(0);
  await expect(checkAll()).rejects.toThrow('not a number');
  expect(loads).toBe(2);
  await expect(read('broken')).rejects.toThrow('not a number');
});

it('is content with whole answers', async () => {
  const checkAll = deferChecks(page);
  expect(await read(2)).toBe(2);
  await expect(checkAll()).resolves.toBeUndefined();
  expect(await read(2)).toBe(2.5);
});

it('checks at once where there is no page', async () => {
  const alone = readBy(
    async () => shape,
    (found) => found,
    undefined,
  );
  expect(await alone(3)).toBe(3.5);
});
