/** Builds what pages load: `dist/widget.js`, and the two modules that it fetches when they are needed. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { minify } from 'terser';
import { build } from 'vite';

export interface BuiltFile {
  /** As in `/chat/<name>`. */
  readonly name: string;
  readonly code: string;
  /** Bytes of `code` under gzip −9. */
  readonly gzipBytes: number;
}

export interface BuiltWidget {
  /** What the snippet names; it knows the names of the others. */
  readonly launcher: BuiltFile;
  /** The connection, fetched when the page is idle. */
  readonly link: BuiltFile;
  /** The window, fetched on first need: in English, and in Russian. */
  readonly apps: readonly [english: BuiltFile, russian: BuiltFile];
}

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

async function bundle(
  entry: string,
  format: 'iife' | 'es',
  define: Readonly<Record<string, string>>,
): Promise<string> {
  const result = await build({
    root: pathOf('.'),
    configFile: false,
    envFile: false,
    logLevel: 'error',
    define: Object.fromEntries(Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)])),
    build: {
      target: 'es2020',
      write: false,
      minify: 'oxc',
      lib: { entry: pathOf(entry), formats: [format], name: 'goalpostChat', fileName: () => 'built.js' },
      rolldownOptions: {
        optimization: { inlineConst: { mode: 'all', pass: 3 } },
        output: {
          minify: { compress: { target: 'es2020' }, mangle: false },
        },
      },
    },
  });
  const bundled = Array.isArray(result) ? result[0] : result;
  if (!bundled || !('output' in bundled)) throw new Error('the bundler gave no output');
  const { code } = await minify(bundled.output[0].code, {
    ecma: 2020,
    module: format === 'es',
    // `unsafe` writes `'' + x` for `String(x)`, among others.
    compress: { passes: 4, pure_getters: true, unsafe_arrows: true, unsafe: true },
  });
  if (!code) throw new Error('the minifier gave no output');
  return code;
}

const file = (name: string, code: string): BuiltFile => ({
  name,
  code,
  gzipBytes: gzipSync(code, { level: 9 }).length,
});

/** The name changes with the content: such a file may be kept for ever. */
const hashed = (name: string, code: string): BuiltFile =>
  file(`${name}-${createHash('sha256').update(code).digest('hex').slice(0, 12)}.js`, code);

/** Also writes `dist/`. Rejects if the source does not build. */
export async function buildWidget(): Promise<BuiltWidget> {
  const appIn = async (name: string, language: string): Promise<BuiltFile> =>
    hashed(name, await bundle('src/app/main.ts', 'es', { LANGUAGE: language }));
  const apps = [await appIn('app', 'en'), await appIn('app_ru', 'ru')] as const;
  const link = hashed('link', await bundle('src/link/main.ts', 'es', {}));
  const files = { LINK_FILE: link.name, APP_FILE: apps[0].name, APP_FILE_RU: apps[1].name };
  const launcher = file('widget.js', await bundle('src/launcher/main.ts', 'iife', files));
  await write([...apps, link, launcher]);
  return { launcher, link, apps };
}

/** The launcher last, and each file as a whole: all that the launcher names is there. */
async function write(files: readonly BuiltFile[]): Promise<void> {
  await mkdir(pathOf('dist'), { recursive: true });
  for (const { name, code } of files) {
    const part = pathOf(`dist/${name}.${process.pid}`);
    await writeFile(part, code);
    await rename(part, pathOf(`dist/${name}`));
  }
  const names = new Set(files.map(({ name }) => name));
  const old = (await readdir(pathOf('dist'))).filter((name) => name.endsWith('.js') && !names.has(name));
  await Promise.all(old.map((name) => rm(pathOf(`dist/${name}`), { force: true })));
}
