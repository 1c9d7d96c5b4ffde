/** Conversions outside of the site: a line reaches the goals of events that its `Target` fits [G131]. */
import { defineUpload } from '../kind.ts';
import { MAX_TEXT } from '../cells.ts';

export const conversions = defineUpload({
  id: 'BASIC',
  path: 'upload',
  summary: 'Upload conversions that happened outside of the site, as CSV',
  makes: null,
  columns: ['Target'],
  needed: ['Target'],
  read({ Target: target = '' }) {
    if (target === '') return { column: 'Target', why: "the identifier of a goal's event is missing" };
    if (target.length > MAX_TEXT)
      return { column: 'Target', why: `at most ${MAX_TEXT} characters are taken` };
    return { target, types: ['action'], key: target };
  },
  example: 'ClientId,Target,DateTime,Price,Currency\n1771000000123456789,order_paid,1772359507,1500.00,RUB',
});
