/** Roads, broken on purpose. */
import { describe, expect, it } from 'vitest';
import { readRoads, roadBreaches } from './roads.mjs';

const files = new Map([
  ['packages/tag/src/send.ts', { imports: [], text: "fetch('/watch/5')" }],
  [
    'packages/server/src/collect/door.ts',
    { imports: ['packages/server/src/kit/olap.ts'], text: "url: '/watch/'" },
  ],
  ['packages/server/src/collect/run.ts', { imports: ['packages/server/src/goals/index.ts'], text: '' }],
  ['packages/server/src/goals/index.ts', { imports: ['packages/server/src/goals/match.ts'], text: '' }],
  ['packages/server/src/goals/match.ts', { imports: [], text: '' }],
  ['packages/server/src/kit/olap.ts', { imports: [], text: '' }],
  ['packages/server/src/stores/olap.ts', { imports: ['packages/server/src/kit/olap.ts'], text: '' }],
]);
const walked = (...lines: readonly string[]) =>
  roadBreaches(readRoads(`# Roads\n\n## A hit\n\n${lines.join('\n')}\n`), files);

describe('a road', () => {
  it('goes by imports, by the door of a room, by a shared port and by a word on both sides', () => {
    expect(
      walked(
        '1. `tag/src/send.ts`: sends it',
        '2. `collect/door.ts` by `/watch/`: takes it',
        '3. `stores/olap.ts` by `kit/olap.ts`: stores it',
      ),
    ).toEqual([]);
    expect(walked('1. `collect/run.ts`: runs', '2. `goals/match.ts`: matches')).toEqual([]);
  });

  it.each([
    [['1. `tag/src/send.ts`: sends it', '2. `collect/door.ts`: takes it'], 'no file before'],
    [['1. `tag/src/send.ts`: sends it', '2. `collect/door.ts` by `/hit/`: takes it'], '"/hit/" does not'],
    [['1. `tag/src/send.ts`: sends it', '2. `stores/olap.ts` by `kit/olap.ts`: x'], '"kit/olap.ts" does not'],
    [['1. `tag/src/send.ts`: sends it', '2. `collect/gone.ts`: takes it'], 'does not exist'],
    [['1. `tag/src/send.ts`: sends it', '3. `collect/door.ts` by `/watch/`: x'], 'the number is 2'],
    [['1. `tag/src/send.ts`: sends it'], 'at least two files'],
    [['1. `collect/run.ts`: a', 'and then', '2. `goals/match.ts`: b'], 'is not "1. `file`'],
  ])('that cannot be walked is one sentence: %j', (lines, words) => {
    expect(walked(...lines)).toEqual([expect.stringContaining(words)]);
  });
});
