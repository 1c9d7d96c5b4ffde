/** The route of vendors' webhooks: raw bytes in, since signatures are over them; so it stands beside the endpoints. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from '../../kit/limits/network.ts';

/** What answers them. */
export type VendorDoor = (webhook: {
  readonly vendor: string;
  readonly secret: string;
  readonly network: string;
  readonly headers: FastifyRequest['headers'];
  readonly body: Buffer;
  readonly isTooLarge: boolean;
}) => Promise<{ readonly status: number; readonly message: string }>;

interface Params {
  readonly vendor: string;
  readonly secret: string;
}

export async function addVendorDoor(app: FastifyInstance, door: VendorDoor): Promise<void> {
  await app.register(async (scope) => {
    // Whatever the type is said to be, the bytes decide: one that cannot be read would be refused uncounted.
    scope.addHook('onRequest', ({ raw: { headers } }, _reply, done) => {
      // Where there is none, there is no body.
      if (headers['content-type'] !== undefined) headers['content-type'] = 'application/octet-stream';
      done();
    });
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    const take = async (request: FastifyRequest, reply: FastifyReply, isTooLarge: boolean) => {
      const { params, headers, body } = request;
      const answer = await door({
        ...(params as Params),
        headers,
        network: networkOf(request.ip),
        body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
        isTooLarge,
      });
      // Some vendors look for a word of success in the body.
      const said =
        answer.status === 200 ? { result: 'ok' } : { code: answer.status, message: answer.message };
      return reply.status(answer.status).header('cache-control', 'no-store').send(said);
    };
    scope.post('/api/v1/vendors/:vendor/webhook/:secret', {
      handler: (request, reply) => take(request, reply, false),
      // What is too large to be read is refused and counted like all else.
      errorHandler(error, request, reply) {
        if (error.code !== 'FST_ERR_CTP_BODY_TOO_LARGE') throw error;
        take(request, reply, true).catch((fault: unknown) => void reply.send(fault));
      },
    });
  });
}
