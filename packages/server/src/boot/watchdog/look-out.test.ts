import { expect, it } from 'vitest';
import { createBoard, readFrom, writeOn } from './board.ts';
import { createLookOut } from './look-out.ts';

const LIMIT_MS = 100;

/** A thread that has beaten once, and whose CPU time is said by the test. */
function thread(name: string, number: number) {
  const board = createBoard();
  const writer = writeOn(board);
  writer.introduce(number);
  writer.beat();
  return { name, main: name === 'main', board: readFrom(board), beat: () => writer.beat() };
}

it('[W18] goes on to watch the others where a thread has ended', () => {
  const times: Record<number, number | string> = { 1: 0, 2: 0, 3: 0 };
  const lookOut = createLookOut(LIMIT_MS, (number) => ({
    slack: 1,
    now() {
      const time = times[number] ?? 'ENOENT';
      if (typeof time === 'string') throw Object.assign(new Error(time), { code: time });
      return time;
    },
  }));
  const [main, ended, looping] = [thread('main', 1), thread('ended', 2), thread('looping', 3)];
  for (const one of [main, ended, looping]) lookOut.add(one);
  const look = () => lookOut.look()?.stuck.name ?? null;
  expect(look()).toBeNull();
  for (const gone of ['ENOENT', 'ESRCH']) {
    times[2] = gone;
    expect(look()).toBeNull();
  }
  main.beat();
  times[3] = LIMIT_MS + 1;
  expect([look(), lookOut.main()?.name]).toEqual(['looping', 'main']);
});

it('does not take another fault for an ended thread', () => {
  const lookOut = createLookOut(LIMIT_MS, () => ({
    slack: 1,
    now() {
      throw new Error('no number stands where the CPU time is');
    },
  }));
  lookOut.add(thread('main', 1));
  expect(() => lookOut.look()).toThrow('no number');
});
