/** Kinds of things that Goalpost will have; each is refused until its room and its kind here are written. */

const SERVER = 'packages/server/src';
const ROOMS = { importer: 'transfer/import', upload: 'transfer/upload' };

export const NOT_YET = Object.entries(ROOMS).map(([id, room]) => ({
  id,
  plan: ({ exists }) => ({
    refused: exists(`${SERVER}/${room}`)
      ? `npm run new does not know yet what goes into ${SERVER}/${room}: write its kind in scripts/new.`
      : `There is no such kind yet: the room of each ${id}, ${SERVER}/${room}, does not exist.`,
  }),
}));
