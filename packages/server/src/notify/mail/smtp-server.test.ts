import { expect, it } from 'vitest';
import { parseSmtpUrl, tlsOf } from './smtp-server.ts';

it.each([
  ['smtp://mail.example', { host: 'mail.example', port: 587, secure: false, user: '', password: '' }],
  ['smtps://mail.example/', { host: 'mail.example', port: 465, secure: true, user: '', password: '' }],
  [
    'smtp://chat%40shop.example:p%2Fw%3A%20%D1%8F@[::1]:2525',
    { host: '::1', port: 2525, secure: false, user: 'chat@shop.example', password: 'p/w: я' },
  ],
  ['http://mail.example', null],
  ['mail.example:25', null],
  ['smtp://', null],
  ['smtp://mail.example:99999', null],
  ['smtp://mail.example/inbox', null],
  ['smtp://mail.example?pool=true', null],
  ['smtp://user@mail.example', null],
  ['smtp://user:%zz@mail.example', null],
  ['smtp://a%0d%0ab', null],
])('%s', (text, server) => expect(parseSmtpUrl(text)).toEqual(server));

it.each([
  ['smtp://localhost', false, false],
  ['smtp://a:b@127.0.0.9', false, false],
  ['smtp://a:b@[::1]', false, false],
  ['smtps://127.0.0.1', false, false],
  ['smtp://mail.example', false, true],
  ['smtp://a:b@mail.example', true, true],
  ['smtp://a:b@10.0.0.1', true, true],
  ['smtp://a:b@127.example', true, true],
  ['smtps://a:b@mail.example', false, true],
])('%s: STARTTLS is a must: %s, its certificate must hold: %s', (text, required, verified) => {
  const server = parseSmtpUrl(text);
  expect(server && tlsOf(server)).toEqual({ required, verified });
});
