/** A connection as the chat needs it, whatever carries it. */
import type { Caller } from '../../kit/endpoint.ts';

export interface Socket {
  send(text: string): void;
  /** @param code RFC 6455 */
  close(code: number, reason: string): void;
  /** Bytes that were sent and have not left yet. */
  readonly bufferedAmount: number;
}

/** What is known of a connection before its first frame. */
export interface SocketRequest {
  readonly params: Readonly<Record<string, string>>;
  /** Empty where none was sent. */
  readonly origin: string;
  readonly agent: string;
  readonly address: string;
  /** Who is calling, asked each time; null: not signed in, or not any more. */
  caller(): Promise<Caller | null>;
}

/** What becomes of a connection: its frames, in order, and its end. */
export interface Connection {
  /** @param done called when it is carried out, or will not be */
  frame(text: string, done?: () => void): void;
  gone(): void;
}

export interface SocketRoute {
  /** Fastify's form. */
  readonly url: string;
  /** Types of the frames that it takes. */
  readonly frames: readonly string[];
  connect(socket: Socket, request: SocketRequest): Connection;
}

export const CLOSE = {
  /** The server ends; come again. */
  goingAway: 1001,
  /** What was sent is not of this protocol, or far too much. */
  policy: 1008,
  /** Too slow to keep up; come again and get the rest [C7]. */
  tryAgain: 1013,
  /** May not, or may not any more. */
  denied: 4401,
  /** No such counter, or its chat is off. */
  unknown: 4404,
} as const;
