/** A site and a collector on one loopback server: serves pages and the tag, and records what the tag sends. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TagModule } from '@goalpost/contract/tag-modules';
import { buildTag } from '@goalpost/tag/build';
import { composeModules, composeTag, STATIC_MODULES } from '@goalpost/tag/compose';
import type { SiteChats } from '../../packages/tag/src/vendors/model.ts';
import { composeChats, composePart } from '@goalpost/tag/vendors';
import { eventually } from '../../packages/server/test/eventually.ts';

/** One hit as it arrived. */
export interface Recorded {
  readonly method: string;
  readonly counter: string;
  /** Keys of query and body, decoded; the query wins. */
  readonly keys: Readonly<Record<string, string>>;
  /** Keys that came in the body. */
  readonly body: Readonly<Record<string, string>>;
  /** `browser-info`, taken apart. */
  readonly info: Readonly<Record<string, string>>;
  readonly cookie: string;
  readonly referer: string;
}

export interface Recorder {
  readonly url: string;
  /** All hits since the start, or since `clear`: each once, as the server counts it, though a slow way has it sent again. */
  readonly hits: Recorded[];
  /** @returns how often this hit was taken, the copies that were sent again included */
  copies(hit: Recorded): number;
  /** Serves `html` at `path`. `{{tag}}` in it is the address of the tag. */
  page(path: string, html: string, headers?: Record<string, string>): string;
  /** Serves a script at `path`. */
  script(path: string, code: string): string;
  /** What the tag is composed of from now on; at first, and after `clear`, what an address without a counter gives. */
  carry(modules: readonly TagModule[], places?: readonly string[]): void;
  /** What the owner has chosen about other vendors' chats, until `clear`. */
  choose(site: SiteChats): void;
  /** Addresses under which the tag's script, or modules of it, were asked for. */
  readonly scripts: string[];
  /** What hits are answered from now on; 0 cuts the connection. */
  answer(status: number): void;
  /** Resolves when so many hits that `wanted` accepts have come; rejects at last, saying what came. */
  wait(count: number, wanted?: (hit: Recorded) => boolean): Promise<Recorded[]>;
  clear(): void;
  close(): Promise<void>;
}

export const infoOf = (text: string): Record<string, string> => {
  const info: Record<string, string> = {};
  const title = text.indexOf(':t:');
  const parts = (title < 0 ? text : text.slice(0, title)).split(':');
  for (let at = 0; at + 1 < parts.length; at += 2) info[parts[at] ?? ''] ??= parts[at + 1] ?? '';
  if (title >= 0) info['t'] = text.slice(title + 3);
  return info;
};

/** By what the server counts a hit once [V12]. */
const identityOf = ({ info, counter }: Recorded): string =>
  [counter, info['u'], info['hid'], info['rn'], info['rqn']].join('/');

async function read(request: IncomingMessage): Promise<Recorded> {
  const url = new URL(request.url ?? '/', 'http://recorder');
  let text = '';
  for await (const chunk of request) text += String(chunk);
  const body = Object.fromEntries(new URLSearchParams(text));
  const keys = { ...body, ...Object.fromEntries(url.searchParams) };
  return {
    method: request.method ?? '',
    counter: /watch\/([^/]*)/.exec(url.pathname)?.[1] ?? '',
    keys,
    body,
    info: infoOf(keys['browser-info'] ?? ''),
    cookie: request.headers.cookie ?? '',
    referer: request.headers.referer ?? '',
  };
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });
}

const NO_CHAT = { type: 'text/javascript', text: '', headers: {} };

export async function startRecorder(): Promise<Recorder> {
  const { parts, chats } = await buildTag();
  let site: SiteChats = {};
  const chatScript = (path: string): string | undefined => {
    if (path.startsWith('/tag/chats')) scripts.push(path);
    if (path === '/tag/chats.js') return composeChats(chats.chats, site);
    const name = /^\/tag\/chats\/([a-z0-9-]+)\.js$/.exec(path)?.[1] ?? '';
    return composePart(name, chats, parts.build);
  };
  let modules = STATIC_MODULES;
  let places: readonly string[] = [];
  const scripts: string[] = [];
  const pages = new Map<string, { type: string; text: string; headers: Record<string, string> }>();
  // A loader may bring the chat.
  pages.set('/chat/widget.js', NO_CHAT);
  const hits: Recorded[] = [];
  /** How often, by identity. Also over `clear`: what is sent again may come late. */
  const taken = new Map<string, number>();
  const waiting = new Set<() => void>();
  let status = 200;

  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (status === 0) {
      request.socket.destroy();
      return;
    }
    const answered = status;
    const hit = await read(request).catch(() => undefined);
    // The page has gone in the midst of it: no one to answer is left.
    if (hit === undefined) return;
    const identity = identityOf(hit);
    if (answered < 500) {
      const before = taken.get(identity) ?? 0;
      taken.set(identity, before + 1);
      if (before === 0) hits.push(hit);
    }
    response.writeHead(answered, {
      'access-control-allow-origin': request.headers.origin ?? '*',
      'access-control-allow-credentials': 'true',
      'content-type': 'application/json',
    });
    response.end('{"settings":{"pcs":"","webvisor":{}},"userData":{}}');
    for (const look of waiting) look();
  };

  const tagScript = (path: string, address: string): string | undefined => {
    if (path !== '/metrika/tag.js' && path !== '/tag.js') return undefined;
    scripts.push(address);
    if (address.includes('&modules=')) return composeModules(parts, modules, places);
    const isNamed = address.includes('id=');
    return composeTag(parts, isNamed ? modules : STATIC_MODULES, places, isNamed);
  };
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (/^(\/stats)?\/watch\/./.test(path)) {
      void take(request, response);
      return;
    }
    const script = chatScript(path) ?? tagScript(path, request.url ?? '');
    if (script !== undefined) {
      response.writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' });
      response.end(script);
      return;
    }
    const page = pages.get(path);
    response.writeHead(page || path === '/favicon.ico' ? 200 : 404, {
      'content-type': page?.type ?? 'text/plain',
      ...page?.headers,
    });
    response.end(page?.text ?? '');
  });
  const url = await listen(server);

  return {
    url,
    hits,
    copies: (hit) => taken.get(identityOf(hit)) ?? 0,
    scripts,
    carry: (wanted, named = []) => {
      places = named;
      modules = wanted;
    },
    choose: (wanted) => {
      site = wanted;
    },
    page: (path, html, headers = {}) => {
      const text = html.replaceAll('{{tag}}', `${url}/metrika/tag.js`);
      pages.set(path, { type: 'text/html; charset=utf-8', text, headers });
      return url + path;
    },
    script: (path, text) => {
      pages.set(path, { type: 'text/javascript', text, headers: {} });
      return url + path;
    },
    answer: (next) => {
      status = next;
    },
    wait: (count, wanted = () => true) =>
      eventually(
        waiting,
        () => {
          const found = hits.filter(wanted);
          return found.length >= count ? found : undefined;
        },
        () => `${count} hits expected, these came: ${JSON.stringify(hits, null, 1)}`,
      ),
    clear: () => {
      hits.length = 0;
      scripts.length = 0;
      modules = STATIC_MODULES;
      site = {};
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
