/** Holds that docs/architecture.md names each package and room, and no other. Pure: texts in, sentences out. */
import { FLOORS, placeOf } from './rooms.mjs';

const MAP = 'docs/architecture.md';

/** @param text of docs/architecture.md @returns a sentence for each package or room that it does not name */
export function undescribed(paths, text) {
  const places = paths.map(placeOf).filter((place) => place !== null);
  const packages = new Set(places.map(({ room }) => room));
  const rooms = new Set(
    places
      .filter(({ folder }) => folder !== '')
      .map(({ room, folder }) => (room === 'server' ? folder : `${room}/src/${folder}`)),
  );
  return [
    ...[...packages]
      .filter((name) => !text.includes(`\`packages/${name}\``))
      .map((name) => `packages/${name}`),
    ...[...rooms]
      .filter((name) => !text.includes(`| \`${name}\` |`))
      .map((name) => (name.includes('/') ? name : `server/src/${name}`)),
  ].map((folder) => `docs/architecture.md says nothing of ${folder}.`);
}

/** A line of the picture: `5  boards  chat`, the number of the floor and its rooms. */
const FLOOR = /^(\d+)\s+(\S.*)$/gm;
/** A row of the table of rooms: `| \`chat\` | …`. */
const ROW = /^\| `([^`]+)` \|/gm;

/** @param text of docs/architecture.md @returns a sentence for each way in which its floors are not those of FLOORS */
export function pictureFaults(text) {
  const [, part = ''] = text.split('\n## Floors of the server\n');
  const section = part.split('\n## ')[0];
  const drawn = new Map(
    [...(/```\n([\s\S]*?)```/.exec(section)?.[1] ?? '').matchAll(FLOOR)].flatMap(([, floor, rooms]) =>
      rooms.split(/[\s,]+/).map((name) => [name, Number(floor)]),
    ),
  );
  const rooms = Object.entries(FLOORS.server).filter(([name]) => name !== '');
  const known = new Set([
    ...rooms.map(([name]) => name),
    ...Object.entries(FLOORS).flatMap(([room, floors]) =>
      Object.keys(floors).map((folder) => `${room}/src/${folder}`),
    ),
  ]);
  const named = [...section.matchAll(ROW)].map(([, name]) => name);
  return [
    ...rooms
      .filter(([name, floor]) => drawn.get(name) !== floor)
      .map(([name, floor]) => `${MAP}: its picture of the floors does not show ${name} on floor ${floor}.`),
    ...[...drawn.keys(), ...named]
      .filter((name) => !known.has(name) && !name.endsWith('.ts'))
      .map((name) => `${MAP}: there is no room ${name} in FLOORS (scripts/lib/rooms.mjs).`),
  ];
}
