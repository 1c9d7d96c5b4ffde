/** Which form of answer a request asks for [W8]. */
import { type AnswerForm, GIF, JSON_FORM } from './answer.ts';
import { wireKey } from './wire-key.ts';

/** A path of plain identifiers, such as `_ymjsp123` or `Ya.callbacks[4]`: anything else could be script. */
const CALLBACK = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*|\[\d{1,9}\])*$/;
const MAX_CALLBACK = 128;

/** Null: the callback that is asked for is no plain identifier path. */
export function answerForm(query: string, body: string | undefined): AnswerForm | null {
  const mode = wireKey(query, body, 'wmode');
  if (mode === '7') return JSON_FORM;
  if (mode !== '5') return GIF;
  const callback = wireKey(query, body, 'callback') ?? '';
  return callback.length <= MAX_CALLBACK && CALLBACK.test(callback) ? { kind: 'jsonp', callback } : null;
}
