/** The web app's types of requests are those of the endpoints. After a change that is meant: `npm run api`. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { apiTypes, type ApiDocument } from './api-types.ts';
import { startServer } from './start-server.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FILE = 'packages/admin/src/api/routes.ts';

/** As the formatter writes it, so that the file passes `npm run check`. */
function formatted(text: string): string {
  const { stdout, stderr } = spawnSync(join(ROOT, 'node_modules/.bin/oxfmt'), [`--stdin-filepath=${FILE}`], {
    cwd: ROOT,
    input: text,
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return stdout;
}

it('routes, their parameters and bodies are written as types', async () => {
  const server = await startServer();
  const document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as ApiDocument;
  await server.close();
  await expect(formatted(apiTypes(document))).toMatchFileSnapshot(join(ROOT, FILE));
});
