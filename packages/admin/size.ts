/** Prints how many bytes the web app needs to paint first, gzipped, and fails when that is over budget. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUDGET = { script: 240 * 1024, style: 48 * 1024 };

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const dist = join(import.meta.dirname, 'dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>;

/** The entry and all it imports at once; what it imports later is not needed for the first paint. */
function initialFiles(): { scripts: Set<string>; styles: Set<string> } {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const queue = Object.values(manifest).filter((chunk) => chunk.isEntry === true);
  for (let chunk = queue.pop(); chunk !== undefined; chunk = queue.pop()) {
    if (scripts.has(chunk.file)) continue;
    scripts.add(chunk.file);
    for (const style of chunk.css ?? []) styles.add(style);
    for (const name of chunk.imports ?? []) {
      const imported = manifest[name];
      if (imported !== undefined) queue.push(imported);
    }
  }
  return { scripts, styles };
}

const gzipped = (file: string): number => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
const sum = (files: Set<string>): number => [...files].reduce((total, file) => total + gzipped(file), 0);

const { scripts, styles } = initialFiles();
const lines = [
  { name: 'first script', size: sum(scripts), budget: BUDGET.script },
  { name: 'first style', size: sum(styles), budget: BUDGET.style },
];
for (const line of lines) {
  const verdict = line.size <= line.budget ? 'ok' : 'OVER BUDGET';
  process.stdout.write(`admin ${line.name}: ${line.size} B gzip of ${line.budget} (${verdict})\n`);
}
process.exitCode = lines.some((line) => line.size > line.budget) ? 1 : 0;
