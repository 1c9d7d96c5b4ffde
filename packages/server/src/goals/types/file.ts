/** Goal type `file`: a download, known by the name of its file [G38]. */
import { decodeAddress } from '../addresses/address.ts';
import { anyOf } from '../conditions.ts';
import { defineGoalType } from '../goal-type.ts';
import type { GoalFact } from '../fact.ts';
import type { Subject } from '../subject.ts';

const download = (url: string): GoalFact => ({ kind: 'download', url, page: 'https://shop.example/' });
const one = (type: 'file' | 'all_files', url: string) => ({ conditions: [{ type, url }], steps: [] });

const withoutExtension = (name: string): string => name.replace(/\.[^./]*$/, '');

function isNamed(value: string): (subject: Subject) => boolean {
  const wanted = decodeAddress(value).trim().toLowerCase().replace(/^\//, '');
  const isBare = withoutExtension(wanted) === wanted;
  return ({ kind, link }) => {
    const path = kind === 'download' ? `/${decodeAddress(link()?.path ?? '').toLowerCase()}` : '';
    return path.endsWith(`/${wanted}`) || (isBare && withoutExtension(path).endsWith(`/${wanted}`));
  };
}

export const file = defineGoalType({
  id: 'file',
  compile: ({ conditions }) =>
    anyOf(
      conditions.map(({ type, url }) =>
        type === 'all_files' ? ({ kind }) => kind === 'download' : isNamed(url),
      ),
    ),
  identifiers: () => null,
  examples: [
    {
      goal: one('file', 'Price.pdf'),
      yes: [download('https://shop.example/docs/price.pdf?v=2'), download('price.pdf')],
      no: [download('https://shop.example/price.pdf.zip'), download('https://shop.example/myprice.pdf')],
    },
    {
      goal: one('file', 'прайс'),
      yes: [download('https://shop.example/%D0%BF%D1%80%D0%B0%D0%B9%D1%81.xlsx')],
      no: [download('https://shop.example/%D0%BF%D1%80%D0%B0%D0%B9%D1%81%D1%8B.xlsx')],
    },
    {
      goal: one('file', 'docs/price.pdf'),
      yes: [download('https://shop.example/docs/price.pdf')],
      no: [download('https://shop.example/price.pdf')],
    },
    {
      goal: one('all_files', ''),
      yes: [download('https://shop.example/a.zip')],
      no: [{ kind: 'link', url: 'https://shop.example/a.zip', page: '' }],
    },
  ],
});
