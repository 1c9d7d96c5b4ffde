/** Engines and phones, by agent strings of the field. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readAgent } from './agent.ts';

const android = (device: string) =>
  `Mozilla/5.0 (Linux; Android 13; ${device}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/112.0.5615.48 Mobile Safari/537.36`;

it.each([
  [android('SM-S911B'), 'Samsung', 'SM-S911B'],
  [android('Redmi Note 8 Pro Build/QP1A'), 'Xiaomi', 'Redmi Note 8 Pro'],
  [android('M2102J20SG'), 'Xiaomi', 'M2102J20SG'],
  [android('POCO F3; wv'), 'Xiaomi', 'POCO F3'],
  [android('VOG-L29'), 'Huawei', 'VOG-L29'],
  [android('RMX3363'), 'realme', 'RMX3363'],
  [android('CPH2205'), 'OPPO', 'CPH2205'],
  [android('Pixel 7'), 'Google', 'Pixel 7'],
  [android('TECNO KG5k'), 'TECNO', 'TECNO KG5k'],
  [android('Unheard 5'), '', 'Unheard 5'],
  [android('K'), '', ''],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
    'Apple',
    'iPhone',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
    '',
    '',
  ],
])('[V43] %s is of %s: %s', (agent, phoneMake, phoneModel) => {
  expect(readAgent(agent)).toMatchObject({ phoneMake, phoneModel });
});

it.each([
  [android('K'), 'Blink', '112.0.5615.48'],
  ['Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115.0', 'Gecko', '115.0'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15',
    'WebKit',
    '605.1.15',
  ],
  ['Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko', 'Trident', '7.0'],
  ['', '', ''],
])('[V43] %s has the engine %s %s', (agent, engine, engineVersion) => {
  expect(readAgent(agent)).toMatchObject({ engine, engineVersion });
});

it("[V43] whatever an agent says is short, and an engine's version is numbers", () => {
  const words = fc.constantFrom(
    'Android 13; ',
    'Chrome/',
    '99999999.',
    'SM-',
    ' Build/',
    ';',
    ')',
    'Mobile',
    'rv:',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 60 })), { maxLength: 30 }), (parts) => {
      const { phoneModel, engineVersion } = readAgent(parts.join(''));
      expect(phoneModel.length).toBeLessThanOrEqual(40);
      expect(engineVersion).toMatch(/^(?:\d{1,5}(?:\.\d{1,5}){0,3})?$/);
    }),
  );
});
