/** Which classes of styles are said to be on no element, or to mean two things. */
import { expect, it } from 'vitest';
import { classesOfTwoFolders, unusedClasses } from './styles.mjs';

it.each([
  ['.gp-row { color: red }', '<p className="gp-row">', []],
  ['.gp-row { color: red }', '<p className="gp-rows gp-row-x">', ['gp-row']],
  ['.gp-row { margin: 0.5rem; background: url(a.png) }', 'className={`gp-row ${more}`}', []],
  ['@media (width > 3.5rem) { .gp-row > .gp-cell:hover { top: 0 } }', '"gp-row"', ['gp-cell']],
  ['.gp-row { color: red; .gp-inner { color: blue } }', '"gp-row"', ['gp-inner']],
  ['.gp-row .mantine-Switch-body { top: 0 }', '"gp-row"', []],
  ['/* .gp-old { } */ .gp-row { top: 0 }', '"gp-row"', []],
  ['.gp-is-small { top: 0 } .gp-was-small { top: 0 }', '`gp-is-${size}`', ['gp-was-small']],
])('%s beside %s', (text, source, unused) => {
  const said = unused.map((name) => `a.css: no element has the class ${name}.`);
  expect(unusedClasses([{ path: 'a.css', text }], [source])).toEqual(said);
});

it.each([
  ['app/src/b/b.css', '.gp-row { color: red }', ['gp-row']],
  ['app/src/b/b.css', '@media (width > 1px) { .gp-x, .gp-row { top: 0 } }', ['gp-row']],
  ['app/src/b/b.css', '.gp-x .gp-row { top: 0 } .gp-row:hover { top: 0 } .gp-row-x { top: 0 }', []],
  ['app/src/a/b.css', '.gp-row { color: red }', []],
  ['other/src/b/b.css', '.gp-row { color: red }', []],
])('a class of packages/app/src/a/a.css, also in %s: %s', (path, text, twice) => {
  const first = { path: 'packages/app/src/a/a.css', text: '.gp-row { color: blue }' };
  const said = twice.map(
    (name) => `packages/${path}: styles in packages/app/src/a have the class ${name}, too.`,
  );
  expect(classesOfTwoFolders([first, { path: `packages/${path}`, text }])).toEqual(said);
});
