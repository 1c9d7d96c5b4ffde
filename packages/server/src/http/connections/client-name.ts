/** `request.ip` by the same rules as the address of a hit, whatever a proxy writes beside it. */
import type { FastifyInstance } from 'fastify';
import { createClientAddress } from '../../kit/limits/client-address.ts';

/**
 * The framework's own reading keeps ports and what is no address, so that one client would pass for many. Before any
 * other hook.
 */
export function nameClients(app: FastifyInstance, trusted: readonly string[]): void {
  const clientAddress = createClientAddress(trusted);
  app.addHook('onRequest', (request, _reply, done) => {
    const { 'x-forwarded-for': forwarded = '' } = request.headers;
    const ip = clientAddress(request.socket.remoteAddress, [forwarded].flat().join(','));
    Object.defineProperty(request, 'ip', { value: ip });
    done();
  });
}
