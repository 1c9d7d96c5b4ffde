/** Which classes of styles are said to be on no element. */
import { expect, it } from 'vitest';
import { unusedClasses } from './styles.mjs';

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
