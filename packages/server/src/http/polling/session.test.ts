import type { PollAnswer, PollRequest } from '@goalpost/contract/chat/polling';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Connection, Socket } from '../../chat/index.ts';
import { createPollSessions, type PollClient, type PollSessions } from './sessions.ts';

const ID = 'an-id-that-nobody-can-guess';
const there: PollClient = { gone: new Promise(() => undefined), isGone: () => false };
/** The network breaks while the request is answered. */
const lost: PollClient = { gone: Promise.resolve(), isGone: () => true };

let now = 0;
let taken: string[] = [];
let gone = 0;
let socket: Socket;
let sessions: PollSessions;
const connect = (given: Socket): Connection => {
  socket = given;
  return {
    frame(text, done) {
      taken.push(text);
      done?.();
    },
    gone: () => void gone++,
  };
};

beforeEach(() => {
  now = 0;
  taken = [];
  gone = 0;
  sessions = createPollSessions({ maxFrameBytes: 100, now: () => now, holdMs: 60_000, most: 3 });
});

const ask = (more: Partial<PollRequest>, client = there): Promise<PollAnswer | null> =>
  sessions.exchange({ id: ID, heard: 0, first: 0, frames: [], ...more }, connect, client);
const begin = () => ask({ frames: ['hello'] });
const looked = (at: number): number => {
  now = at;
  sessions.look();
  return gone;
};

describe('[C94] what comes twice counts once', () => {
  it('a request whose answer was lost', async () => {
    const asked = { frames: ['hello', 'one'] };
    await ask(asked, lost);
    expect(await ask(asked)).toMatchObject({ taken: 2 });
    expect(await ask({ first: 2, frames: ['two'] })).toMatchObject({ taken: 3 });
    expect(await ask({ first: 1, frames: ['one', 'two', 'three'] })).toMatchObject({ taken: 4 });
    expect(taken).toEqual(['hello', 'one', 'two', 'three']);
  });

  it('events, which are said again until they have been heard', async () => {
    await begin();
    for (const text of ['a', 'b', 'c']) socket.send(text);
    expect(await ask({ first: 1 }, lost)).toMatchObject({ from: 0, events: ['a', 'b', 'c'] });
    expect(await ask({ first: 1, heard: 2 })).toMatchObject({ from: 2, events: ['c'] });
    expect(socket.bufferedAmount).toBe(1);
    // An older request comes late.
    expect(await ask({ first: 1, heard: 1 })).toMatchObject({ from: 2, events: ['c'] });
  });

  it('much that waits is said in pieces, and the end with the last of them', async () => {
    await begin();
    const large = 'x'.repeat(200 * 1_024);
    for (const _time of [1, 2]) socket.send(large);
    socket.send('last');
    socket.close(4404, 'disabled');
    expect(await ask({ first: 1 })).toMatchObject({ from: 0, events: [large], code: null });
    expect(await ask({ first: 1, heard: 1 })).toMatchObject({ events: [large, 'last'], code: 4404 });
  });

  it('a gap is no connection: what was lost in it is asked for anew', async () => {
    await begin();
    expect(await ask({ first: 5, frames: ['later'] })).toMatchObject({ code: 1006 });
    expect(taken).toEqual(['hello']);
  });
});

describe('a request that waits', () => {
  it('is answered when there is something to say', async () => {
    await begin();
    const waiting = ask({ first: 1 });
    socket.send('news');
    expect(await waiting).toMatchObject({ events: ['news'] });
  });

  it('gives way to a later one', async () => {
    await begin();
    const [first, second] = [ask({ first: 1 }), ask({ first: 1 })];
    expect(await first).toMatchObject({ events: [] });
    socket.send('news');
    expect(await second).toMatchObject({ events: ['news'] });
  });

  it('does not wait in a hidden tab', async () => {
    await begin();
    expect(await ask({ first: 1, rests: true })).toMatchObject({ events: [], code: null });
  });
});

describe('[C96] a connection ends', () => {
  it('soon after its client broke off, and not while it asks', async () => {
    await begin();
    await ask({ first: 1 }, lost);
    expect(looked(9_999)).toBe(0);
    await ask({ first: 1, rests: true });
    expect(looked(11_000)).toBe(0);
    const waiting = ask({ first: 1 });
    expect(looked(9_000_000)).toBe(0);
    socket.send('news');
    await waiting;
    expect(looked(now + 39_999)).toBe(0);
    expect(looked(now + 1)).toBe(1);
    expect(await ask({ first: 1 })).toMatchObject({ code: 1006 });
  });

  it('of a hidden tab, later', async () => {
    await begin();
    await ask({ first: 1, rests: true });
    expect(looked(119_999)).toBe(0);
    expect(looked(120_000)).toBe(1);
  });

  it('when its client says goodbye, once', async () => {
    await begin();
    await ask({ first: 1, bye: true });
    await ask({ first: 1, bye: true });
    expect(looked(1_000_000)).toBe(1);
  });

  it('with its code to all who ask, and takes no room after that', async () => {
    await begin();
    const waiting = ask({ first: 1 });
    socket.close(4404, 'disabled');
    expect(await waiting).toMatchObject({ code: 4404 });
    expect(gone).toBe(1);
    expect([...sessions.all()]).toEqual([]);
    expect(await ask({ first: 1 })).toMatchObject({ code: 1006 });
  });
});

describe('what strangers may not do', () => {
  it.each([
    ['an id that is not known', {}],
    ['the rest of one that is not known', { first: 3, frames: ['three'] }],
    ['goodbye of one that is not known', { frames: ['hello'], bye: true }],
  ])('%s opens nothing', async (_name, more) => {
    expect(await ask(more)).toMatchObject({ code: 1006, events: [] });
    expect([...sessions.all()]).toEqual([]);
  });

  it('more connections than there may be come again', async () => {
    for (const id of ['1', '2', '3']) await ask({ id, frames: ['hello'] });
    expect(await begin()).toMatchObject({ code: 1013 });
  });

  it('what waits, asked for over and over, is refused long before small answers are', async () => {
    await begin();
    socket.send('x'.repeat(1_024 * 1_024));
    const asked = Array.from({ length: 50 }, () => () => ask({ first: 1, rests: true }));
    let answered = 0;
    for (const again of asked) if ((await again()) !== null) answered++;
    expect(answered).toBe(12);
    now += 1_000;
    expect(await ask({ first: 1, rests: true })).not.toBeNull();
    expect(await ask({ first: 1, heard: 1, rests: true })).toMatchObject({ events: [] });
  });

  it('requests without end are refused, and then end it', async () => {
    await begin();
    const answers = await Promise.all(Array.from({ length: 250 }, () => ask({ first: 1, rests: true })));
    expect(answers.filter((answer) => answer === null)).toHaveLength(51);
    for (let count = 0; count < 2_000; count++) await ask({ first: 1, rests: true });
    expect(looked(now)).toBe(1);
  });
});
