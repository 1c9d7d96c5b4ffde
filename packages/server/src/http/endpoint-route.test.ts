/** What is refused is not handled, whatever becomes of the answer. */
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { defineEndpoint } from '../kit/endpoint.ts';
import { addEndpoint } from './endpoint-route.ts';
import { testDeps } from './test-app.ts';

it('[A79] a stranger who has gone before the refusal is sent changes nothing', async () => {
  const handled: unknown[] = [];
  const app = fastify();
  const refused = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  app.addHook('onSend', async (_request, reply) => {
    refused.resolve();
    await once(reply.raw, 'close');
    await new Promise((done) => setImmediate(done));
    over.resolve();
  });
  addEndpoint(
    app,
    defineEndpoint({
      method: 'POST',
      url: '/things',
      summary: 'Change a thing',
      tag: 'stat',
      auth: 'account',
      response: z.unknown(),
      handle: async (_input, { caller }) => void handled.push(caller),
    }),
    testDeps(),
    { rateLimit: {} },
  );
  await app.listen({ host: '127.0.0.1', port: 0 });
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  socket.write('POST /things HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n');
  await refused.promise;
  socket.destroy();
  await over.promise;
  await app.close();
  expect(handled).toEqual([]);
});
