/** Holds the picture and the road of a hit against the lists that it passes. Pure: texts in, sentences out. */

/**
 * The picture of a hit, and its road, have every entry of the lists that a hit passes, in their order.
 * @param {{checks: string, pipeline: string, picture: string, road: readonly string[]}} given texts of the files with the
 * lists and of docs/architecture.md; paths of the road
 */
export function pictureBreaches({ checks, pipeline, picture, road }) {
  const steps = entriesOf(pipeline, 'STEPS');
  const files = steps.map((step) => `collect/steps/${step.replaceAll(/[A-Z]/g, '-$&').toLowerCase()}.ts`);
  const inPicture = (mark, sign, part) =>
    (new RegExp(String.raw`^ *${mark} +(.+)$`, 'm').exec(picture)?.[1] ?? '')
      .split('│')
      [part]?.split(sign)
      .map((word) => word.trim());
  return [
    ['the line "door", before the body,', 'REQUEST_CHECKS', checks, inPicture('door', '·', 0)],
    ['the line "door", after the body,', 'HIT_CHECKS', checks, inPicture('door', '·', 2)],
    ['the line "pipeline"', 'STEPS', pipeline, inPicture('pipeline', '→', 1)],
  ]
    .map(([where, list, text, found]) => [
      `docs/architecture.md, ${where}`,
      list,
      entriesOf(text, list).map(spaced),
      found,
    ])
    .concat([
      [
        'docs/roads.md, A hit,',
        'STEPS',
        files,
        road.filter((path) => files.includes(path) || path.startsWith('collect/steps/')),
      ],
    ])
    .filter(([, , wanted, found]) => wanted.length === 0 || wanted.join() !== found?.join())
    .map(([where, list, wanted]) => `${where} does not say what ${list} has: ${wanted.join(', ')}.`);
}

function entriesOf(text, list) {
  const [, entries = ''] = new RegExp(String.raw`\b${list}\b[^=]*=\s*\[([^\]]*)\]`).exec(text) ?? [];
  return entries
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** `ownVisit` → `own visit` */
const spaced = (name) => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
