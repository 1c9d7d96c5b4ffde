import { expect, it } from 'vitest';
import { createSecrets, SecretsLocked } from './secrets.ts';

const OLD = 'an old key of the test';
const NEW = 'a newer key of the test';

it('[K7] seals so that only the key and the purpose open it, each time in another form', () => {
  const secrets = createSecrets([NEW]);
  const kept = secrets.seal('whsec_Зоя', 'webhook');
  expect(kept).not.toContain('whsec');
  expect(secrets.seal('whsec_Зоя', 'webhook')).not.toBe(kept);
  expect(secrets.open(kept, 'webhook')).toBe('whsec_Зоя');
  expect(() => secrets.open(kept, 'totp')).toThrow(SecretsLocked);
  expect(() => createSecrets([OLD]).open(kept, 'webhook')).toThrow(SecretsLocked);
  expect(() => createSecrets([]).open(kept, 'webhook')).toThrow(SecretsLocked);
  for (let at = 20; at < kept.length; at += 1) {
    const broken = kept.slice(0, at) + (kept[at] === 'A' ? 'B' : 'A') + kept.slice(at + 1);
    // The last letter of base64 has bits that say nothing.
    if (at < kept.length - 1) expect(() => secrets.open(broken, 'webhook')).toThrow(SecretsLocked);
  }
});

it('[K7] keys change: the first seals, the others open, and what is old is known', () => {
  const kept = createSecrets([OLD]).seal('x', 'webhook');
  const both = createSecrets([NEW, OLD]);
  expect(both.open(kept, 'webhook')).toBe('x');
  expect(both.isStale(kept)).toBe(true);
  expect(both.isStale(both.seal('x', 'webhook'))).toBe(false);
});

it('[K7] what was kept before there was a key is given as it is, and is to be sealed', () => {
  const secrets = createSecrets([NEW]);
  expect(secrets.open('whsec_plain', 'webhook')).toBe('whsec_plain');
  expect(secrets.isStale('whsec_plain')).toBe(true);
  expect(createSecrets([]).isStale('whsec_plain')).toBe(false);
  expect(createSecrets([]).seal('whsec_plain', 'webhook')).toBe('whsec_plain');
});
