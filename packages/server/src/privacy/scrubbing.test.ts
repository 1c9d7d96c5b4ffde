/** What was deleted leaves the files once no other program reads them. */
import { expect, it } from 'vitest';
import { createScrubbing } from './scrubbing.ts';

function scrubbing(...answers: readonly (boolean | Error)[]) {
  const left = [...answers];
  const warnings: string[] = [];
  const scrub = async (): Promise<boolean> => {
    const answer = left.shift() ?? true;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const made = createScrubbing(scrub, {
    warn: (_fields, message) => void warnings.push(message),
    error: () => undefined,
  });
  return { ...made, warnings, asked: () => answers.length - left.length };
}

it('[P50] is done at the start, as a kill may have come between, and then only where something is owed', async () => {
  const { resume, owe, asked, warnings } = scrubbing(true, true, true);
  for (const _ of [1, 2, 3]) await resume();
  expect(asked()).toBe(1);
  await owe();
  await resume();
  expect([asked(), warnings]).toEqual([2, []]);
});

it('[P50] is put off and tried again, without a line of the log each time, until it is done', async () => {
  const { resume, owe, asked, warnings } = scrubbing(true, false, false, true, true);
  await resume();
  await owe();
  await resume();
  expect([asked(), warnings.length]).toEqual([3, 1]);
  await resume();
  await resume();
  expect(asked()).toBe(4);
});

it('[P50] that fails is owed still, and fails no erasure', async () => {
  const { owe, resume, asked, warnings } = scrubbing(new Error('The disk is full.'), true);
  await owe();
  expect(warnings[0]).toContain('has not left');
  await resume();
  await resume();
  expect(asked()).toBe(2);
});
