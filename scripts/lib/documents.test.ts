/** Each promise of the documents, broken on purpose. */
import { describe, expect, it } from 'vitest';
import {
  commandBreaches,
  decisionBreaches,
  dependencyBreaches,
  hiddenSettings,
  kindBreaches,
  linkBreaches,
  listBreaches,
  nameBreaches,
  pathBreaches,
  ruleBreaches,
  settingBreaches,
  unnamedSettings,
  unownedCaches,
} from './documents.mjs';
import { pictureBreaches } from './pictures.mjs';

describe('rules', () => {
  const specs = {
    'docs/spec/visits.md': '| # | Rule |\n|---|---|\n| V1 | One. |\n| V2 | Two, see [W3]. |\n',
  };

  it('are cited by tests, alone or with others', () => {
    expect(ruleBreaches(specs, { 'a.test.ts': "it('[V1, V2] x')" })).toEqual([]);
    expect(
      ruleBreaches(specs, { 'a.test.ts': "it('[V1] x')", 'b.test.ts': "it('as in [W10, V2]')" }),
    ).toEqual([]);
  });

  it.each(['/** [V2] All of it. */', '// [V2]', 'it.each([\n  // [V2]\n'])(
    'that a comment alone names are not cited: %s',
    (comment) =>
      expect(ruleBreaches(specs, { 'a.test.ts': `${comment}\nit('[V1] x')` })).toEqual([
        expect.stringMatching(/no test cites rule V2/),
      ]),
  );

  it('without a test are a breach; a number without brackets, or a longer one, is no citation', () => {
    expect(ruleBreaches(specs, { 'a.test.ts': "it('[V1] V2 [V20]')" })).toEqual([
      expect.stringMatching(/^docs\/spec\/visits\.md: no test cites rule V2/),
      'a.test.ts cites rule V20, which no document of docs/spec has.',
    ]);
  });

  it.each(['P1', 'XY1', 'V3a', '**V3**'])('are held whatever their letters: %s', (number) => {
    const more = { ...specs, 'docs/spec/privacy.md': `| ${number} | One. |\n` };
    expect(ruleBreaches(more, { 'a.test.ts': '[V1] [V2]' })).toEqual([
      expect.stringMatching(/^docs\/spec\/privacy\.md: no test cites rule/),
    ]);
  });

  it('have a number each', () => {
    const twice = { ...specs, 'docs/spec/chat.md': '| V1 | Another. |\n' };
    expect(ruleBreaches(twice, { 'a.test.ts': '[V1] [V2]' })).toEqual([
      expect.stringMatching(/^docs\/spec\/chat\.md: rule V1 stands twice/),
    ]);
  });
});

describe('dependencies', () => {
  const decision = '| Package | Licence |\n|---|---|\n| `pg`, `@ui/*` (with `ws`) | x | MIT |\n';
  const manifests = [{ dependencies: { pg: '1', '@ui/core': '1', '@goalpost/contract': '1' } }];
  const lock = {
    packages: {
      '': {},
      'packages/server': {},
      'node_modules/@goalpost/contract': { link: true },
      'node_modules/pg': { license: 'MIT' },
      'node_modules/@ui/core': { license: 'MIT' },
      'node_modules/pg/node_modules/deep': { license: 'ISC' },
    },
  };
  const locked = (path: string, license?: string) => ({
    packages: { ...lock.packages, [path]: { license } },
  });

  it('stand in the decision, each with its licence', () => {
    expect(dependencyBreaches(manifests, lock, decision)).toEqual([]);
  });

  it.each(['dependencies', 'optionalDependencies', 'peerDependencies'])(
    'without a line are a breach: %s',
    (kind) => {
      expect(dependencyBreaches([...manifests, { [kind]: { kafka: '1' } }], lock, decision)).toEqual([
        expect.stringMatching(/^kafka is a dependency without a line/),
      ]);
    },
  );

  it('that are gone leave no line', () => {
    expect(dependencyBreaches(manifests, lock, `${decision}| \`left-pad\` | x | MIT |\n`)).toEqual([
      expect.stringContaining('left-pad, which no package depends on'),
    ]);
  });

  it('have the licence that the line says', () => {
    expect(dependencyBreaches(manifests, locked('node_modules/pg', 'ISC'), decision)).toEqual([
      expect.stringContaining('it is ISC'),
    ]);
  });

  it.each(['GPL-3.0', 'AGPL-3.0-only', '(MIT AND GPL-2.0)', 'GPL-2.0-or-later', undefined])(
    'are never under %s, however deep',
    (license) => {
      const deep = locked('node_modules/pg/node_modules/deep', license);
      expect(dependencyBreaches(manifests, deep, decision)).toEqual([expect.stringContaining('deep')]);
    },
  );
});

describe('paths', () => {
  const tree = new Set(['packages/server/src/kit/log.ts', 'packages/tag/src/methods', 'docs/spec']);
  const exists = (path: string) => tree.has(path.replace(/\/$/, ''));
  const named = (text: string) => pathBreaches('docs/architecture.md', text, exists);

  it('are the repository’s, from its root or from the server’s rooms', () => {
    expect(named('`packages/server/src/kit/log.ts` `kit/log.ts` `tag/src/methods/<name>.ts`')).toEqual([]);
    expect(named('`@goalpost/contract/chat` `/wire` `GET /stat/v1/data` `a word`')).toEqual([]);
  });

  it('that lead nowhere are a breach', () => {
    expect(named('`kit/logs.ts` `widget/src/<name>.ts`')).toHaveLength(2);
  });

  it('in links start from the document', () => {
    expect(
      linkBreaches('docs/architecture.md', '[a](spec/) [b](https://x.example/)', exists, () => null),
    ).toEqual([]);
    expect(linkBreaches('docs/architecture.md', '[a](specs/)', exists, () => null)).toEqual([
      'docs/architecture.md links to specs/, which does not exist.',
    ]);
  });

  it('in links may name a heading, which must be there', () => {
    const page = '# A page\n\n## What is kept, and `how`\n\n[a](#a-page) [b](page.md#what-is-kept-and-how)\n';
    expect(
      linkBreaches(
        'docs/page.md',
        page,
        () => true,
        () => page,
      ),
    ).toEqual([]);
    expect(
      linkBreaches(
        'docs/page.md',
        '[a](#gone) [b](b.md#a)',
        () => true,
        () => page,
      ),
    ).toEqual([
      'docs/page.md links to #gone: docs/page.md has no such heading.',
      'docs/page.md links to b.md#a: docs/b.md has no such heading.',
    ]);
  });
});

it('a cache without an owner in docs/memory.md is a breach', () => {
  const cache = (path: string) => ({
    path: `packages/server/src/${path}`,
    text: 'const a = new LRUCache({ max: 1 });',
  });
  const files = [
    cache('chat/hub.ts'),
    cache('goals/addresses/read.ts'),
    { path: 'packages/server/src/kit/a.ts', text: '' },
  ];
  expect(unownedCaches(files, '| a | `chat/hub.ts`, `goals/addresses` | 1 |')).toEqual([]);
  expect(unownedCaches(files, '| a | `chat/hub.ts` | 1 |')).toEqual([
    expect.stringMatching(/^packages\/server\/src\/goals\/addresses\/read\.ts keeps a cache/),
  ]);
});

it('a list that its file does not have is a breach, and each of several is looked for', () => {
  const text = '`ONE` or `TWO` in `run/lists.ts`; `run` in `run/lists.ts`';
  const read = (file: string) => (file === 'packages/server/src/run/lists.ts' ? 'const ONE = [];' : null);
  expect(listBreaches('map.md', text, read)).toEqual(['map.md names TWO in run/lists.ts, which has none.']);
  expect(listBreaches('map.md', text, () => null)).toHaveLength(2);
});

it('a command that package.json does not have is a breach', () => {
  const text = 'Run `npm run dev`, `npm run new -- <kind>` and `npm test`.';
  expect(commandBreaches('a.md', text, ['dev', 'new'])).toEqual([]);
  expect(commandBreaches('a.md', text, ['new'])).toEqual([
    'a.md says npm run dev, which package.json does not have.',
  ]);
});

it('a kind of new thing that a newcomer is not told of is a breach', () => {
  const text = 'A `step`.\n`npm run new -- <kind> <name>` makes a `metric`.';
  expect(kindBreaches('a.md', text, ['metric', 'step'])).toEqual([
    'a.md does not say that npm run new makes a step.',
  ]);
});

it('two decisions of one number are a breach', () => {
  const [one, two] = ['docs/decisions/0001-a.md', 'docs/decisions/0001-b.md'];
  expect(decisionBreaches([one, 'docs/decisions/0002-a.md'])).toEqual([]);
  expect(decisionBreaches([one, two])).toEqual([expect.stringContaining(`${one} and ${two}`)]);
});

it('a setting that nothing reads is a breach', () => {
  const text = '`GOALPOST_DATA=/srv` and GOALPOST_PORTS, as in GOALPOST_…';
  expect(settingBreaches('a.md', text, new Set(['GOALPOST_DATA']))).toEqual([
    'a.md names the setting GOALPOST_PORTS, which nothing reads.',
  ]);
});

it('a setting that no document names is a breach', () => {
  const reader = {
    path: 'boot/config/reader.ts',
    text: "// GOALPOST_OLD\nread('GOALPOST_DATA', 'GOALPOST_NEW');",
  };
  expect(unnamedSettings([reader], 'Set GOALPOST_DATA.')).toEqual([
    'boot/config/reader.ts reads the setting GOALPOST_NEW, which README.md and docs do not name.',
  ]);
});

it('a setting that is read past the configuration is a breach', () => {
  const reads = (path: string) => ({ path: `packages/server/src/${path}`, text: 'process.env.GOALPOST_NEW' });
  expect(hiddenSettings([reads('main.ts'), reads('chat/hub.ts')])).toEqual([
    'packages/server/src/chat/hub.ts reads the environment: add a setting in boot/config, and pass it in.',
  ]);
});

it('names that no source has are one sentence each', () => {
  const text =
    'By `CounterStore` and `checkOf`, at most `MAX_GOALS`; `goal` and `kit/log.ts` are no such names.';
  expect(nameBreaches('a.md', text, new Set(['CounterStore', 'checkOf', 'MAX_GOALS']))).toEqual([]);
  expect(nameBreaches('a.md', `${text} Again \`checkOf\`.`, new Set(['MAX_GOALS', 'check']))).toEqual([
    'a.md names CounterStore, which no source has.',
    'a.md names checkOf, which no source has.',
  ]);
});

describe('the picture of a hit', () => {
  const given = {
    checks:
      'const REQUEST_CHECKS: readonly Check[] = [method, querySize];\nconst HIT_CHECKS = [\n  ownVisit,\n];',
    pipeline: 'const STEPS: readonly Step[] = [\n  duplicate,\n  otherSide,\n];',
    picture:
      '  door      method · query size │ body │ own visit │ masks\n  pipeline  decode │ duplicate → other side\n',
    road: ['collect/decode/hit.ts', 'collect/steps/duplicate.ts', 'collect/steps/other-side.ts'],
  };

  it('has what the lists have', () => expect(pictureBreaches(given)).toEqual([]));

  it.each([
    [
      { checks: given.checks.replace('method, ', 'method, origin, ') },
      /before the body.*method, origin, query size/,
    ],
    [
      { checks: given.checks.replace('  ownVisit', '  consent,\n  ownVisit') },
      /after the body.*consent, own visit/,
    ],
    [{ pipeline: 'const STEPS = [otherSide, duplicate];' }, /"pipeline".*other side, duplicate/],
    [
      { road: given.road.slice(0, 2) },
      /docs\/roads\.md, A hit, .*duplicate\.ts, collect\/steps\/other-side\.ts/,
    ],
    [{ road: given.road.toReversed() }, /docs\/roads\.md, A hit/],
    [{ picture: 'A picture of something else.' }, /"door"/],
    [{ pipeline: '' }, /"pipeline"/],
  ])('lacks one, or has another order: %j', (change, sentence) =>
    expect(pictureBreaches({ ...given, ...change })).toContainEqual(expect.stringMatching(sentence)),
  );
});
