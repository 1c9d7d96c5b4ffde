/** Answers in the form that `wmode` asks for [W8–W10], with headers made ahead of time. */
import type { ServerResponse } from 'node:http';
import type { HitNote } from '@goalpost/contract/collection';
import { OUTCOME_HEADER } from '@goalpost/contract/wire';
import { NO_SETTINGS } from './tag-settings.ts';
import type { Refusal } from './refusal.ts';

export type AnswerForm =
  | { readonly kind: 'json' | 'gif' }
  | { readonly kind: 'jsonp'; readonly callback: string };

export const GIF: AnswerForm = { kind: 'gif' };
export const JSON_FORM: AnswerForm = { kind: 'json' };

/** A transparent pixel, as Latin-1: a string goes out in one write with the headers. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64').toString(
  'latin1',
);
const MAX_ORIGIN = 512;

const CONTENT_TYPE = {
  json: 'application/json; charset=utf-8',
  jsonp: 'application/javascript; charset=utf-8',
  gif: 'image/gif',
} as const;

const STORED = {
  json: fixedHeaders('json', 'stored'),
  gif: fixedHeaders('gif', 'stored'),
} as const;

/** All but the length, which a JSON answer has of its own. */
function fixedHeaders(kind: AnswerForm['kind'], outcome: string): string[] {
  return [
    'Content-Type',
    CONTENT_TYPE[kind],
    'Cache-Control',
    'no-store',
    'X-Content-Type-Options',
    'nosniff',
    'Cross-Origin-Resource-Policy',
    'cross-origin',
    'Access-Control-Expose-Headers',
    OUTCOME_HEADER,
    OUTCOME_HEADER,
    outcome,
    ...(kind === 'gif' ? ['Content-Length', String(PIXEL.length)] : []),
  ];
}

export interface Answer {
  readonly form: AnswerForm;
  readonly origin: string;
  /** `Set-Cookie` values. */
  readonly cookies: readonly string[];
  /** JSON for the genuine tag; absent: it is told nothing. */
  readonly settings?: string;
}

export function answerStored(response: ServerResponse, answer: Answer, notes: readonly HitNote[]): void {
  const { form } = answer;
  const headers =
    form.kind !== 'jsonp' && notes.length === 0
      ? STORED[form.kind]
      : fixedHeaders(form.kind, notes.length === 0 ? 'stored' : `stored; note=${notes.join(',')}`);
  send(response, 200, headers, answer);
}

export function answerRefused(response: ServerResponse, answer: Answer, refusal: Refusal): void {
  const headers = fixedHeaders(answer.form.kind, `refused; reason=${refusal.reason}`);
  if (refusal.reason === 'method') headers.push('Allow', 'GET, POST, OPTIONS');
  if (refusal.reason === 'busy' || refusal.reason === 'unavailable') headers.push('Retry-After', '5');
  if (refusal.hangUp === true) headers.push('Connection', 'close');
  // Where an image's `onload` says that it was taken, its sender would not try again.
  if (refusal.status >= 500 && answer.form.kind === 'gif')
    sendEmpty(response, refusal.status, headers, answer);
  else send(response, refusal.status, headers, answer);
}

/** A click map: not used yet [W17]. */
export function answerIgnored(response: ServerResponse, answer: Answer): void {
  send(response, 200, fixedHeaders('gif', 'ignored'), answer);
}

export function answerPreflight(response: ServerResponse, origin: string, asked: string): void {
  const headers = [
    'Content-Length',
    '0',
    'Access-Control-Allow-Methods',
    'GET, POST',
    'Access-Control-Max-Age',
    '86400',
  ];
  if (asked !== '' && asked.length <= MAX_ORIGIN) headers.push('Access-Control-Allow-Headers', asked);
  response.writeHead(204, withOrigin(headers, origin));
  response.end();
}

/** What is left of the headers of an image that is not sent. */
function sendEmpty(response: ServerResponse, status: number, fixed: readonly string[], answer: Answer): void {
  const headers = fixed.filter((_text, at) => !/^Content-(Type|Length)$/.test(fixed[at - (at % 2)] ?? ''));
  response.writeHead(status, withOrigin([...headers, 'Content-Length', '0'], answer.origin));
  response.end();
}

function send(response: ServerResponse, status: number, fixed: readonly string[], answer: Answer): void {
  const { form, origin, cookies, settings = NO_SETTINGS } = answer;
  const headers = withOrigin(fixed, origin);
  for (const cookie of cookies) headers.push('Set-Cookie', cookie);
  if (form.kind === 'gif') {
    response.writeHead(status, headers);
    response.end(PIXEL, 'latin1');
    return;
  }
  const body = form.kind === 'jsonp' ? `${form.callback}(${settings})` : settings;
  headers.push('Content-Length', String(body.length));
  response.writeHead(status, headers);
  response.end(body, 'latin1');
}

function withOrigin(headers: readonly string[], origin: string): string[] {
  if (origin === '' || origin.length > MAX_ORIGIN) return [...headers];
  return [...headers, 'Access-Control-Allow-Origin', origin, 'Access-Control-Allow-Credentials', 'true'];
}
