import { expect, it } from 'vitest';
import { createSecrets, personIdOf, secretHash } from './secrets.ts';

const secrets = createSecrets('key of the server');

it('[C4] knows its own secrets, for the counter that they were given for', () => {
  const secret = secrets.issue(7);
  expect(secrets.isOurs(7, secret)).toBe(true);
  expect(secrets.isOurs(8, secret)).toBe(false);
  expect(createSecrets('another key').isOurs(7, secret)).toBe(false);
});

it.each(['', '.', 'x', 'x.y', `${'x'.repeat(43)}.${'A'.repeat(22)}`, `${'x'.repeat(128)}`, '…​.…'])(
  '[C4] does not take %j for one',
  (forged) => {
    expect(secrets.isOurs(7, forged)).toBe(false);
  },
);

it('[C4] changing any part of it makes it worthless', () => {
  const secret = secrets.issue(7);
  const [random = '', mark = ''] = secret.split('.');
  const other = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
  expect(secrets.isOurs(7, `${other(random)}.${mark}`)).toBe(false);
  expect(secrets.isOurs(7, `${random}.${other(mark)}`)).toBe(false);
});

it('gives 256 bits, never the same, and neither id nor digest tells the secret', () => {
  const made = Array.from({ length: 100 }, () => secrets.issue(7));
  expect(new Set(made).size).toBe(100);
  for (const secret of made) {
    expect(Buffer.from(secret.split('.')[0] ?? '', 'base64url')).toHaveLength(32);
    expect(secretHash(secret)).toMatch(/^[0-9a-f]{64}$/);
    expect(personIdOf(secret)).toMatch(/^[\w-]{22}$/);
  }
});
