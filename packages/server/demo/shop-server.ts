/** Serves the sample shop on its own port, as a site of its own would be. */
import { createServer, type Server } from 'node:http';
import { shopPage } from './shop-page.ts';

const PORTS_TRIED = 20;

export interface ShopServer {
  readonly url: string;
  close(): Promise<void>;
}

/** @param port wished for; the next free one is taken where it is in use */
export async function startShop(counterId: number, goalpostUrl: string, port: number): Promise<ShopServer> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (path === '/price.pdf') {
      response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.4\n%%EOF\n');
      return;
    }
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
      .end(shopPage({ counterId, server: goalpostUrl, path }));
  });
  const taken = await listenFrom(server, port);
  return {
    url: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The same port at each start, so that a page of the shop that is open can be loaded again. */
async function listenFrom(server: Server, wished: number): Promise<number> {
  for (let port = wished; port < wished + PORTS_TRIED; port += 1) {
    try {
      return await listen(server, port);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  return listen(server, 0);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
