/** Tells the watchdog which requests are under way, by their routes. */
import type { FastifyInstance } from 'fastify';
import type { Watched } from '../kit/watched.ts';

/** Before any route is added. */
export function sayUnderWay(app: FastifyInstance, watched: Watched): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { url } = request.routeOptions;
    const { isWatched = true } = request.routeOptions.config as { readonly isWatched?: boolean };
    // A socket's frames are said one by one.
    if (!request.ws && isWatched) {
      const begun = watched.begin(watched.label(url === undefined ? 'no route' : `${request.method} ${url}`));
      reply.raw.once('close', () => watched.end(begun));
    }
    done();
  });
}

const TYPE = /"type"\s*:\s*"(\w{1,32})"/;
/** A frame's type stands at its beginning where our own clients wrote it. */
const LOOKED_AT = 256;

/** Labels of a socket's frames, one for each of its types. */
export function frameLabels(
  watched: Watched,
  url: string,
  types: readonly string[],
): (text: string) => number {
  const labels = new Map(types.map((type) => [type, watched.label(`frame ${type} on ${url}`)]));
  const other = watched.label(`frame on ${url}`);
  return (text) => labels.get(TYPE.exec(text.slice(0, LOOKED_AT))?.[1] ?? '') ?? other;
}
