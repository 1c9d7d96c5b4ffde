/** Serves the chat's widget: the launcher that pages name, and the modules that it fetches when needed. */
import type { FastifyInstance } from 'fastify';
import { FOR_EVER, HOUR, SCRIPT_OPTIONS, scriptHandler } from './script-file.ts';

/** The built widget: scripts by file name. */
export type WidgetBuild = ReadonlyMap<string, Buffer>;

/** Named by pages; every other file has a name of its content and never changes. */
const LAUNCHER = 'widget.js';

const BRIEFLY = 'public, max-age=60';

export function addWidgetFiles(app: FastifyInstance, widget: WidgetBuild): void {
  for (const [name, script] of widget) {
    app.get(`/chat/${name}`, SCRIPT_OPTIONS, scriptHandler(script)(name === LAUNCHER ? HOUR : FOR_EVER));
    const [part = '', hash] = name.split('-');
    // A launcher kept from before an update names what was built then.
    if (hash !== undefined) app.get(`/chat/${part}-:hash.js`, SCRIPT_OPTIONS, scriptHandler(script)(BRIEFLY));
  }
}
