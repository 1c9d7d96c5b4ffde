/** Serves the picker to pages that a signed link has opened. It asks by importing: that passes wherever the tag itself has passed. */
import type { FastifyInstance } from 'fastify';
import { abortedWith } from '../endpoint-route.ts';
import type { PickerAnswer, PickerStart } from '@goalpost/contract/picker';

/** What opens for a link, and what is answered to its page. */
export interface PickerDoor {
  begin(counterId: number, token: string, languages: string): PickerStart;
  answer(counterId: number, token: string, question: string, signal: AbortSignal): Promise<PickerAnswer>;
}

type Query = Readonly<Record<string, unknown>>;

const textOf = (query: Query, key: string): string => (typeof query[key] === 'string' ? query[key] : '');

/** @param script the picker's script for a page */
export function addPickerFile(
  app: FastifyInstance,
  script: (start: PickerStart) => string,
  door: PickerDoor,
): void {
  app.get('/tag-tools.js', { compress: false }, async (request, reply) => {
    const query = request.query as Query;
    const [id, token] = [Number(textOf(query, 'id')), textOf(query, 'pick')];
    reply
      .header('cache-control', 'no-store')
      .header('access-control-allow-origin', '*')
      .header('cross-origin-resource-policy', 'cross-origin')
      .type('text/javascript; charset=utf-8');
    if (query['ask'] === undefined)
      return script(door.begin(id, token, request.headers['accept-language'] ?? ''));
    const answer = await door.answer(id, token, textOf(query, 'ask'), abortedWith(reply));
    return `export default ${JSON.stringify(answer)}`;
  });
}
