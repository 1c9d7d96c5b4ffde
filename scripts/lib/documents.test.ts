/** Each promise of the documents, broken on purpose. */
import { describe, expect, it } from 'vitest';
import { dependencyBreaches, linkBreaches, pathBreaches, ruleBreaches } from './documents.mjs';

describe('rules', () => {
  const specs = {
    'docs/spec/visits.md': '| # | Rule |\n|---|---|\n| V1 | One. |\n| V2 | Two, see [V3]. |\n',
  };

  it('are cited by tests, alone or with others', () => {
    expect(ruleBreaches(specs, { 'a.test.ts': "it('[V1, V2] x')" })).toEqual([]);
    expect(
      ruleBreaches(specs, { 'a.test.ts': "it('[V1] x')", 'b.test.ts': '/** As in [V10, V2]. */' }),
    ).toEqual([]);
  });

  it('without a test are a breach; a number without brackets, or a longer one, is no citation', () => {
    expect(ruleBreaches(specs, { 'a.test.ts': "it('[V1] V2 [V20]')" })).toEqual([
      expect.stringMatching(/^docs\/spec\/visits\.md: no test cites rule V2/),
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

  it('without a line are a breach, also where npm may leave them out', () => {
    expect(
      dependencyBreaches([...manifests, { optionalDependencies: { kafka: '1' } }], lock, decision),
    ).toEqual([expect.stringMatching(/^kafka is a dependency without a line/)]);
  });

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
      linkBreaches('docs/architecture.md', '[a](spec/) [b](https://x.example/) [c](#d)', exists),
    ).toEqual([]);
    expect(linkBreaches('docs/architecture.md', '[a](specs/)', exists)).toEqual([
      'docs/architecture.md links to specs/, which does not exist.',
    ]);
  });
});
