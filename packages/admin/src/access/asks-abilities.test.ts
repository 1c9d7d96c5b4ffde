import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const SRC = path.join(import.meta.dirname, '..');

it('[A45] no screen asks for what a role may do by the name of another role', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.tsx?$/.test(file),
  );
  const asks = (file: string): boolean =>
    /\b(?:permission|perm|role)\s*[!=]==\s*'(?:edit|analyst|view)'/.test(
      readFileSync(path.join(SRC, file), 'utf8'),
    );
  expect(files.filter(asks)).toEqual([]);
});
