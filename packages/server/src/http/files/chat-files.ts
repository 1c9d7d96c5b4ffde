/** Routes of the chat's files: raw bodies in and out, so they stand beside the endpoints. */
import {
  CHAT_SECRET_HEADER,
  FILE_NAME_HEADER,
  MAX_FILE_BYTES,
  type ChatRefusalReason,
} from '@goalpost/contract/chat';
import type { ErrorType } from '@goalpost/contract/management';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fileHeaders, type ChatFiles, type Upload, type UploadAnswer } from '../../chat/index.ts';
import { networkOf } from '../../kit/limits/network.ts';
import { isProblem, problem, problemsIn, type Problem } from '../../kit/problem.ts';
import { counterNumber } from '../../kit/schemas/counter-number.ts';
import { sendBody, sendProblem } from '../answers/answer.ts';
import { authenticate, type Authenticator } from '../auth/authentication.ts';
import { authorise, type CounterAccess } from '../auth/authorisation.ts';
import { unknownParameters } from '../answers/known-parameters.ts';
import { unauthorized } from '../answers/problem-catalogue.ts';

export interface ChatFilesDeps {
  readonly chatFiles: ChatFiles;
  readonly accounts: Authenticator;
  readonly access: CounterAccess;
  readonly publicUrl: string | null;
}

interface Params {
  readonly counterId: string;
}

/** Uploads come from pages of other sites; no cookie is asked for, so every site may. */
const OPEN = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
const PREFLIGHT = {
  ...OPEN,
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': `content-type, ${FILE_NAME_HEADER}, ${CHAT_SECRET_HEADER}`,
  'access-control-max-age': '86400',
};

export async function registerChatFiles(app: FastifyInstance, deps: ChatFilesDeps): Promise<void> {
  const { chatFiles } = deps;
  await app.register(async (files) => {
    files.removeAllContentTypeParsers();
    files.addContentTypeParser('*', (_request, body, done) => done(null, body));

    files.options('/chat/v1/files/:counterId', async (_request, reply) =>
      reply.status(204).headers(PREFLIGHT).send(),
    );

    files.post<{ Params: Params }>('/chat/v1/files/:counterId', async (request, reply) => {
      reply.headers(OPEN);
      const unknown = unknownOf(request);
      if (unknown !== null) return refuseUpload(request, reply, unknown);
      const secret = headerOf(request, CHAT_SECRET_HEADER);
      return answer(
        request,
        reply,
        await chatFiles.fromVisitor(uploadOf(request), secret, networkOf(request.ip)),
      );
    });

    files.post<{ Params: Params }>('/api/v1/counters/:counterId/chat/files', async (request, reply) => {
      const caller = await authenticate(request, deps.accounts, deps.publicUrl);
      if (isProblem(caller)) return sendProblem(request, reply, caller);
      if (caller === null) return sendProblem(request, reply, unauthorized());
      const { counterId } = request.params;
      const attempt = { auth: { counter: 'chat:answer' }, method: 'POST', caller, counterId } as const;
      const refusal = await authorise(attempt, deps.access);
      if (refusal) return sendProblem(request, reply, refusal);
      const unknown = unknownOf(request);
      if (unknown !== null) return refuseUpload(request, reply, unknown);
      return answer(request, reply, await chatFiles.fromOperator(uploadOf(request), caller.accountId));
    });

    files.get<{ Params: { fileId: string } }>(
      '/chat/v1/files/:fileId',
      { compress: false },
      async (request, reply) => {
        const found = await chatFiles.open(request.params.fileId);
        if (found === null) return sendProblem(request, reply, noSuchFile());
        if (found === 'unavailable') return sendProblem(request, laterAgain(reply), notNow());
        return reply.headers(fileHeaders(found.file)).send(found.bytes);
      },
    );
  });
}

/** A file has no parameters [M27]. */
const unknownOf = ({ query }: FastifyRequest): Problem | null => problemsIn(unknownParameters({}, query));

function refuseUpload(request: FastifyRequest, reply: FastifyReply, refusal: Problem): FastifyReply {
  request.raw.resume();
  return sendProblem(request, reply, refusal);
}

const laterAgain = (reply: FastifyReply) => reply.headers({ ...OPEN, 'retry-after': '10' });
const NOT_NOW = 'Files cannot be stored or read now. Try again in a moment.';
const notNow = () => problem('backend_error', NOT_NOW, 'fileId');
const noSuchFile = () => problem('not_found', 'There is no such file.', 'fileId');

function headerOf(request: FastifyRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

function uploadOf(request: FastifyRequest<{ Params: Params }>): Upload {
  const { counterId } = request.params;
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  return {
    counterId: counterNumber(counterId) ?? 0,
    name: headerOf(request, FILE_NAME_HEADER),
    length: Number.isFinite(length) ? length : null,
    // Breaking off must not end the connection: the answer is still to go out.
    body: (request.body as Readable | undefined)?.iterator({ destroyOnReturn: false }) ?? nothing(),
  };
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

function answer(request: FastifyRequest, reply: FastifyReply, result: UploadAnswer): FastifyReply {
  // What is still coming is let pass, or the connection would never be done with it.
  request.raw.resume();
  if (result.ok) return sendBody(request, reply, 200, { file: result.file });
  const [status, type, message] = REFUSALS[result.reason] ?? [400, 'invalid_parameter', 'Not a file.'];
  if (result.reason === 'unavailable') laterAgain(reply);
  return sendBody(request, reply, status, {
    errors: [{ error_type: type, message }],
    code: status,
    message,
    reason: result.reason,
  });
}

const REFUSALS: Partial<Record<ChatRefusalReason, readonly [status: number, type: ErrorType, text: string]>> =
  {
    too_large: [413, 'limit_exceeded', `A file may have at most ${MAX_FILE_BYTES / 1024 / 1024} MB.`],
    file_type: [415, 'invalid_parameter', 'Files of this type are not taken, or the name says another.'],
    too_fast: [429, 'quota_requests_by_uid', 'Too many files at once. Wait a few minutes.'],
    denied: [403, 'access_denied', `The header ${CHAT_SECRET_HEADER} must hold the visitor's secret.`],
    blocked: [403, 'access_denied', 'This visitor is blocked.'],
    disabled: [403, 'access_denied', 'The chat of this counter is off.'],
    unavailable: [503, 'backend_error', NOT_NOW],
    unknown_counter: [404, 'not_found', 'There is no such counter.'],
  };
