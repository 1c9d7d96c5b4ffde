/** Serves the sample shop on its own port, as a site of its own would be. */
import { createServer, type Server } from 'node:http';
import { shopPage } from './shop-page.ts';

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
  const taken = await listen(server, port).catch(() => listen(server, 0));
  return {
    url: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
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
