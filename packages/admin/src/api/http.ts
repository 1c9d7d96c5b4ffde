/** The only place that talks to the server: JSON in, JSON out, refusals as one kind of error. */
import type { ApiErrorItem } from '@goalpost/contract/management';

/** `status` 0: the server did not answer at all. */
export class ApiFailure extends Error {
  readonly status: number;
  readonly items: readonly Partial<ApiErrorItem>[];
  constructor(status: number, message: string, items: readonly Partial<ApiErrorItem>[] = []) {
    super(message);
    this.name = 'ApiFailure';
    this.status = status;
    this.items = items;
  }
}

type Query = Readonly<Record<string, string | number | boolean | undefined>>;

interface Options<T> {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly query?: Query;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  /** Reads the answer; fails when it has not the agreed shape. */
  readonly read: (answer: unknown) => T | Promise<T>;
}

type Shapes = typeof import('./shapes.ts');

/** Reads an answer by a shape that is loaded when first needed. */
export function shaped<T>(
  pick: (shapes: Shapes) => { parse(answer: unknown): T },
): (answer: unknown) => Promise<T> {
  return async (answer) => pick(await import('./shapes.ts')).parse(answer);
}

export function addressOf(path: string, query: Query = {}): string {
  const given = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function failureOf(status: number, answer: unknown): ApiFailure {
  if (typeof answer !== 'object' || answer === null) return new ApiFailure(status, `HTTP ${status}`);
  const items =
    'errors' in answer && Array.isArray(answer.errors) ? (answer.errors as Partial<ApiErrorItem>[]) : [];
  const message =
    'message' in answer && typeof answer.message === 'string' ? answer.message : `HTTP ${status}`;
  return new ApiFailure(status, message, items);
}

export async function request<T>(path: string, options: Options<T>): Promise<T> {
  const { method = 'GET', query, body, signal, read } = options;
  let response: Response;
  try {
    response = await fetch(addressOf(path, query), {
      method,
      signal: signal ?? null,
      credentials: 'same-origin',
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new ApiFailure(0, 'no answer');
  }
  const answer = await answerOf(response);
  if (!response.ok) throw failureOf(response.status, answer);
  return read(answer);
}
