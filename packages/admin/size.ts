/** Prints how many gzipped bytes the web app and each of its screens need. It fails where one is over budget. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readSources } from './words-needed.ts';

/** Of a screen: scripts alone that the first paint has not brought, and that it waits for; its words too. */
const BUDGET = {
  script: 240 * 1024,
  style: 48 * 1024,
  report: 240 * 1024,
  screen: 40 * 1024,
  idle: 108 * 1024,
};
/** What is over its budget today, in KB: it may not grow. Take a line away when it fits. */
const OVER: Readonly<Record<string, number>> = {};
/** Drawn when they are in sight, after the screen. */
const LATER = /\/chart-canvas\.tsx$/;
/** Modules by which a screen, a dialog or a part of them is loaded. */
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

/** Where the words of a section lie: `goalTypes` in `i18n/ru/goal-types.ts`. */
const fileOfWords = (section: string): string =>
  section === 'help'
    ? 'i18n/help/ru.ts'
    : `i18n/ru/${section.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;

const gzipped = (file: string): number => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
const sum = (files: ReadonlySet<string>): number =>
  [...files].reduce((total, file) => total + gzipped(file), 0);

const all = Object.values(manifest);
const loaded = (src: string): Chunk[] => all.filter((chunk) => chunk.src === `src/${src}`);
const entry = all.filter((chunk) => chunk.isEntry === true);
const first = filesOf(entry);
/** Until a report stands: its page and one language. Answers are checked by their shapes after that. */
const FIRST_REPORT = ['report/page/report-page.tsx', 'i18n/first/ru.ts'];
const report = filesOf([...entry, ...FIRST_REPORT.flatMap(loaded)]);

/** What is fetched in idle time once a report stands: all that `main.tsx` imports so, and the shapes of answers. */
const MAIN = readFileSync(join(import.meta.dirname, 'src', 'main.tsx'), 'utf8');
const IDLE = [
  'api/shapes.ts',
  ...[...MAIN.matchAll(/import\('\.\/([^']+)'\)/g)].map(([, path = '']) => path),
];
const had = filesOf([...entry, ...[...FIRST_REPORT, ...IDLE].flatMap(loaded)]);
const sources = await readSources();
/** The Russian words that a screen says it loads; they are larger than the English ones. */
const wordsOf = (file: string): Chunk[] =>
  sources.loaded
    .filter((one) => one.file === file)
    .flatMap(({ words }) => words.flatMap((section) => loaded(fileOfWords(section))));

const filesWithWords = (file: string): Set<string> => filesOf([...loaded(file), ...wordsOf(file)]).scripts;

/** The screens within which a part is loaded; a screen itself, and a part of the first report, has none. */
const parents = new Map<string, Set<string>>();
for (const { file: screen } of sources.loaded)
  for (const inner of sources.reached(screen))
    for (const part of sources.loaded)
      if (part.from === inner && part.file !== screen)
        parents.set(part.file, (parents.get(part.file) ?? new Set()).add(screen));

const isOfFirst = (file: string): boolean =>
  ['main.tsx', FIRST_REPORT[0] ?? ''].some((start) =>
    sources.loaded.some((one) => one.file === file && sources.reached(start).has(one.from)),
  );

/** What it adds to what is there when it is opened: within the screen that has least of it. */
function added(file: string): number {
  const around = isOfFirst(file) ? [] : [...(parents.get(file) ?? [])];
  const more = (there: ReadonlySet<string>): number =>
    sum(new Set([...filesWithWords(file)].filter((one) => !had.scripts.has(one) && !there.has(one))));
  return around.length === 0 ? more(new Set()) : Math.max(...around.map((one) => more(filesWithWords(one))));
}

/** What each screen, dialog and part adds, largest first. */
const screens = all
  .filter(({ isDynamicEntry, src = '' }) => isDynamicEntry === true && SCREEN.test(src) && !LATER.test(src))
  .map(({ src = '' }) => src.replace(/^src\//, ''))
  .map((name) => ({ name, size: added(name), budget: BUDGET.screen }))
  .toSorted((one, other) => other.size - one.size);

const lines = [
  { name: 'first script', size: sum(first.scripts), budget: BUDGET.script },
  { name: 'first style', size: sum(first.styles), budget: BUDGET.style },
  { name: 'scripts of a first report', size: sum(report.scripts), budget: BUDGET.report },
  {
    name: 'scripts of idle time after it',
    size: sum(had.scripts) - sum(report.scripts),
    budget: BUDGET.idle,
  },
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
