/** A kind of upload: columns of a file, and what its lines tell of visitors. */
import { addImport, addToList } from '../lib/lists.mjs';

const FOLDER = 'packages/server/src/transfer/uploads';
const CONTRACT = 'packages/contract/src/management/uploads/conversions.ts';

/** What the screen says of its columns. */
const WORDS = {
  en: 'DateTime is needed; Price, Currency and Note where you have them.',
  ru: 'Обязателен DateTime; если есть — Price, Currency и Note.',
};

export const upload = {
  id: 'upload',
  plan({ name, identifier, title }) {
    const id = name.toUpperCase().replaceAll('-', '_');
    return {
      files: {
        [`${FOLDER}/kinds/${name}.ts`]: `/** Uploads of the kind ${name}: each line reaches the goals of the event \`${name}\` [G131]. */
import { isWrong, readAll, text } from '../cells.ts';
import { defineUpload } from '../kind.ts';

export const ${identifier} = defineUpload({
  id: '${id}',
  path: 'upload',
  summary: '${title}, as CSV',
  makes: [],
  columns: ['Note'],
  needed: [],
  read(cells) {
    const line = readAll(cells, { note: text('Note') });
    return isWrong(line) ? line : { target: '${name}', types: ['action'], key: line.note };
  },
});
`,
        [`${FOLDER}/kinds/${name}.test.ts`]: `/** What a file of the kind ${name} tells. */
import { UPLOAD_EXAMPLES, UploadType } from '@goalpost/contract/management';
import { expect, it } from 'vitest';
import { UPLOAD_KINDS } from '../kinds.ts';
import { readUpload } from '../read-upload.ts';
import { ${identifier} } from './${name}.ts';

it('reads its example', () => {
  expect(UPLOAD_KINDS).toContain(${identifier});
  expect(UploadType.parse(${identifier}.id)).toBe('${id}');
  const about = { idType: 'CLIENT_ID', now: 1_790_000_000_000 } as const;
  expect(readUpload(UPLOAD_EXAMPLES['${id}'], ${identifier}, about)).toMatchObject({
    lines: 1,
    told: [{ target: '${name}', at: 1_772_359_507_000, price: { amount: 1_500 } }],
  });
});
`,
      },
      edits: {
        [CONTRACT]: [
          addToList(
            'export const UPLOAD_EXAMPLES = {',
            `${id}: 'ClientId,DateTime,Price,Currency,Note\\n1771000000123456789,1772359507,1500.00,RUB,one'`,
            { key: id },
          ),
        ],
        ...Object.fromEntries(
          Object.entries(WORDS).map(([language, columns]) => [
            `packages/admin/src/i18n/${language}/uploads.ts`,
            [
              addToList('    columns: {', `${id}: '${columns}'`),
              addToList('  uploads: {', `${id}: '${title}'`, { key: id }),
            ],
          ]),
        ),
        [`${FOLDER}/kinds.ts`]: [
          addImport(identifier, `./kinds/${name}.ts`),
          addToList('export const UPLOAD_KINDS: readonly UploadKind[] = [', identifier),
        ],
      },
      appears: `POST /management/v1/counter/<id>/offline_conversions/upload?type=${id} takes such files.`,
    };
  },
};
