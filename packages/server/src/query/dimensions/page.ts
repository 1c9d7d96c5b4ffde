/** The pages by which visits began and ended, and the page before the first. */
import { defineDimension, type Dimension } from '../dimension.ts';

const LEVELS = [1, 2, 3, 4, 5];

/** The first `level` parts of a path, with a `/` behind where it goes on; empty where it has fewer. */
function pathLevel(path: string, level: number): string {
  const parts = `splitByChar('/', ${path})`;
  const head = `arrayStringConcat(arraySlice(${parts}, 1, ${level + 1}), '/')`;
  const whole = `concat(${head}, if(length(${parts}) > ${level + 1}, '/', ''))`;
  return level === 1 ? whole : `if(${parts}[${level + 1}] = '', '', ${whole})`;
}

const text = (id: string, sql: string): Dimension => defineDimension({ id, kind: 'text', sql: () => sql });

const address = (name: string, url: string, path: string): readonly Dimension[] => [
  text(name, url),
  text(`${name}Domain`, `domain(${url})`),
  text(`${name}Path`, path),
  ...LEVELS.map((level) => text(`${name}PathLevel${level}`, pathLevel(path, level))),
];

export const pageDimensions: readonly Dimension[] = [
  ...address('startURL', 'start_url', 'start_path'),
  ...address('endURL', 'end_url', 'path(end_url)'),
  ...address('referer', 'referrer', 'path(referrer)'),
];
