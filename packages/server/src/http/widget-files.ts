/** Serves the chat's widget: the launcher that pages name, and the modules that it fetches when needed. */
import type { FastifyInstance } from 'fastify';
import { FOR_EVER, HOUR, SCRIPT_OPTIONS, scriptHandler } from './script-file.ts';

/** The built widget: scripts by file name. */
export type WidgetBuild = ReadonlyMap<string, Buffer>;

/** Named by pages; every other file has a name of its content and never changes. */
const LAUNCHER = 'widget.js';

export function addWidgetFiles(app: FastifyInstance, widget: WidgetBuild): void {
  for (const [name, script] of widget) {
    app.get(`/chat/${name}`, SCRIPT_OPTIONS, scriptHandler(script)(name === LAUNCHER ? HOUR : FOR_EVER));
  }
}
