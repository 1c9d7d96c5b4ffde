/** Serves the chat's widget: the launcher that pages name, and the modules that it fetches when needed. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { counterNumber } from '../../kit/schemas/counter-number.ts';
import { FOR_EVER, HOUR, SCRIPT_OPTIONS, scriptHandler } from './script-file.ts';

/** The built widget: scripts by file name. */
export type WidgetBuild = ReadonlyMap<string, Buffer>;

/** Named by pages; every other file has a name of its content and never changes. */
const LAUNCHER = 'widget.js';

const BRIEFLY = 'public, max-age=60';

/** What a counter's pages get instead of the launcher while its chat is off, so that they ask for nothing more. */
const NOTHING = Buffer.alloc(0);

/** @param isOn whether a counter's chat is; one that fails counts as on, and the launcher finds out */
export function addWidgetFiles(
  app: FastifyInstance,
  widget: WidgetBuild,
  isOn: (counterId: number) => Promise<boolean>,
): void {
  const nothing = scriptHandler(NOTHING)(BRIEFLY);
  for (const [name, script] of widget) {
    const handlerFor = scriptHandler(script);
    const handler = handlerFor(name === LAUNCHER ? HOUR : FOR_EVER);
    if (name === LAUNCHER) {
      app.get(`/chat/${name}`, SCRIPT_OPTIONS, async (request, reply) => {
        const counterId = counterOf(request);
        const on = counterId === null || (await isOn(counterId).catch(() => true));
        return on ? handler(request, reply) : nothing(request, reply);
      });
      continue;
    }
    app.get(`/chat/${name}`, SCRIPT_OPTIONS, handler);
    const [part = '', hash] = name.split('-');
    // A launcher kept from before an update names what was built then.
    if (hash !== undefined) app.get(`/chat/${part}-:hash.js`, SCRIPT_OPTIONS, handlerFor(BRIEFLY));
  }
}

/** Null where the address names none, or more than one. */
const counterOf = ({ query }: FastifyRequest): number | null => counterNumber((query as { id?: unknown }).id);
