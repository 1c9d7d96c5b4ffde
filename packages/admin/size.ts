/** Prints how many bytes the web app and each of its screens need, gzipped, and fails where one is over budget. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Of a screen: scripts alone that the first paint has not brought, and that it waits for. */
const BUDGET = { script: 240 * 1024, style: 48 * 1024, report: 240 * 1024, screen: 40 * 1024 };
/** What is over its budget today, in KB: it may not grow. Take a line away when it fits. */
const OVER: Readonly<Record<string, number>> = {
  'scripts of a first report': 372,
  'chat/invitations/invitations.tsx': 90,
  'chat/settings/chat-settings-page.tsx': 78,
  'chat/console-page.tsx': 64,
  'alerts/alerts-page.tsx': 58,
  'privacy/privacy-page.tsx': 53,
  'settings/settings-page.tsx': 52,
};
/** Drawn when they are in sight, after the screen. */
const LATER = /\/chart-canvas\.tsx$/;
/** Modules by which a screen, a dialog or a part of them is loaded; shapes and languages come beside all of them. */
const SCREEN = /\.tsx$/;

interface Chunk {
  readonly file: string;
  readonly src?: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const dist = join(import.meta.dirname, 'dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>;

interface Files {
  readonly scripts: Set<string>;
  readonly styles: Set<string>;
}

/** The chunks and all they import at once; what they import later is not needed for their first paint. */
function filesOf(chunks: readonly Chunk[]): Files {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const queue = [...chunks];
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
const sum = (files: ReadonlySet<string>): number =>
  [...files].reduce((total, file) => total + gzipped(file), 0);

const all = Object.values(manifest);
const loaded = (src: string): Chunk[] => all.filter((chunk) => chunk.src === `src/${src}`);
const entry = all.filter((chunk) => chunk.isEntry === true);
const first = filesOf(entry);
/** Until a report stands: its page, one language, and the shapes of answers. */
const report = filesOf([
  ...entry,
  ...['report/page/report-page.tsx', 'i18n/ru.ts', 'api/shapes.ts'].flatMap(loaded),
]);

/** What each screen adds to what a reader of reports has already, largest first. */
const screens = all
  .filter(({ isDynamicEntry, src = '' }) => isDynamicEntry === true && SCREEN.test(src) && !LATER.test(src))
  .map((chunk) => ({
    name: (chunk.src ?? '').replace(/^src\//, ''),
    size: sum(new Set([...filesOf([chunk]).scripts].filter((file) => !report.scripts.has(file)))),
    budget: BUDGET.screen,
  }))
  .toSorted((one, other) => other.size - one.size);

const lines = [
  { name: 'first script', size: sum(first.scripts), budget: BUDGET.script },
  { name: 'first style', size: sum(first.styles), budget: BUDGET.style },
  { name: 'scripts of a first report', size: sum(report.scripts), budget: BUDGET.report },
  ...screens,
];
/** @returns what stands behind a line; null where it may not be */
function verdictOf({ name, size, budget }: (typeof lines)[number]): string | null {
  const borne = OVER[name];
  if (size <= budget) return borne === undefined ? 'ok' : null;
  return borne !== undefined && size <= borne * 1024 ? `over, borne up to ${borne * 1024}` : null;
}
for (const line of lines) {
  const fits = line.size <= line.budget ? 'FITS NOW: take it out of the list' : 'OVER BUDGET';
  const verdict = verdictOf(line) ?? fits;
  process.stdout.write(`admin ${line.name}: ${line.size} B gzip of ${line.budget} (${verdict})\n`);
}
process.exitCode = lines.some((line) => verdictOf(line) === null) ? 1 : 0;
