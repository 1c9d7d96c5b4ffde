/** Builds the one file that pages load: `dist/tag.js`. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { minify } from 'terser';
import { build } from 'vite';

export interface BuiltTag {
  readonly code: string;
  /** Bytes of `code` under gzip −9. */
  readonly gzipBytes: number;
}

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** All modules as one script in a function of its own, minified once. */
async function bundle(): Promise<string> {
  const result = await build({
    root: pathOf('.'),
    configFile: false,
    envFile: false,
    logLevel: 'error',
    build: {
      target: 'es2020',
      write: false,
      minify: 'oxc',
      lib: { entry: pathOf('src/main.ts'), formats: ['iife'], name: 'goalpost', fileName: () => 'tag.js' },
      rolldownOptions: {
        optimization: { inlineConst: { mode: 'all', pass: 3 } },
        output: {
          minify: {
            compress: { target: 'es2020' },
            mangle: { toplevel: true },
            // What begins so is ours alone: what the page, the wire and the browser name does not.
            mangleProps: { include: /^_[a-z]/, reserved: ['_metrika'] },
          },
        },
      },
    },
  });
  const bundled = Array.isArray(result) ? result[0] : result;
  if (!bundled || !('output' in bundled)) throw new Error('the bundler gave no output');
  return bundled.output[0].code;
}

/**
 * Minified twice: what one minifier leaves, the other finds, 60 bytes under gzip.
 * Also writes `dist/tag.js`. Rejects if the source does not build.
 */
export async function buildTag(): Promise<BuiltTag> {
  const { code } = await minify(await bundle(), {
    ecma: 2020,
    // Not `unsafe_arrows`: constructors would become arrow functions, and `new Ya.Metrika(…)` would throw.
    compress: { passes: 4, unsafe: true, unsafe_methods: true, pure_getters: true },
  });
  if (!code) throw new Error('the minifier gave no output');
  await mkdir(pathOf('dist'), { recursive: true });
  // Several builds may run at once, and none may read half a file.
  const draft = pathOf(`dist/tag.${process.pid}.js`);
  await writeFile(draft, code);
  await rename(draft, pathOf('dist/tag.js'));
  return { code, gzipBytes: gzipSync(code, { level: 9 }).length };
}
