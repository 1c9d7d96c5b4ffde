/** Connections of the chat over plain requests, beside each of its sockets [C93]. */
import { MAX_FRAME_BYTES } from '@goalpost/contract/chat';
import { MOST_FRAMES, POLL_HOLD_MS, POLL_ID_PATTERN } from '@goalpost/contract/chat/polling';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Connection, Socket, SocketRoute } from '../../chat/index.ts';
import { problem } from '../../kit/problem.ts';
import { sendProblem } from '../answers/answer.ts';
import { tooManyRequests } from '../answers/problem-catalogue.ts';
import { type CallerDeps, socketRequest } from '../connections/socket-request.ts';
import { createPollSessions, type PollClient, type PollSessions } from './sessions.ts';

const COUNT = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

const Body = z.object({
  id: z.string().regex(POLL_ID_PATTERN),
  heard: COUNT,
  first: COUNT,
  frames: z.array(z.string()).max(MOST_FRAMES),
  rests: z.boolean().optional(),
  bye: z.boolean().optional(),
});

/** Frames stand in it as JSON texts, so that a character of theirs may take two. */
const MOST_BYTES = 4 * MAX_FRAME_BYTES;
const LOOK_MS = 1_000;
const GOING_AWAY = 1001;

/** Pages of other sites ask; no cookie of theirs comes along. */
const OPEN = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'no-store',
};

export interface PollDeps extends CallerDeps {
  /** A text that came on a connection, until it is carried out. */
  carry(connection: Connection, text: string, done?: () => void): void;
  readonly holdMs?: number;
}

/** @returns what the connections are, for the bound on all readers */
export function addPolling(app: FastifyInstance, route: SocketRoute, deps: PollDeps): PollSessions['all'] {
  const sessions = createPollSessions({
    maxFrameBytes: MAX_FRAME_BYTES,
    now: Date.now,
    holdMs: deps.holdMs ?? POLL_HOLD_MS,
  });
  const looking = setInterval(sessions.look, LOOK_MS).unref();
  app.addHook('preClose', async () => {
    clearInterval(looking);
    sessions.closeAll(GOING_AWAY);
  });

  // Its frames are said one by one, as a socket's are.
  const options = { bodyLimit: MOST_BYTES, config: { rateLimit: false, isWatched: false } } as const;
  app.post(`${route.url}/poll`, options, async (request, reply) => {
    reply.headers(OPEN);
    const body = Body.safeParse(request.body);
    if (!body.success)
      return sendProblem(request, reply, problem('invalid_json', 'This is no request of the chat.'));
    const connect = (socket: Socket): Connection => {
      const connection = route.connect(socket, socketRequest(request, deps));
      return {
        frame: (text, done) => deps.carry(connection, text, done),
        gone: () => connection.gone(),
      };
    };
    const answer = await sessions.exchange(body.data, connect, clientOf(reply));
    if (answer === null) return sendProblem(request, reply, tooManyRequests());
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer));
  });
  return sessions.all;
}

function clientOf({ raw }: FastifyReply): PollClient {
  const { promise, resolve } = Promise.withResolvers<void>();
  raw.once('close', resolve);
  return { gone: promise, isGone: () => raw.closed || raw.destroyed };
}
