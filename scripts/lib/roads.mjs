/** Walks the roads of docs/roads.md through the files they name. Pure: texts in, sentences out. */

/** Folders that a path of a road may start from. */
const STARTS = ['packages/', 'packages/server/src/', 'packages/server/'];
const ROAD = /^## (.+)\n([\s\S]*?)(?=^## |$(?![\s\S]))/gm;
const STOP = /^(\d+)\. `([^`]+)`(?: by `([^`]+)`)?: (.+)$/;
const DOOR = /(?:^|\/)(?:index|ports?)\.ts$/;

/** @param {string} text of docs/roads.md @returns {{name: string, stops: object[], unread: string[]}[]} */
export function readRoads(text) {
  return [...text.matchAll(ROAD)].map(([, name, body]) => {
    const lines = body.split('\n').filter((line) => line.trim() !== '');
    const stops = lines.flatMap((line) => {
      const [, number, path, by] = STOP.exec(line) ?? [];
      return path === undefined ? [] : [{ number: Number(number), path, by }];
    });
    return { name, stops, unread: lines.filter((line) => !STOP.test(line)) };
  });
}

/**
 * @param {ReturnType<typeof readRoads>} roads
 * @param {ReadonlyMap<string, {imports: readonly string[], text: string}>} files by path from the root
 * @returns a sentence for each step that cannot be taken
 */
export function roadBreaches(roads, files) {
  const full = (path) => STARTS.map((start) => start + path).find((one) => files.has(one));
  return roads.flatMap(({ name, stops, unread }) => [
    ...unread.map((line) => `docs/roads.md, ${name}: "${line}" is not "1. \`file\`: what happens".`),
    ...(stops.length < 2 ? [`docs/roads.md, ${name}: a road has at least two files.`] : []),
    ...stops.flatMap(({ number, path, by }, place) => {
      const at = `docs/roads.md, ${name}, ${number}`;
      const here = full(path);
      if (number !== place + 1) return [`${at}: the number is ${place + 1}.`];
      if (here === undefined) return [`${at}: ${path} does not exist.`];
      const before = stops.slice(0, place).flatMap((stop) => full(stop.path) ?? []);
      if (place === 0 || (by === undefined ? imported : named)(here, before, files, full(by ?? ''), by))
        return [];
      return [
        by === undefined
          ? `${at}: no file before ${path} imports it; name what it is reached by.`
          : `${at}: "${by}" does not stand both in ${path} and in a file before it.`,
      ];
    }),
  ]);
}

function imported(here, before, files) {
  const of = (path) => files.get(path)?.imports ?? [];
  return before.some(
    (path) => of(path).includes(here) || of(path).some((door) => DOOR.test(door) && of(door).includes(here)),
  );
}

/** By a file that both import, or by a word that stands in both. */
function named(here, before, files, file, word) {
  const has = (path) =>
    file === undefined ? files.get(path).text.includes(word) : files.get(path).imports.includes(file);
  return has(here) && before.some(has);
}
