/** Where a person is signed in: listed, and ended one by one or all others at once [A49]. */
import { z } from 'zod';
import { defineEndpoint, type Endpoint } from '../kit/endpoint.ts';
import { problem } from '../kit/problem.ts';
import type { People } from './people.ts';

const Session = z
  .object({
    id: z.string(),
    user_agent: z.string().describe('What the browser called itself at sign-in.'),
    address: z.string().describe('Network address of the sign-in; empty where it is not known.'),
    created_time: z.string(),
    last_seen_time: z.string().describe('To the hour.'),
    current: z.boolean().describe('Whether it is the one that asks.'),
  })
  .meta({ id: 'Session' });

const Success = z.object({ success: z.literal(true) });
const tag = 'accounts';
const auth = 'self';

type SessionPeople = Pick<People, 'sessions' | 'endSession'>;

export function sessionEndpoints(people: SessionPeople): Endpoint[] {
  return [
    defineEndpoint({
      method: 'GET',
      url: '/api/v1/sessions',
      summary: 'Where you are signed in, the last seen first',
      tag,
      auth,
      response: z.object({ sessions: z.array(Session) }),
      async handle(_input, { caller }) {
        const all = await people.sessions(caller?.accountId ?? '');
        return {
          sessions: all
            .toSorted((one, other) => other.seenAt - one.seenAt)
            .map(({ id, agent, address, createdAt, seenAt }) => ({
              id,
              user_agent: agent,
              address,
              created_time: new Date(createdAt).toISOString(),
              last_seen_time: new Date(seenAt).toISOString(),
              current: id === caller?.sessionId,
            })),
        };
      },
    }),
    defineEndpoint({
      method: 'DELETE',
      url: '/api/v1/sessions',
      summary: 'Sign out everywhere but here',
      tag,
      auth,
      response: Success,
      async handle(_input, { caller }) {
        const here = caller?.sessionId;
        if (caller === null || here === undefined)
          return problem('conflict', 'A token has no session to keep: end sessions one by one.');
        for (const { id } of await people.sessions(caller.accountId))
          if (id !== here) await people.endSession(caller.accountId, id);
        return { success: true };
      },
    }),
    defineEndpoint({
      method: 'DELETE',
      url: '/api/v1/sessions/:sessionId',
      summary: 'Sign out in one place: it works no more at once',
      tag,
      auth,
      params: z.object({ sessionId: z.string().min(1).max(100) }),
      response: Success,
      handle: async ({ params }, { caller }) =>
        (await people.endSession(caller?.accountId ?? '', params.sessionId))
          ? { success: true }
          : problem('not_found', 'You have no such session.', 'sessionId'),
    }),
  ];
}
