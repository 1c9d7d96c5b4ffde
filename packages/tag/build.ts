/** Builds the one file that pages load: `dist/tag.js`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

export interface BuiltTag {
  readonly code: string;
  /** Bytes of `code` under gzip −9. */
  readonly gzipBytes: number;
}

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Also writes `dist/tag.js`. Rejects if the source does not build. */
export async function buildTag(): Promise<BuiltTag> {
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
        output: {
          minify: {
            compress: { target: 'es2020', maxIterations: 10 },
            mangle: { toplevel: true },
            codegen: { removeWhitespace: true },
            // Ours alone: what the page, the wire and the browser name has no such beginning.
            mangleProps: { include: /^_[a-z]/ , reserved: ['_metrika', '_gp'] },
          },
        },
      },
    },
  });
  const output = (Array.isArray(result) ? result[0] : result);
  if (!output || !('output' in output)) throw new Error('the build gave no output');
  const code = `${output.output[0].code.trim()}\n`;
  await mkdir(pathOf('dist'), { recursive: true });
  await writeFile(pathOf('dist/tag.js'), code);
  return { code, gzipBytes: gzipSync(code, { level: 9 }).length };
}
