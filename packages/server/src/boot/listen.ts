/** Opens the port, or says in a sentence why that cannot be. */
import type { AddressInfo, Server } from 'node:net';
import { CannotStart } from './cannot-start.ts';

/** As much of the application as this needs. */
export interface Listener {
  readonly server: Pick<Server, 'address'>;
  listen(where: { readonly host: string; readonly port: number }): Promise<unknown>;
}

/** @returns the port that is open. @throws CannotStart */
export async function listen(app: Listener, host: string, port: number): Promise<number> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw new CannotStart(cause(error as NodeJS.ErrnoException, host, port));
  }
  return (app.server.address() as AddressInfo).port;
}

function cause({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is taken by another program. Choose a free one with GOALPOST_PORT.`;
    case 'EACCES':
      return `Port ${port} may not be opened by this user. Choose one above 1023 with GOALPOST_PORT.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is no address of this machine. Choose one with GOALPOST_HOST.`;
    default:
      return `${host}:${port} cannot be opened: ${message}.`;
  }
}
