/** One endpoint as a Fastify route: who is calling → may they → is the input right → answer. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Change } from '../audit/index.ts';
import type { Endpoint, EndpointContext } from '../kit/endpoint.ts';
import { isProblem, problemsIn, type Problem } from '../kit/problem.ts';
import { sendAnswer } from './answers/answer.ts';
import { authenticate, type Authenticator } from './auth/authentication.ts';
import { authorise, authoriseCounter, type CounterAccess } from './auth/authorisation.ts';
import { unknownParameters, unusedParameters } from './answers/known-parameters.ts';
import { unknownFieldsOf, unusedHeader, type UnknownFields } from './answers/unknown-fields.ts';
import { withBody } from './answers/question-body.ts';
import { check, type Checked } from './answers/validation.ts';

export interface EndpointDeps {
  readonly accounts: Authenticator;
  readonly access: CounterAccess;
  readonly publicUrl: string | null;
  /** Hears of every request that has changed something, for the audit log [A17]. */
  readonly onChange?: (
    change: Change & { readonly caller: EndpointContext['caller']; readonly address: string },
  ) => void;
}

interface RouteDeps extends EndpointDeps {
  readonly unknownFields: (body: unknown) => UnknownFields;
}

/** What a form adds to a file, or JSON to its quotes and ends of lines. */
const AROUND_FILE = 1.5;

/** @param guard route configuration of endpoints that are guarded */
export function addEndpoint(
  app: FastifyInstance,
  endpoint: Endpoint,
  deps: EndpointDeps,
  guard: { readonly rateLimit: object },
): void {
  // Read when first asked for: all of them would cost a start some hundred milliseconds.
  let reader: RouteDeps['unknownFields'] | undefined;
  const unknownFields: RouteDeps['unknownFields'] = (body) => (reader ??= unknownFieldsOf(endpoint))(body);
  const callers = new WeakMap<FastifyRequest, EndpointContext['caller']>();
  app.route({
    method: endpoint.method,
    url: endpoint.url,
    ...(endpoint.fileBytes === undefined ? {} : { bodyLimit: endpoint.fileBytes * AROUND_FILE }),
    config: {
      ...(endpoint.guarded === true ? guard : {}),
      takesForm: endpoint.asks === true,
      takesFile: endpoint.fileBytes !== undefined,
    },
    // Before the body is read: a stranger's costs neither memory nor time [A79].
    preParsing: async (request, reply) => {
      const caller = await admit(endpoint, request, deps);
      if (isProblem(caller)) return void (await sendAnswer(request, reply, caller));
      callers.set(request, caller);
    },
    handler: async (request, reply) => {
      const caller = callers.get(request);
      // Refused: where the client has gone before it was told, the framework goes on all the same.
      if (caller === undefined) return reply;
      return sendAnswer(
        request,
        reply,
        await handle(endpoint, request, reply, caller, { ...deps, unknownFields }),
      );
    },
  });
}

/** @returns who is calling, null for a stranger at a public endpoint; a refusal where they may not */
async function admit(
  endpoint: Endpoint,
  request: FastifyRequest,
  deps: EndpointDeps,
): Promise<EndpointContext['caller'] | Problem> {
  const isPublic = endpoint.auth === 'public';
  const early = isPublic || endpoint.beforeSecondFactor === true;
  const who = await authenticate(request, deps.accounts, deps.publicUrl, early);
  if (isProblem(who)) return isPublic ? null : who;
  const { counterId } = request.params as { counterId?: string };
  const { auth, method, asks = false, ofDeleted = false } = endpoint;
  const refusal = await authorise({ auth, method, asks, ofDeleted, caller: who, counterId }, deps.access);
  return refusal ?? who;
}

async function handle(
  endpoint: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
  caller: EndpointContext['caller'],
  deps: RouteDeps,
): Promise<unknown> {
  const isInBody = endpoint.asks === true && endpoint.body === undefined;
  const asked = isInBody ? withBody(request.query, request.body) : request.query;
  if (isProblem(asked)) return asked;
  const unknown = problemsIn(unknownParameters(endpoint, asked));
  if (unknown !== null) return unknown;
  sayUnused(reply, unusedParameters(endpoint, asked));
  const params = await check(endpoint.params, request.params);
  if (!params.ok) return params.refusal;
  const query = await check(endpoint.query, asked);
  if (!query.ok) return query.refusal;
  const body = await checkBody(endpoint, request.body, reply, deps);
  if (!body.ok) return body.refusal;
  const context = contextOf(endpoint, request, reply, caller, deps.access);
  // The list has forgotten the types; each schema has just been held against its own part.
  const input = { params: params.value, query: query.value, body: body.value } as never;
  const answer = await endpoint.handle(input, context);
  // What visitors of sites send is no change of this kind, and would fill the log.
  const mayChange = endpoint.method !== 'GET' && endpoint.asks !== true;
  const isAudited = endpoint.auth !== 'public' || endpoint.guarded === true;
  if (mayChange && isAudited && !isProblem(answer)) {
    const { method, url } = endpoint;
    const change = { method, url, params: params.value, body: request.body, answer };
    deps.onChange?.({ ...change, caller, address: request.ip });
  }
  return answer;
}

function contextOf(
  endpoint: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
  caller: EndpointContext['caller'],
  access: CounterAccess,
): EndpointContext {
  const ofDeleted = endpoint.ofDeleted === true;
  return {
    caller,
    bySession: caller !== null && request.headers.authorization === undefined,
    from: placeOf(request),
    authorise: (id, ability) => authoriseCounter(caller, id, { ability, ofDeleted }, access),
    limitOf: async (id) => (caller === null ? null : access.limit(caller.accountId, id)),
    signal: abortedWith(reply),
  };
}

async function checkBody(
  endpoint: Endpoint,
  given: unknown,
  reply: FastifyReply,
  { unknownFields }: RouteDeps,
): Promise<Checked> {
  const checked = await check(endpoint.body, given);
  const { slips, unused } = unknownFields(given);
  // First, since they say why something else is missing.
  const refusal = problemsIn([...slips, ...(checked.ok ? [] : checked.refusal.items)]);
  if (refusal !== null) return { ok: false, refusal };
  sayUnused(reply, unused);
  return checked;
}

function sayUnused(reply: FastifyReply, unused: readonly string[]): void {
  if (unused.length > 0) void reply.header('X-Goalpost-Unused', unusedHeader(unused));
}

const placeOf = ({ ip, headers }: FastifyRequest) => ({ address: ip, cookies: headers.cookie ?? '' });

export function abortedWith(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
