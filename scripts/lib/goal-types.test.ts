import { describe, expect, it } from 'vitest';
import { readGoalTypes } from './goal-types-read.mjs';
import { goalTypeGaps } from './goal-types.mjs';

const real = readGoalTypes();
const without = <T extends object>(all: T, key: string): T =>
  Object.fromEntries(Object.entries(all).filter(([name]) => name !== key)) as T;

describe('goal types', () => {
  it('are whole', () => {
    expect(goalTypeGaps(real)).toEqual([]);
    expect(real.descriptors.length).toBeGreaterThan(3);
  });

  it.each<[string, Partial<typeof real>]>([
    ['has no descriptor', { descriptorFiles: real.descriptorFiles.filter((name) => name !== 'number') }],
    ['has no matcher', { matcherFiles: real.matcherFiles.filter((name) => name !== 'number') }],
    ['has no line in', { matchers: without(real.matchers, 'number') }],
    ['has no examples', { matchers: { ...real.matchers, number: { examples: [] } } }],
    ['has no row', { spec: real.spec.replace('| `number` |', '| number |') }],
    ...(['en', 'ru'] as const).flatMap((language): [string, Partial<typeof real>][] => {
      const texts = real.texts[language];
      const with_ = (changed: Partial<typeof texts>) => ({
        texts: { ...real.texts, [language]: { ...texts, ...changed } },
      });
      return [
        ['has no name or text', with_({ goalTypes: without(texts.goalTypes, 'number') })],
        ['has no words of its field depth', with_({ goalFields: without(texts.goalFields, 'depth') })],
      ];
    }),
  ])('say in one sentence what one lacks: %s', (words, changes) => {
    const gaps = goalTypeGaps({ ...real, ...changes });
    expect(gaps).toEqual([expect.stringMatching(`^Goal type number ${words}.*\\.$`)]);
  });

  it.each([
    ['has no examples', { examples: { yes: [], no: [] } }],
    ['has no name', { names: { en: 'Opened', ru: '' } }],
    ['has no row', { id: 'unwritten' }],
  ])('say in one sentence what an automatic goal lacks: %s', (words, change) => {
    const [first, ...others] = real.automatic;
    const gaps = goalTypeGaps({ ...real, automatic: [{ ...first!, ...change }, ...others] });
    expect(gaps).toEqual([expect.stringMatching(`^Automatic goal \\w+ ${words}.*\\.$`)]);
  });

  it('hold each table for itself: an automatic goal may have the name of a type', () => {
    const shared = real.descriptors
      .map(({ id }) => id)
      .filter((id) => real.automatic.some((one) => one.id === id));
    expect(shared.length).toBeGreaterThan(0);
    const row = /^\| `(\w+)` \|.*$/gm;
    const [types = '', automatic = ''] = real.spec.split('## Automatic goals');
    const without_ = (text: string) =>
      text.replace(row, (line, id: string) => (shared.includes(id) ? '' : line));
    const first = goalTypeGaps({ ...real, spec: `${without_(types)}## Automatic goals${automatic}` });
    expect(first.map((gap) => gap.slice(0, 9))).toEqual(shared.map(() => 'Goal type'));
    const second = goalTypeGaps({ ...real, spec: `${types}## Automatic goals${without_(automatic)}` });
    expect(second.map((gap) => gap.slice(0, 9))).toEqual(shared.map(() => 'Automatic'));
  });

  it('say which file is in no list', () => {
    const gaps = goalTypeGaps({
      ...real,
      descriptorFiles: [...real.descriptorFiles, 'fax'],
      matcherFiles: [...real.matcherFiles, 'pigeon'],
    });
    expect(gaps.map((gap) => gap.slice(0, gap.indexOf(' is')))).toEqual([
      'packages/contract/src/goals/types/fax.ts',
      'packages/server/src/goals/types/pigeon.ts',
    ]);
  });
});
