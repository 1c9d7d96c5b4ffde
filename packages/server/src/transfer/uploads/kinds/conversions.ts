/** Conversions outside of the site: a line reaches the goals of events that its `Target` fits [G131]. */
import { defineUpload } from '../kind.ts';
import { isWrong, readAll, text } from '../cells.ts';

export const conversions = defineUpload({
  id: 'BASIC',
  path: 'upload',
  summary: 'Upload conversions that happened outside of the site, as CSV',
  makes: [],
  columns: ['Target'],
  needed: ['Target'],
  read(cells) {
    const line = readAll(cells, { target: text('Target') });
    if (isWrong(line)) return line;
    const { target } = line;
    if (target === '') return { column: 'Target', why: "the identifier of a goal's event is missing" };
    return { target, types: ['action'], key: target };
  },
});
