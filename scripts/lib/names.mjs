/** Names of files that picture a thing and do not say what it is. Pure: paths in, sentences out. */

/** The pictures, each with what to say instead. */
const IMAGES = {
  again: 'retry',
  bag: 'the kind of object',
  book: 'store',
  calm: 'throttle',
  desk: 'client or console',
  doubt: 'retry or fault',
  exactly: 'the check that is made',
  hurry: 'deadline',
  ink: 'colour',
  laggards: 'slow-connections',
  lanes: 'keyed-queue',
  learn: 'update',
  patience: 'timeout or busy',
  rests: 'backoff',
  shelf: 'storage or queue',
  told: 'what is noted',
  why: 'reason',
  hourly: 'rate-limit',
  'few-at-once': 'concurrency-limit',
};

/** @returns a sentence for each file whose name, or a folder's above it, is an image */
export function imageNames(paths) {
  return paths.flatMap((path) => {
    const found = path.split('/').flatMap((part) => imageIn(part.replace(/\..*$/, '')) ?? [])[0];
    return found === undefined
      ? []
      : [`${path}: "${found}" is an image; say what it is, as in ${IMAGES[found]}.`];
  });
}

function imageIn(name) {
  const words = name.toLowerCase().split(/[-_]/);
  return [words.filter((word) => word !== 'test').join('-'), ...words].find((one) =>
    Object.hasOwn(IMAGES, one),
  );
}
