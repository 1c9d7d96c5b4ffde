/** Processing in a thread of its own: obeys orders, and tells what becomes of segments. */
import type { ClosedSegment } from '../journal/journal.ts';
import type { FromProcessing, MessageEnd, Question, RemoteHost, ToProcessing } from './messages.ts';
import type { Processing, ProcessingSettings, ToldState } from './port.ts';
import { fromSent, toSent } from './sent-error.ts';

/** @param changed to be called when the state says something new without a segment's being stored */
export type OpenServed = (
  settings: ProcessingSettings,
  host: RemoteHost,
  changed: () => void,
) => Promise<Processing>;

/** @param stopped called after the last message, when nothing is left to do */
export function serveProcessing(
  end: MessageEnd<ToProcessing, FromProcessing>,
  open: OpenServed,
  stopped: () => Promise<void>,
): void {
  const questions = new Map<number, PromiseWithResolvers<never>>();
  let asked = 0;
  let processing: Processing | null = null;
  const post = (message: FromProcessing) => end.postMessage(message);

  function ask<T>(question: Question, ...args: unknown[]): Promise<T> {
    const answer = Promise.withResolvers<never>();
    questions.set(++asked, answer);
    post({ kind: 'question', id: asked, ask: question, args });
    return answer.promise;
  }

  const changed = () => {
    if (processing !== null) post({ kind: 'state', state: stateOf(processing) });
  };
  const log = (level: 'info' | 'warn' | 'error') => (about: object, message: string) => {
    // What is logged, such as damage, is counted already: the metrics are not to deny it.
    changed();
    post({ kind: 'log', level, about, message });
  };
  const host: RemoteHost = {
    log: { info: log('info'), warn: log('warn'), error: log('error') },
    nextSegment: () => ask('nextSegment'),
    settings: () => ask('settings'),
    makeGoal: (...wanted) => ask('makeGoal', ...wanted),
    storeReady: () => ask('storeReady'),
    stored: (segment) => post({ kind: 'stored', segment }),
    setAside: (hits) => post({ kind: 'setAside', hits }),
  };

  function tellSettled({ settled }: Processing, { number }: ClosedSegment): void {
    // Where it has ended before that, the segment waits for the next start.
    settled(number).then(
      () => post({ kind: 'settled', number }),
      () => undefined,
    );
  }

  async function opened(settings: ProcessingSettings): Promise<void> {
    try {
      processing = await open(settings, host, changed);
      const { start, failed } = processing;
      post({ kind: 'opened', start, state: stateOf(processing) });
      for (const segment of start.waiting) tellSettled(processing, segment);
      void failed.then((error) => post({ kind: 'failed', error: toSent(error) }));
    } catch (error) {
      post({ kind: 'cannotOpen', error: toSent(error) });
    }
  }

  async function stop(): Promise<void> {
    await processing?.stop();
    await stopped();
    post({ kind: 'stopped' });
  }

  function answered(id: number): PromiseWithResolvers<never> | undefined {
    const answer = questions.get(id);
    questions.delete(id);
    return answer;
  }

  end.on('message', (message: ToProcessing) => {
    switch (message.kind) {
      case 'open':
        return void opened(message.settings);
      case 'run':
        return processing?.run();
      case 'enqueue':
        processing?.enqueue(message.segment);
        if (processing !== null) tellSettled(processing, message.segment);
        return;
      case 'stop':
        return void stop();
      case 'answer':
        return answered(message.id)?.resolve(message.value as never);
      case 'refusal':
        return answered(message.id)?.reject(fromSent(message.error));
    }
  });
}

function stateOf(processing: Processing): ToldState {
  const { unreadable, storing, damage, damagedFiles } = processing.state();
  return { unreadable, storing, damage, damagedFiles };
}
