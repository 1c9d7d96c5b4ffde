/** Builds the tag once, core and all modules together, and writes its parts: the server composes scripts of them. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { minify } from 'terser';
import { build } from 'vite';
import { TAG_MODULE_NAMES } from '@goalpost/contract/tag-modules';
import { composeTag, STATIC_MODULES, type TagParts } from './src/compose.ts';
import { splitTag } from './split.ts';

export interface BuiltTag {
  /** The script with all modules. */
  readonly code: string;
  /** Bytes of `code` under gzip −9. */
  readonly gzipBytes: number;
  readonly parts: TagParts;
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
 * Also writes `dist/tag.js`, which names no counter, and `dist/tag-parts.json`. Rejects if the source does not build.
 */
export async function buildTag(): Promise<BuiltTag> {
  const { code: whole } = await minify(await bundle(), {
    ecma: 2020,
    // Not `unsafe_arrows`: constructors would become arrow functions, and `new Ya.Metrika(…)` would throw.
    compress: { passes: 4, unsafe: true, unsafe_methods: true, pure_getters: true },
  });
  if (!whole) throw new Error('the minifier gave no output');
  const parts = splitTag(whole);
  await mkdir(pathOf('dist'), { recursive: true });
  await write('tag-parts.json', JSON.stringify(parts));
  await write('tag.js', composeTag(parts, STATIC_MODULES));
  const code = composeTag(parts, TAG_MODULE_NAMES);
  return { code, gzipBytes: gzipSync(code, { level: 9 }).length, parts };
}

/** Several builds may run at once, and none may read half a file. */
async function write(name: string, text: string): Promise<void> {
  const draft = pathOf(`dist/${name}.${process.pid}`);
  await writeFile(draft, text);
  await rename(draft, pathOf(`dist/${name}`));
}
