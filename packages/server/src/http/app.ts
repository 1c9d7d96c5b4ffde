/** The HTTP application: endpoints, sign-in, the tag's script, the admin, health. Built apart from listening. */
import compress from '@fastify/compress';
import fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerFactory,
  type FastifyServerOptions,
} from 'fastify';
import { MAX_FRAME_BYTES } from '@goalpost/contract/chat';
import type { EndpointDeps } from './endpoint-route.ts';
import type { ChatFiles, SocketRoute } from '../chat/index.ts';
import type { Endpoint } from '../kit/endpoint.ts';
import { basePathOf } from '../kit/base-path/base-path.ts';
import { noSuchRoute } from '../kit/problem.ts';
import { UNWATCHED, type Watched } from '../kit/watched.ts';
import {
  addAdminAssets,
  addAdminPages,
  isOpened,
  readAdminPage,
  sendAdminPage,
  type AdminPage,
} from './files/admin-files.ts';
import { sendProblem } from './answers/answer.ts';
import { addAuthRoutes, type AuthRoutes } from './auth/auth-routes.ts';
import type { Authenticator } from './auth/authentication.ts';
import type { CounterAccess } from './auth/authorisation.ts';
import { nameClients } from './connections/client-name.ts';
import { createBrokenRequestHandler, type BrokenRequest } from './answers/broken-request.ts';
import { addEndpoint } from './endpoint-route.ts';
import { registerChatFiles } from './files/chat-files.ts';
import { endConnections } from './closing.ts';
import { errorHandler, type ErrorLog } from './answers/errors.ts';
import { BrokenBody, readJsonBody, type JsonBody } from './answers/json-body.ts';
import { readFileBody } from './answers/file-body.ts';
import { addMcp } from './mcp-route.ts';
import { addMetrics, type SampleSource } from './metrics.ts';
import { openApiDocument } from './openapi/openapi.ts';
import { readFormBody } from './answers/question-body.ts';
import { nulInAddress } from './answers/problem-catalogue.ts';
import { takeQueryToken } from './query-token.ts';
import type { PolicyReports } from './policy-reports/reports.ts';
import { addPolicyReports } from './policy-reports/routes.ts';
import { addRateLimits, DEFAULT_RATE_LIMITS, signInLimit, type RateLimits } from './rate-limits.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { addSockets, addSocketSupport } from './sockets.ts';
import { addTagFiles, type TagBuild, type TagDoors } from './files/tag-files.ts';
import { sayUnderWay } from './under-way.ts';
import { addVendorDoor, type VendorDoor } from './files/vendor-door.ts';
import { addWidgetFiles, type WidgetBuild } from './files/widget-files.ts';

export interface AppDeps extends TagDoors {
  readonly endpoints: readonly Endpoint[];
  readonly accounts: Authenticator & AuthRoutes;
  readonly access: CounterAccess;
  /** Whether hits can be taken now, for `/healthz`. */
  readonly ready: () => boolean;
  /** What else is well, for `/readyz`. */
  readonly readiness?: () => Promise<Readiness>;
  readonly samples: SampleSource;
  /** Null where the tag has not been built. */
  readonly tag: TagBuild | null;
  /** What takes vendors' webhooks. */
  readonly vendorDoor?: VendorDoor;
  /** The built widget; null where it has not been built. */
  readonly widget?: WidgetBuild | null;
  /** Whether a counter's chat is on; it is unless this says otherwise. */
  chatIsOn?(counterId: number): Promise<boolean>;
  /** Folder of the built admin; null where it has not been built. */
  readonly adminFolder: string | null;
  readonly version: string;
  readonly publicUrl: string | null;
  /** Addresses or ranges of proxies whose `X-Forwarded-*` is believed. */
  readonly trustProxy: readonly string[];
  /** Whether `oauth_token` in the query is a token; it is unless this says otherwise. */
  readonly queryTokens?: boolean;
  readonly log: ErrorLog;
  readonly onChange?: NonNullable<EndpointDeps['onChange']>;
  readonly rateLimits?: RateLimits;
  /** Hears of each route, documented or not. */
  readonly onRoute?: (method: string, url: string) => void;
  readonly serverFactory?: FastifyServerFactory;
  /** Hears of requests that were answered before they could be read. */
  readonly onBrokenRequest?: (request: BrokenRequest) => void;
  readonly sockets?: readonly SocketRoute[];
  readonly chatFiles?: ChatFiles;
  /** What policies of our pages have blocked. */
  readonly policyReports?: PolicyReports;
  /** Hears which requests and frames are under way. */
  readonly watched?: Watched;
}

/** Of each part of the server, by name. */
export type Readiness = Readonly<Record<string, { readonly ok: boolean; readonly why?: string }>>;

const MAX_BODY_BYTES = 1024 * 1024;

export async function createApp(deps: AppDeps): Promise<FastifyInstance> {
  const limits = deps.rateLimits ?? DEFAULT_RATE_LIMITS;
  const base = basePathOf(deps.publicUrl);
  const page = deps.adminFolder === null ? null : readAdminPage(deps.adminFolder, base);
  const onError = errorHandler(deps.log);
  const app = fastify(serverOptions(deps, base, onError));
  app.setErrorHandler(onError);
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) deps.onRoute?.(one, url);
  });
  nameClients(app, deps.trustProxy);
  sayUnderWay(app, deps.watched ?? UNWATCHED);
  endConnections(app);
  acceptJson(app);
  await addSecurityHeaders(app, page?.scriptHashes ?? [], base);
  // Before its body is read, or even looked at [W20].
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404) return notFound(request, reply, page);
  });
  await addRateLimits(app, limits, deps.accounts);
  // No id, name or text has it, and not every store can be asked for it.
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.includes('%00')) return sendProblem(request, reply, nulInAddress(request.url));
  });
  await addSocketSupport(app, MAX_FRAME_BYTES);
  await app.register(compress, { encodings: ['gzip'], globalDecompression: false, threshold: 1_024 });

  app.get('/healthz', { config: { rateLimit: false } }, async (_request, reply) => {
    const ready = deps.ready();
    reply.status(ready ? 200 : 503).header('cache-control', 'no-store');
    return { status: ready ? 'ok' : 'unavailable' };
  });
  app.get('/readyz', { config: { rateLimit: false } }, async (_request, reply) => {
    const checks = (await deps.readiness?.()) ?? {};
    const ready = Object.values(checks).every(({ ok }) => ok);
    reply.status(ready ? 200 : 503).header('cache-control', 'no-store');
    return { status: ready ? 'ready' : 'not ready', checks };
  });
  addMetrics(app, deps.accounts, deps.samples);
  let document: ReturnType<typeof openApiDocument> | undefined;
  // Made when first asked for: it costs a start some hundred milliseconds.
  app.get(
    '/api/openapi.json',
    async () => (document ??= openApiDocument(deps.endpoints, deps.version, base)),
  );
  addAuthRoutes(app, deps.accounts, deps.publicUrl, signInLimit(limits));
  for (const endpoint of deps.endpoints) addEndpoint(app, endpoint, deps, signInLimit(limits));
  addMcp(app, deps.accounts, deps.version);
  if (deps.policyReports) addPolicyReports(app, deps.policyReports, base);
  if (deps.sockets) addSockets(app, deps.sockets, deps);
  const { chatFiles } = deps;
  if (chatFiles) await registerChatFiles(app, { ...deps, chatFiles });
  if (deps.tag) addTagFiles(app, deps.tag, deps);
  if (deps.vendorDoor) await addVendorDoor(app, deps.vendorDoor);
  if (deps.widget) addWidgetFiles(app, deps.widget, async (id) => (await deps.chatIsOn?.(id)) ?? true);
  if (deps.adminFolder !== null) await addAdminAssets(app, deps.adminFolder);
  if (page !== null) addAdminPages(app, page);
  app.setNotFoundHandler((request, reply) => notFound(request, reply, page));
  return app;
}

function serverOptions(
  deps: AppDeps,
  base: string,
  onError: ReturnType<typeof errorHandler>,
): FastifyServerOptions {
  return {
    logger: false,
    bodyLimit: MAX_BODY_BYTES,
    trustProxy: deps.trustProxy.length > 0 ? [...deps.trustProxy] : false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    ...(deps.queryTokens === false ? {} : { rewriteUrl: takeQueryToken }),
    clientErrorHandler: createBrokenRequestHandler((request) => deps.onBrokenRequest?.(request), base),
    frameworkErrors: (error, request, reply) => void onError(error, request, reply),
    ...(deps.serverFactory ? { serverFactory: deps.serverFactory } : {}),
  };
}

function notFound(request: FastifyRequest, reply: FastifyReply, page: AdminPage | null): FastifyReply {
  const [path = ''] = request.url.split('?');
  if (page !== null && isOpened(request)) return sendAdminPage(reply.status(404), page);
  // Otherwise the console of a page that names a script here in vain says "blocked", and not that it is not there.
  reply.header('cross-origin-resource-policy', 'cross-origin');
  return sendProblem(request, reply, noSuchRoute(request.method, path));
}

interface BodyKinds {
  readonly takesForm?: boolean;
  readonly takesFile?: boolean;
}

const FORM_TYPE = /^application\/x-www-form-urlencoded\b/i;

/** Clients of the field's API often send JSON under another type or none. */
function acceptJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    '*',
    { parseAs: 'string' },
    async ({ routeOptions, headers }: FastifyRequest, text: string | Buffer) => {
      const { takesForm = false, takesFile = false } = routeOptions.config as BodyKinds;
      if (takesFile) return valueOf(readFileBody(headers['content-type'] ?? '', String(text)));
      if (takesForm && FORM_TYPE.test(headers['content-type'] ?? '')) return readFormBody(String(text));
      return valueOf(readJsonBody(String(text)));
    },
  );
}

function valueOf(body: JsonBody): unknown {
  if (body.ok) return body.value;
  throw new BrokenBody(body.why, body.place);
}
