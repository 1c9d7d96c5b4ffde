/** The widget with the real server behind it: a site, counters with a chat, and what Conversions says. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { InvitationRuleInput } from '@goalpost/contract/chat';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { buildWidget } from '@goalpost/widget/build';
import { startServer, type TestServer } from '../../packages/server/test/start-server.ts';
import { launchBrowser, ORDINARY_AGENT } from '../browser.ts';
import { type Api, conversions, createApi } from '../path/api.ts';
import { PHONE } from './phone.ts';

export interface Whole {
  readonly server: TestServer;
  readonly api: Api;
  /** @param of the counter itself, such as its mode of consent */
  counterWithChat(
    settings?: Readonly<Record<string, unknown>>,
    of?: Readonly<Record<string, unknown>>,
  ): Promise<number>;
  /** One that fires after a second, for everyone. */
  addRule(counter: number, rule: Partial<InvitationRuleInput>): Promise<void>;
  /**
   * A page of the site with what the counter's owner pastes into it.
   * @param through address of a proxy, which then stands there in the place of the server's
   */
  pageOf(counter: number, path?: string, through?: string): string;
  visitor(phone: boolean, hasTag: boolean): Promise<BrowserContext>;
  /** Each goal, by how many visits reached it, how many people, and how often. */
  reached(counter: number): Promise<Record<string, readonly unknown[]>>;
}

export function setWhole(): Whole {
  let parts: { server: TestServer; api: Api; browser: Browser; site: Server; siteUrl: string } | undefined;
  const codes = new Map<string, string>();
  const there = (): NonNullable<typeof parts> => {
    if (parts === undefined) throw new Error('all is started in beforeAll');
    return parts;
  };

  beforeAll(async () => {
    await buildWidget();
    const [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    const site = createServer((request, response) => {
      const asked = new URL(request.url ?? '/', 'http://site').searchParams;
      const code = codes
        .get(asked.get('counter') ?? '')
        ?.replaceAll(server.url, asked.get('through') ?? server.url);
      response.writeHead(code === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(
        `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Shop</title>${code ?? ''}<body><h1>Shop</h1>`,
      );
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    const siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    parts = { server, api: createApi(server.url, server.token), browser, site, siteUrl };
  });
  afterAll(async () => {
    if (parts === undefined) return;
    const { browser, site, server } = parts;
    await browser.close();
    await new Promise((resolve) => site.close(resolve));
    await server.close();
  });

  return {
    get server() {
      return there().server;
    },
    get api() {
      return there().api;
    },
    counterWithChat: async (settings = {}, of = {}) => {
      const { api } = there();
      const counter = await api.createCounter(of);
      const saved = await api.call('PUT', `/api/v1/counters/${counter}/chat/settings`, {
        settings: { enabled: true, ...settings },
      });
      expect(saved.status, JSON.stringify(saved.body)).toBe(200);
      const { body } = await api.call<{ counter: { code: string } }>(
        'GET',
        `/management/v1/counter/${counter}?field=code`,
      );
      codes.set(String(counter), body.counter.code);
      return counter;
    },
    addRule: async (counter, rule) => {
      const made = await there().api.call('POST', `/api/v1/counters/${counter}/chat/rules`, {
        rule: {
          name: 'Soon',
          conditions: [{ on: 'time_on_page', seconds: 1 }],
          controlPercent: 0,
          ...rule,
        },
      });
      expect(made.status, JSON.stringify(made.body)).toBeLessThan(300);
    },
    pageOf: (counter, path = '/', through) =>
      `${there().siteUrl}${path}?counter=${counter}${through === undefined ? '' : `&through=${encodeURIComponent(through)}`}`,
    visitor: async (phone, hasTag) => {
      const context = await there().browser.newContext(phone ? PHONE : { userAgent: ORDINARY_AGENT });
      if (!hasTag) await context.route(/tag\.js|\/watch\//, (route) => route.abort());
      return context;
    },
    reached: async (counter) => {
      const rows = await conversions(there().api, counter);
      return Object.fromEntries(
        Object.entries(rows).map(([name, [visits, users, , reaches]]) => [name, [visits, users, reaches]]),
      );
    },
  };
}
