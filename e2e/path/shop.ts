/** A site with the tag on it: `/?counter=<id>` is a page of that counter. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { snippet } from '../../packages/tag/src/snippet.ts';

export interface Shop extends AsyncDisposable {
  readonly url: string;
}

/** @param body what stands on the page behind the tag */
export async function openShop(serverUrl: string, body: string): Promise<Shop> {
  const site = createServer((request, response) => {
    const id = Number(new URL(request.url ?? '/', 'http://site').searchParams.get('counter'));
    if (id === 0) {
      response.writeHead(404).end();
      return;
    }
    const tag = snippet(id, `${serverUrl}/metrika/tag.js`);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><title>Shop</title>${tag.loader}<body>${tag.noscript}${body}`);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(site.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () => new Promise((resolve) => site.close(() => resolve())),
  };
}
