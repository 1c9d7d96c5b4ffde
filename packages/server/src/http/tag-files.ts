/** Serves the tag's script: at the two addresses that pages name, and at one that never changes. */
import type { FastifyInstance } from 'fastify';
import { FOR_EVER, HOUR, SCRIPT_OPTIONS, scriptHandler } from './script-file.ts';

/** The built tag. */
export interface TagBuild {
  readonly script: Buffer;
  /** Version and hash of this build, as in `/tag/<name>.js`, e.g. `v0.1.0-3f2a9c`. */
  readonly name: string;
}

export function addTagFiles(app: FastifyInstance, tag: TagBuild): void {
  const serve = scriptHandler(tag.script);
  app.get('/metrika/tag.js', SCRIPT_OPTIONS, serve(HOUR));
  app.get('/tag.js', SCRIPT_OPTIONS, serve(HOUR));
  app.get(`/tag/${tag.name}.js`, SCRIPT_OPTIONS, serve(FOR_EVER));
}
