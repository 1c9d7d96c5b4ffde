/** Hosts of links and of other addresses are read in one way, as the tables of hosts want. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hostOf } from './host.ts';
import { readLink } from './link.ts';

const part = (...texts: readonly string[]) => fc.constantFrom(...texts);
const HOSTS = [
  'vk.com',
  'VK.com',
  'vk.com.',
  'пример.рф',
  'xn--e1afmkfd.xn--p1ai',
  '[::1]',
  '[::1',
  '127.0.0.1',
  '',
  '.',
  '..',
  'a..b',
  'a'.repeat(300),
  'a b',
  '%D0%BF.example',
];
const address = fc
  .tuple(
    part('https:', 'HTTP:', 'viber:', 'x+y.z-1:'),
    part('', 'user@', 'user:word@', '@', 'a@b@'),
    part('', 'www.', 'WWW.', 'www.www.'),
    part(...HOSTS),
    part('', ':443', ':', ':x', ':80:90'),
    part('', '/', '/a@b', '/#x', '?q=@c', '#@d', '/?a=https://other.example/'),
  )
  .map(([scheme, user, www, host, port, rest]) => `${scheme}//${user}${www}${host}${port}${rest}`);

it('[G37] the host of a link is that of its address', () => {
  fc.assert(
    fc.property(address, (text) => {
      expect(readLink(text).host).toBe(hostOf(text));
    }),
    { numRuns: 2_000 },
  );
});

it.each([
  ['//vk.com/shop', 'vk.com'],
  ['mailto:us@shop.example', ''],
  ['tg:resolve?domain=x', ''],
])('%s is a link to "%s"', (text, host) => {
  expect(readLink(text).host).toBe(host);
});

it.each([
  ['tel://+7495', { scheme: 'tel', host: '', path: '+7495' }],
  ['MAILTO:///info@shop.example?subject=x', { scheme: 'mailto', host: '', path: 'info@shop.example' }],
  ['intent://send/7#Intent;package=x;scheme=whatsapp;end', { scheme: 'whatsapp', host: 'send', path: '/7' }],
  ['intent:#Intent;action=x;end', { scheme: 'intent', host: '', path: '' }],
])('[G99] %s is read as what it opens', (text, expected) => {
  expect(readLink(text)).toMatchObject(expected);
});
