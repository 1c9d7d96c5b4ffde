/** Names of all metrics and dimensions, also of those that a loop over others makes: no text has them. */
import { spawnSync } from 'node:child_process';
import { node24 } from './node24.mjs';

const REGISTRY = './packages/server/src/query/registry.ts';
const PRINTED = `
  import { DIMENSIONS, METRICS } from '${REGISTRY}';
  console.log(JSON.stringify([...METRICS, ...DIMENSIONS].map(({ id }) => id)));
`;

/** @returns {readonly string[]} none before dependencies are installed, or where the sources cannot be read now */
export function registryNames(root) {
  const { status, stdout } = spawnSync(node24(), ['--input-type=module', '--eval', PRINTED], { cwd: root });
  return status === 0 ? JSON.parse(stdout) : [];
}
