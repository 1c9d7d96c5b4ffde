/** What the request that opens a connection says of its client. */
import type { FastifyRequest } from 'fastify';
import type { SocketRequest } from '../../chat/index.ts';
import type { Caller } from '../../kit/endpoint.ts';
import { tokenOf, type Authenticator } from '../auth/authentication.ts';
import { isSameOrigin } from '../origin.ts';
import { webHeaders } from '../web-request.ts';

export interface CallerDeps {
  readonly accounts: Authenticator;
  readonly publicUrl: string | null;
}

export function socketRequest(request: FastifyRequest, { accounts, publicUrl }: CallerDeps): SocketRequest {
  const { headers, ip } = request;
  // Never from the address: that is logged by proxies, and kept in histories [A61].
  const given = tokenOf(request) ?? null;
  const ours = isSameOrigin(headers, publicUrl);
  const cookies = webHeaders({ cookie: headers.cookie });
  return {
    params: request.params as Record<string, string>,
    origin: headers.origin ?? '',
    agent: headers['user-agent'] ?? '',
    address: ip,
    async caller(): Promise<Caller | null> {
      if (given !== null) return accounts.callerByToken(given);
      const caller = ours && cookies.has('cookie') ? await accounts.callerBySession(cookies) : null;
      return caller?.lacksSecondFactor ? null : caller;
    },
  };
}
