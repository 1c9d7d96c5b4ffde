/** What crosses between the thread of the door and the thread of processing. */
import type { ClosedSegment } from '../journal/journal.ts';
import type { SentError } from './sent-error.ts';
import type {
  ProcessingHost,
  ProcessingSettings,
  ProcessingStart,
  StoredSegment,
  ToldState,
} from './port.ts';

/** Also says when rows may be sent, since the store's tables are made by the door's side. */
export interface RemoteHost extends ProcessingHost {
  /** @throws OlapUnavailable while the store is closed to everyone */
  storeReady(): Promise<void>;
}

/** What processing asks, by its name. */
export type Question = 'nextSegment' | 'settings' | 'makeGoal' | 'storeReady';

export type ToProcessing =
  | { readonly kind: 'open'; readonly settings: ProcessingSettings }
  | { readonly kind: 'run' }
  | { readonly kind: 'enqueue'; readonly segment: ClosedSegment }
  | { readonly kind: 'stop' }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'refusal'; readonly id: number; readonly error: SentError };

export type FromProcessing =
  | { readonly kind: 'opened'; readonly start: ProcessingStart; readonly state: ToldState }
  | { readonly kind: 'cannotOpen'; readonly error: SentError }
  | { readonly kind: 'question'; readonly id: number; readonly ask: Question; readonly args: unknown[] }
  | {
      readonly kind: 'log';
      readonly level: 'info' | 'warn' | 'error';
      readonly about: object;
      readonly message: string;
    }
  | { readonly kind: 'stored'; readonly segment: StoredSegment }
  | { readonly kind: 'setAside'; readonly hits: number }
  | { readonly kind: 'settled'; readonly number: number }
  | { readonly kind: 'state'; readonly state: ToldState }
  | { readonly kind: 'failed'; readonly error: SentError }
  | { readonly kind: 'stopped' };

/** One end of the line between the two; a `Worker` and a `MessagePort` both are one. */
export interface MessageEnd<In, Out> {
  postMessage(message: Out): void;
  on(event: 'message', listener: (message: In) => void): unknown;
}
