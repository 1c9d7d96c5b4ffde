/** Builds the tag once, core and all modules together, and what it fetches later: the server composes scripts of them. */
import { globSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { minify } from 'terser';
import { build } from 'vite';
import { PICKER_LANGUAGES, type PickerLanguage } from '@goalpost/contract/picker';
import { TAG_MODULE_NAMES } from '@goalpost/contract/tag-modules';
import { composeTag, STATIC_MODULES, type TagParts } from './src/compose.ts';
import { EARLY, SIGHTS } from './src/vendors/compose.ts';
import { inOneLine, lettersFor, type NameFile, type Nameless, withNames, withoutNames } from './names.ts';
import { orderFor } from './order.ts';
import { ownTypes } from './own-types.ts';
import { splitTag } from './split.ts';

const CHAT_FILES = { chats: 'runner', hear: 'hear', own: 'own-events', api: 'api', hand: 'hand' } as const;
export type ChatFile = keyof typeof CHAT_FILES;

export interface BuiltTag {
  /** The script with all modules. */
  readonly code: string;
  /** Bytes of `code` under gzip −9. */
  readonly gzipBytes: number;
  readonly parts: TagParts;
  /** What it fetches for other vendors' chats, by file name; `chats` and `hand` have words for what is put in later. */
  readonly chats: Readonly<Record<ChatFile, string>>;
  /** What owners pick forms and buttons with, by language; `GOALPOST_PICK` stands for what a link says. */
  readonly picker: Readonly<Record<PickerLanguage, string>>;
}

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const NAMES_FILE = pathOf('names.json');
export const readNames = async (): Promise<NameFile> =>
  JSON.parse(await readFile(NAMES_FILE, 'utf8')) as NameFile;
export const writeNames = (file: NameFile): Promise<void> =>
  writeFile(NAMES_FILE, `${JSON.stringify(file, null, 2)}\n`);

interface Entry {
  readonly file: string;
  /** Whether names stay long: they are shortened later. */
  readonly isNamed?: boolean;
  readonly format: 'iife' | 'es';
  readonly define?: Record<string, string>;
}

/** One script with all that its entry imports, minified once. */
async function bundle({ file, format, define = {}, isNamed = false }: Entry): Promise<string> {
  const result = await build({
    root: pathOf('.'),
    configFile: false,
    envFile: false,
    logLevel: 'error',
    define,
    build: {
      target: 'es2020',
      write: false,
      minify: 'oxc',
      lib: { entry: pathOf(file), formats: [format], name: 'goalpost', fileName: () => 'built.js' },
      rolldownOptions: {
        optimization: { inlineConst: { mode: 'all', pass: 3 } },
        output: {
          minify: {
            compress: { target: 'es2020' },
            ...(isNamed
              ? { mangle: false }
              : {
                  mangle: { toplevel: true },
                  // What begins so is ours alone: what the page, the wire and the browser name does not.
                  mangleProps: { include: /^_[a-z]/, reserved: ['_metrika'] },
                }),
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
 * The tag with long names, to be given short ones.
 * Minified twice: what one minifier leaves, the other finds, 60 bytes under gzip.
 */
export const namelessTag = async (): Promise<Nameless> =>
  withoutNames(
    await minified(
      await bundle({
        file: 'src/main.ts',
        format: 'iife',
        define: { GOALPOST_PICKER: 'false' },
        isNamed: true,
      }),
      false,
      false,
    ),
    ownTypes(globSync('src/{shared,counter,methods,wire,modules}/**/*.ts', { cwd: pathOf('.') }).map(pathOf)),
  );

/**
 * Also writes `dist/tag.js`, which names no counter, and `dist/tag-parts.json`. Rejects if the source does not build.
 */
export async function buildTag(): Promise<BuiltTag> {
  const nameless = await namelessTag();
  const file = await readNames();
  const order = orderFor(nameless.parts, file.order);
  const whole = withNames(inOneLine(nameless, order), lettersFor(nameless.names, file));
  const define = { GOALPOST_SIGHTS: JSON.stringify(SIGHTS), GOALPOST_EARLY: JSON.stringify(EARLY) };
  const chats = {} as Record<ChatFile, string>;
  for (const [name, source] of Object.entries(CHAT_FILES) as [ChatFile, string][])
    chats[name] = await minified(
      await bundle({ file: `src/vendors/${source}.ts`, format: 'es', define }),
      true,
    );
  const picker = {} as Record<PickerLanguage, string>;
  for (const language of PICKER_LANGUAGES)
    picker[language] = await minified(
      await bundle({
        file: 'src/picker/picker.ts',
        format: 'es',
        define: { GOALPOST_LANGUAGE: JSON.stringify(language), GOALPOST_PICKER: 'true' },
      }),
      true,
    );
  const parts = splitTag(whole);
  await mkdir(pathOf('dist'), { recursive: true });
  await write('tag-parts.json', JSON.stringify(parts));
  await write('tag.js', composeTag(parts, STATIC_MODULES, [], false));
  await write('pickers.json', JSON.stringify(picker));
  await write('chats.json', JSON.stringify(chats));
  const code = composeTag(parts, TAG_MODULE_NAMES);
  return { code, gzipBytes: gzipSync(code, { level: 9 }).length, parts, chats, picker };
}

async function minified(code: string, module: boolean, mangle = true): Promise<string> {
  const { code: found } = await minify(code, {
    ecma: 2020,
    module,
    mangle,
    // Not `unsafe_arrows`: constructors would become arrow functions, and `new Ya.Metrika(…)` would throw.
    // Nor `unsafe_comps`, wrong where something is undefined, nor `pure_getters`, which takes no byte away.
    // `unsafe` makes `"" + x` of `${x}`, in which an object's `valueOf` is asked first.
    // Where names are chosen, functions that are called once stay apart: fewer names are in each other's way.
    compress: { passes: 4, reduce_funcs: mangle, unsafe: true, unsafe_methods: true },
  });
  if (!found) throw new Error('the minifier gave no output');
  return found;
}

/** Several builds may run at once, and none may read half a file. */
async function write(name: string, text: string): Promise<void> {
  const draft = pathOf(`dist/${name}.${process.pid}`);
  await writeFile(draft, text);
  await rename(draft, pathOf(`dist/${name}`));
}
