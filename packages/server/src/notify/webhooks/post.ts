/** One attempt at a webhook: a POST of which the answer's beginning is read. */
import { reach, type ReachOptions } from './reach.ts';

export type PostOptions = ReachOptions;

export interface PostAnswer {
  /** Null: there was none. */
  readonly status: number | null;
  /** Status and beginning of the answer, or why there is none; for people to read. */
  readonly text: string;
  /** As far as it was read. */
  readonly body: string;
}

const MAX_ANSWER_BYTES = 64 * 1024;
/** Of that, as much as the log keeps. */
const MAX_NOTED = 500;

/** Never throws. */
export async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer,
  options: PostOptions,
): Promise<PostAnswer> {
  const sending = { method: 'POST', url, headers, body, mostBytes: MAX_ANSWER_BYTES } as const;
  const { status, line, body: bytes } = await reach(sending, options);
  if (status === null) return { status, text: line.slice(0, MAX_NOTED), body: '' };
  const said = bytes.toString('utf8');
  return { status, text: readable(`${line} ${said}`).slice(0, MAX_NOTED), body: said };
}

const readable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
