/** The side of the door, where processing runs in another thread: orders go there, and what it tells comes here. */
import { createBacklog } from '../run/backlog.ts';
import type { FromProcessing, MessageEnd, RemoteHost, ToProcessing } from './messages.ts';
import type { Processing, ProcessingSettings, ProcessingStart, ToldState } from './port.ts';
import { fromSent, toSent } from './sent-error.ts';

export interface RemoteThread {
  readonly end: MessageEnd<FromProcessing, ToProcessing>;
  /** Resolves where the thread has ended by itself. */
  readonly crashed: Promise<Error>;
  /** Ends the thread, whatever it is at. */
  terminate(): Promise<void>;
  /** Longest time for the segment in hand and the last checkpoint; what is lost then is done again at the next start. */
  readonly stopMs: number;
}

/** Before it has told anything. */
const UNTOLD: ToldState = {
  unreadable: null,
  storing: true,
  damage: { segments: 0, missing: 0, bytes: 0, hits: 0, settings: 0, cutOffBytes: 0 },
  damagedFiles: 0,
};

/** @throws what the disk says, where the journal cannot be used */
export async function processRemotely(
  thread: RemoteThread,
  settings: ProcessingSettings,
  host: RemoteHost,
): Promise<Processing> {
  const { end, crashed, terminate, stopMs } = thread;
  const opening = Promise.withResolvers<ProcessingStart>();
  const stopped = Promise.withResolvers<void>();
  const failed = Promise.withResolvers<Error>();
  let backlog = createBacklog(0);
  let told: ToldState = UNTOLD;
  /** The thread is ended on purpose. */
  let over = false;
  const post = (message: ToProcessing) => end.postMessage(message);

  async function answer({ id, ask, args }: Extract<FromProcessing, { kind: 'question' }>): Promise<void> {
    try {
      const question = host[ask] as (...asked: unknown[]) => unknown;
      post({ kind: 'answer', id, value: await question(...args) });
    } catch (error) {
      post({ kind: 'refusal', id, error: toSent(error) });
    }
  }

  function begin({ start, state }: Extract<FromProcessing, { kind: 'opened' }>): void {
    told = state;
    backlog = createBacklog((start.waiting[0]?.number ?? start.firstNumber) - 1);
    for (const segment of start.waiting) backlog.add(segment);
    opening.resolve(start);
  }

  function fail(error: Error): void {
    if (over) return;
    backlog.end();
    opening.reject(error);
    stopped.resolve();
    failed.resolve(error);
  }

  end.on('message', (message: FromProcessing) => {
    switch (message.kind) {
      case 'opened':
        return begin(message);
      case 'cannotOpen':
        return opening.reject(fromSent(message.error));
      case 'question':
        return void answer(message);
      case 'log':
        return host.log[message.level](message.about, message.message);
      case 'stored':
        return host.stored(message.segment);
      case 'setAside':
        return host.setAside(message.hits);
      case 'settled':
        return backlog.settle(message.number);
      case 'state':
        told = message.state;
        return;
      case 'failed':
        return fail(fromSent(message.error));
      case 'stopped':
        return stopped.resolve();
    }
  });
  void crashed.then(fail);
  post({ kind: 'open', settings });
  const start = await opening.promise.catch(async (error: unknown) => {
    await terminate();
    throw error;
  });

  return {
    start,
    run: () => post({ kind: 'run' }),
    enqueue(segment) {
      backlog.add(segment);
      post({ kind: 'enqueue', segment });
    },
    settled: (number) => backlog.settled(number),
    state: () => ({
      ...told,
      backlogBytes: backlog.bytes(),
      backlogSegments: backlog.segments(),
    }),
    async stop() {
      post({ kind: 'stop' });
      const { promise: late, resolve } = Promise.withResolvers<'late'>();
      const timer = setTimeout(() => resolve('late'), stopMs);
      const how = await Promise.race([stopped.promise, late]);
      clearTimeout(timer);
      over = true;
      if (how === 'late')
        host.log.warn({}, 'Processing does not end and is cut off: the next start takes it up again.');
      backlog.end();
      await terminate();
    },
    failed: failed.promise,
  };
}
