/** No number of a picture is cut, whatever its columns hold. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pictureOf } from './picture.ts';

const WORD = fc.stringMatching(/^[A-Za-zА-я]{1,12}$/);
const HEAD = fc.array(WORD, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const NUMBER = fc.integer({ min: 0, max: 10 ** 12 }).map((value) => `€${value.toLocaleString('en')}.00`);
const REPORT = fc
  .record({ names: fc.integer({ min: 0, max: 5 }), numbers: fc.integer({ min: 1, max: 14 }) })
  .chain(({ names, numbers }) =>
    fc.record({
      names: fc.constant(names),
      head: fc.array(HEAD, { minLength: names + numbers, maxLength: names + numbers }),
      rows: fc.array(
        fc
          .tuple(
            fc.array(HEAD, { minLength: names, maxLength: names }),
            fc.array(NUMBER, { minLength: numbers, maxLength: numbers }),
          )
          .map(([texts, values]) => [...texts, ...values]),
        { minLength: 1, maxLength: 5 },
      ),
    }),
  );

const ABOUT = { language: 'en', site: '', title: '', days: '', chart: null, more: '', foot: '' } as const;

it('[M129] shows each number whole, within the picture', () => {
  fc.assert(
    fc.property(REPORT, (report) => {
      const drawn = pictureOf({ ...ABOUT, ...report });
      const width = Number(/ width="(\d+)"/.exec(drawn)?.[1]);
      for (const cells of report.rows)
        for (const number of cells.slice(report.names)) expect(drawn).toContain(`>${number}<`);
      for (const [, x] of drawn.matchAll(/<text x="([\d.]+)" [^>]*text-anchor="end"/g))
        expect(Number(x)).toBeLessThanOrEqual(width - 31);
    }),
    { numRuns: 100 },
  );
});

it('[M129] tells rows apart whose long names begin alike', () => {
  const names = ['Переходы из поисковых систем', 'Переходы из поисковых роботов'];
  const rows = names.map((name) => [name, 'Google', '698', '690', '2 184,00 €', '2,75 %']);
  const drawn = pictureOf({ ...ABOUT, names: 2, head: ['Источник', 'Подробно', 'a', 'b', 'c', 'd'], rows });
  for (const name of names) expect(drawn).toContain(`>${name}<`);
});
