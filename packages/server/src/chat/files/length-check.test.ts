import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { withCheckedLength } from './length-check.ts';

const of = (...pieces: readonly string[]): Readable => Readable.from(pieces.map((one) => Buffer.from(one)));

it('lets through what has the length that was promised', async () => {
  expect((await buffer(withCheckedLength(of('one', 'two'), 6))).toString()).toBe('onetwo');
  expect(await buffer(withCheckedLength(of(), 0))).toHaveLength(0);
});

it('fails where there is less, or more, and sends nothing beyond', async () => {
  await expect(buffer(withCheckedLength(of('one'), 4))).rejects.toThrow('3, not 4.');
  const sent: string[] = [];
  const stream = withCheckedLength(of('one', 'two'), 5);
  stream.on('data', (piece: Buffer) => sent.push(piece.toString()));
  await expect(new Promise((_, reject) => stream.on('error', reject))).rejects.toThrow('6, not 5.');
  expect(sent).toEqual(['one']);
});

it('passes on an error of the source, and lets go of it when nobody reads on', async () => {
  const broken = of('one');
  broken.destroy(new Error('gone'));
  await expect(buffer(withCheckedLength(broken, 3))).rejects.toThrow('gone');
  const source = of('one');
  const closed = new Promise((resolve) => source.on('close', resolve));
  withCheckedLength(source, 3).destroy();
  await closed;
});
