import { describe, expect, it } from 'vitest';
import { hear } from './hear.ts';

const heardFrom = (socket: object, fire: () => void): unknown[] => {
  const heard: unknown[] = [];
  hear(socket, 'message', ({ data }) => heard.push(data));
  fire();
  return heard;
};
const event = (data: string) => Object.assign(new Event('message'), { data });

describe('hears each event once from', () => {
  it('a target with both ways', () => {
    const target = new EventTarget() as EventTarget & { onmessage?: (event: unknown) => void };
    target.addEventListener('message', (one) => target.onmessage?.(one));
    expect(heardFrom(target, () => ['a', 'a'].forEach((data) => target.dispatchEvent(event(data))))).toEqual([
      'a',
      'a',
    ]);
  });

  it('one that calls properties alone', () => {
    const socket: { onmessage?: (event: unknown) => void } = {};
    expect(heardFrom(socket, () => socket.onmessage?.({ data: 'a' }))).toEqual(['a']);
  });

  it('one whose properties cannot be set', () => {
    const target = new EventTarget();
    Object.defineProperty(target, 'onmessage', { get: () => null });
    expect(heardFrom(target, () => target.dispatchEvent(event('a')))).toEqual(['a']);
  });

  it.each([undefined, null, 5, {}])('one that says %s', (said) => {
    const socket: { onmessage?: (event: unknown) => void } = {};
    expect(heardFrom(socket, () => socket.onmessage?.(said))).toEqual([undefined]);
  });
});
