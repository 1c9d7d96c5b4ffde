/** Serves the tag's script: at all addresses that pages name, and at one that never changes. */
import type { FastifyInstance } from 'fastify';
import { FOR_EVER, HOUR, SCRIPT_OPTIONS, scriptHandler } from './script-file.ts';

/** The built tag. */
export interface TagBuild {
  readonly script: Buffer;
  /** Version and hash of this build, as in `/tag/<name>.js`, e.g. `v0.1.0-3f2a9c`. */
  readonly name: string;
}

/** Where the original has had its script, over the years: owners change the host of what they have pasted [W30]. */
const FOLDERS = ['', '/metrika', '/resource'];
const NAMES = ['tag', 'watch'].flatMap((name) => ['', '_ww', '_debug'].map((kind) => `${name}${kind}.js`));

export function addTagFiles(app: FastifyInstance, tag: TagBuild): void {
  const serve = scriptHandler(tag.script);
  for (const folder of FOLDERS)
    for (const name of NAMES) app.get(`${folder}/${name}`, SCRIPT_OPTIONS, serve(HOUR));
  app.get(`/tag/${tag.name}.js`, SCRIPT_OPTIONS, serve(FOR_EVER));
}
