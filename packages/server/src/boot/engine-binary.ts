/** The embedded engine is a library made for each platform apart: without one for this machine nothing is begun. */
import { createRequire } from 'node:module';
import { CannotStart } from './cannot-start.ts';

/** The engine's package of each platform, as the engine itself asks for them. */
const PACKAGES: Readonly<Record<string, string>> = {
  'darwin-arm64': '@chdb/lib-darwin-arm64',
  'darwin-x64': '@chdb/lib-darwin-x64',
  'linux-arm64': '@chdb/lib-linux-arm64-gnu',
  'linux-x64': '@chdb/lib-linux-x64-gnu',
};

const OTHERWISE =
  'Set GOALPOST_CLICKHOUSE_URL to a ClickHouse server, or run Goalpost on Linux (glibc) or macOS, on x64 or arm64.';

/** @throws CannotStart */
export function requireEngine(): void {
  const machine = `${process.platform}-${process.arch}`;
  const name = PACKAGES[machine];
  if (name === undefined || !hasItsLibrary())
    throw new CannotStart(`The embedded analytics engine does not run on ${nameOf(machine)}. ${OTHERWISE}`);
  try {
    const engine = createRequire(createRequire(import.meta.url).resolve('chdb'));
    engine.resolve(`${name}/package.json`);
  } catch {
    throw new CannotStart(
      `The embedded analytics engine for ${machine} (${name}) is not installed. ` +
        `Install it with "npm ci" on this machine, optional dependencies included. ${OTHERWISE}`,
    );
  }
}

/** The engine for Linux is linked against glibc. */
function hasItsLibrary(): boolean {
  if (process.platform !== 'linux') return true;
  const { header } = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return header?.glibcVersionRuntime !== undefined;
}

function nameOf(machine: string): string {
  return PACKAGES[machine] === undefined ? machine : `${machine} without glibc`;
}
