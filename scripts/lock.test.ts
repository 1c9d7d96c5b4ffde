import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Readonly<Record<string, Locked>>;
};

it('the engine is locked for every platform that it is made for [A12]', () => {
  const made = packages['node_modules/chdb']?.optionalDependencies ?? {};
  expect(Object.keys(made)).toHaveLength(4);
  for (const [name, version] of Object.entries(made))
    expect(packages[`node_modules/${name}`]).toMatchObject({ version, optional: true });
});
