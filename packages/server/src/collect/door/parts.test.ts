import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAddressLimit } from './address-limit.ts';
import { createClientAddress } from '../../kit/limits/client-address.ts';
import { firstPartyCookies } from './cookies.ts';
import { isAmong, normalHost } from '../../goals/index.ts';
import { pageHost } from './page-host.ts';
import { openPlace } from './place.ts';
import { readHead } from './request-head.ts';
import { createRobots } from './robots.ts';
import { isOfOneDay, openSecret, saysVisitor, strangerNumber } from './visitor.ts';

describe('the client’s address', () => {
  const behind = createClientAddress(['10.0.0.0/8', '::1', '203.0.113.7']);
  it.each([
    [
      'the peer’s, where nobody is trusted',
      createClientAddress([]),
      '198.51.100.1',
      '1.2.3.4',
      '198.51.100.1',
    ],
    ['IPv4, where the socket is dual', createClientAddress([]), '::ffff:198.51.100.1', '', '198.51.100.1'],
    ['the peer’s, where the peer is not trusted', behind, '198.51.100.1', '1.2.3.4', '198.51.100.1'],
    ['what a trusted peer says', behind, '10.1.2.3', '1.2.3.4', '1.2.3.4'],
    [
      'the rightmost that is not trusted',
      behind,
      '::1',
      '6.6.6.6, 1.2.3.4, 203.0.113.7, 10.9.9.9',
      '1.2.3.4',
    ],
    ['a trusted peer’s own, where it says nothing', behind, '10.1.2.3', '', '10.1.2.3'],
    ['the last that is an address', behind, '10.1.2.3', '<script>, 10.4.4.4', '10.4.4.4'],
    ['without ports', behind, '10.1.2.3', '[2001:db8::5]:443', '2001:db8::5'],
    ['without ports', behind, '10.1.2.3', '1.2.3.4:5678', '1.2.3.4'],
    ['IPv4, however it is mapped', behind, '10.1.2.3', '::ffff:102:304', '1.2.3.4'],
    ['in one spelling', behind, '10.1.2.3', '2001:0DB8:0:0:0:0:0:5', '2001:db8::5'],
    ['without a zone', behind, '10.1.2.3', 'fe80::5%eth0', 'fe80::5'],
  ])('is %s', (_, address, peer, forwarded, expected) => {
    expect(address(peer, forwarded)).toBe(expected);
  });

  it.each(['localhost', '10.0.0.0/33', '10.0.0.0/x', '::1/129', ''])(
    'says that "%s" is no address',
    (entry) => {
      expect(() => createClientAddress([entry])).toThrow(`"${entry}"`);
    },
  );
});

describe('the bound on one address', () => {
  it('holds within a window, for each address alone', () => {
    const allows = createAddressLimit({ hits: 2, windowMs: 1_000 });
    const asked: [string, number][] = [
      ['1.1.1.1', 0],
      ['1.1.1.1', 1],
      ['1.1.1.1', 2],
      ['2.2.2.2', 3],
      ['1.1.1.1', 1_000],
    ];
    expect(asked.map(([address, now]) => allows(address, now))).toEqual([true, true, false, true, true]);
  });

  it.each(['127.0.0.1', '10.2.3.4', '192.168.1.1', '::1', 'fe80::1', 'fd00::1', ''])(
    'is none for "%s"',
    (address) => {
      const allows = createAddressLimit({ hits: 1, windowMs: 1_000 });
      expect([1, 2, 3].every((now) => allows(address, now))).toBe(true);
    },
  );
});

describe('first-party cookies', () => {
  const both = '_ym_d=1795378102; other=1; _ym_uid=1795378102825877058';
  const head = (fields: Record<string, string>) => readHead(fields);

  it('[W13, W14] name the visitor and are set for a year more', () => {
    const found = firstPartyCookies(
      head({ cookie: both, host: 'stats.shop.example', origin: 'https://www.shop.example' }),
    );
    const how = 'Path=/; Domain=shop.example; Max-Age=31536000; SameSite=Lax; Secure';
    expect(found).toEqual({
      visitor: '1795378102825877058',
      renewals: [`_ym_uid=1795378102825877058; ${how}`, `_ym_d=1795378102; ${how}`],
    });
  });

  it.each([
    ['the same host', 'shop.example:8090', 'http://shop.example', '; Domain=shop.example'],
    ['an address', '127.0.0.1:8090', 'http://127.0.0.1:5000', ''],
    ['localhost', 'localhost:8090', 'http://localhost:5000', ''],
    ['a British site', 'm.shop.co.uk', 'http://www.shop.co.uk', '; Domain=shop.co.uk'],
    ['nothing known of the page', 'm.shop.example', '', ''],
  ])('[W14] are set where the tag set them: %s', (_, host, origin, domain) => {
    const { renewals } = firstPartyCookies(
      head({ cookie: both, host, ...(origin === '' ? {} : { origin }) }),
    );
    expect(renewals[1]).toBe(`_ym_d=1795378102; Path=/${domain}; Max-Age=31536000; SameSite=Lax`);
  });

  it.each([
    ['another site’s page', { host: 'stats.agency.example', origin: 'https://shop.test', cookie: both }],
    ['a request across sites', { host: 'shop.example', 'sec-fetch-site': 'cross-site', cookie: both }],
    ['a number that is none', { host: 'shop.example', cookie: '_ym_uid=12ab; _ym_d=1' }],
    ['a number that is too large', { host: 'shop.example', cookie: '_ym_uid=99999999999999999999; _ym_d=1' }],
    ['a header to be split', { host: 'shop.example', cookie: '_ym_uid=1\r\nx: y; _ym_d=1' }],
    ['no cookie', { host: 'shop.example', cookie: 'x_ym_uid=5; _ym_d=1' }],
  ])('[W13] say nothing for %s', (_, fields) => {
    expect(firstPartyCookies(head(fields))).toEqual({ visitor: null, renewals: [] });
  });

  it.each([
    ['missing', '_ym_uid=1795378102825877058'],
    ['empty', '_ym_d=; _ym_uid=1795378102825877058'],
    ['no number', '_ym_d=yesterday; _ym_uid=1795378102825877058'],
    ['quoted', '_ym_d="1795378102"; _ym_uid=1795378102825877058'],
  ])('[W28] the second of the first visit is written anew where it is %s', (_, cookie) => {
    expect(firstPartyCookies(head({ cookie, host: 'x' }))).toMatchObject({
      visitor: '1795378102825877058',
      renewals: [
        expect.stringMatching(/^_ym_uid=1795378102825877058;/),
        expect.stringMatching(/^_ym_d=1795378102;/),
      ],
    });
  });

  it.each([
    '',
    '1700000000',
    '12ab',
    '"1795378102825877058"',
    '0795378102825877058',
    '-1795378102825877058',
    '17953781028258770581',
    '1795378102825877058x',
    '1795378102 825877058',
    '1.7e18',
  ])('[W28] of two cookies, the valid one counts: not %j', (value) => {
    const cookie = `_ym_d=1700000000; _ym_uid=${value}; x_ym_uid=1795378102825877051; _ym_uid=1795378102825877058`;
    expect(firstPartyCookies(head({ cookie, host: 'x' })).visitor).toBe('1795378102825877058');
    const alone = `_ym_uid=${value}; _ym_d=1700000000`;
    expect(firstPartyCookies(head({ cookie: alone, host: 'x' }))).toEqual({ visitor: null, renewals: [] });
  });
});

describe('the page’s host', () => {
  const at = (query: Record<string, string>, origin = '', referer = '') =>
    pageHost({ query: new URLSearchParams(query).toString(), body: undefined, origin, referer });

  it.each([
    ['shop.example', at({ 'page-url': 'https://WWW.Shop.example:8443/x?y#z' })],
    ['shop.example', at({ 'page-url': 'https://user:pw@shop.example/' })],
    ['shop.example', at({ 'page-url': 'goal://localhost/order', 'page-ref': 'https://shop.example/' })],
    ['shop.example', at({ 'page-url': 'goal://shop.example/order' })],
    [
      'shop.example',
      at({
        'page-url': 'https://far.example/',
        'page-ref': 'http://shop.example/',
        'browser-info': 'dl:1:ln:1:t:x',
      }),
    ],
    [
      'far.example',
      at({
        'page-url': 'https://far.example/',
        'page-ref': 'http://shop.example/',
        'browser-info': 'pv:1:t:ln:1',
      }),
    ],
    ['shop.example', at({}, 'https://shop.example')],
    ['shop.example', at({}, '', 'https://shop.example/page')],
    ['xn--80ak6aa92e.example', at({ 'page-url': 'https://аррӏе.example/' })],
    ['[::1]', at({ 'page-url': 'http://[::1]:8080/' })],
    ['', at({ 'page-url': 'javascript:alert(1)' })],
    ['', at({})],
  ])('is %j', (expected, found) => {
    expect(found).toBe(expected);
  });

  it.each([
    ['shop.example', true],
    ['m.shop.example', true],
    ['notshop.example', false],
    ['shop.example.evil.test', false],
    ['', false],
  ])('is among a counter’s own: %j %s', (host, expected) => {
    expect(isAmong(host, ['shop.example', 'other.test'])).toBe(expected);
    expect(normalHost('WWW.Shop.Example.')).toBe('shop.example');
    expect(normalHost(`${'a.'.repeat(126)}b`)).toHaveLength(253);
    expect(normalHost(`${'a.'.repeat(126)}bc`)).toBe('');
  });
});

describe('the visitor of a hit that names none', () => {
  const stranger = { counterId: 1, address: '198.51.100.1', agent: 'x', now: Date.UTC(2026, 10, 22, 0) };
  const number = strangerNumber('secret', stranger);

  it('[W13] is the same within a UTC day, and no other', () => {
    expect(number).toMatch(/^\d{1,20}$/);
    expect(strangerNumber('secret', { ...stranger, now: stranger.now + 86_399_999 })).toBe(number);
    const others = [
      strangerNumber('other', stranger),
      strangerNumber('secret', { ...stranger, now: stranger.now + 86_400_000 }),
      strangerNumber('secret', { ...stranger, counterId: 2 }),
      strangerNumber('secret', { ...stranger, address: '198.51.100.2' }),
      strangerNumber('secret', { ...stranger, agent: 'y' }),
    ];
    expect(new Set([number, ...others]).size).toBe(6);
    // Told from what browsers say of themselves.
    expect([number, ...others].map(isOfOneDay)).toEqual(Array(6).fill(true));
    expect(['0', '1', '1764500000123456789', '9999999999999999'].some(isOfOneDay)).toBe(false);
    // What is asked for by hand may be no number at all [P11].
    expect(['', '1e3', '-1', 'x', '9'.repeat(30), '0xffffffffffffffff'].some(isOfOneDay)).toBe(false);
  });

  it.each([
    ['pv:1:u:1795378102825877058:w:1x1:t:Shop', true],
    ['pv:1:u:5:t:x', true],
    ['pv:1:t:a title with :u:5: in it', false],
    ['pv:1:u:0:t:x', false],
    ['pv:1:u:99999999999999999999:t:x', false],
    ['pv:1:u::t:x', false],
    ['pv:1:hid:5', false],
    ['pv:1:u:17953781028', true],
  ])('[W13] is not made where the wire names one: %s %s', (info, said) => {
    expect(saysVisitor(`wmode=7&browser-info=${encodeURIComponent(info)}&charset=utf-8`)).toBe(said);
    expect(saysVisitor(`browser-info=${encodeURIComponent(info)}`)).toBe(said);
    expect(saysVisitor(`page-url=%3Au%3A5&browser-info=${encodeURIComponent(info)}`)).toBe(said);
  });

  it('has a secret that is made once and that others cannot read', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'goalpost-secret-'));
    const secret = await openSecret(dir);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(await openSecret(dir)).toBe(secret);
    expect((await stat(join(dir, 'visitor-secret'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(dir, 'visitor-secret'), 'utf8')).toMatch(
      new RegExp(`^(?:${secret} [0-9a-f]{8}\n){2}$`),
    );
    await rm(dir, { recursive: true });
  });
});

describe('place and robots', () => {
  it('know countries, and none for private or impossible addresses', async () => {
    const place = await openPlace();
    expect(['8.8.8.8', '77.88.8.8', '2001:4860:4860::8888'].map(place.country)).toEqual(['US', 'RU', 'US']);
    expect(['127.0.0.1', '10.0.0.1', '192.168.1.1', '::1', 'fe80::1', '', 'x'].map(place.country)).toEqual(
      Array.from({ length: 7 }, () => ''),
    );
  });

  it('[V13] tell robots by their agent string, the second time too', () => {
    const isRobot = createRobots();
    for (let i = 0; i < 2; i++) {
      expect(isRobot('Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)')).toBe(true);
      expect(
        isRobot(
          'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
        ),
      ).toBe(false);
    }
  });

  it.each([
    'curl/8.5.0',
    'node',
    'undici',
    'python-requests/2.32.3',
    'Go-http-client/1.1',
    'okhttp/4.12.0',
    '',
  ])('[V13] take %j for a program that reports on purpose', (agent) =>
    expect(createRobots()(agent)).toBe(false),
  );

  it.each([
    'nodebot/1.0',
    'curl-crawler (+http://bots.example)',
    'python-requests-bot',
    'Mozilla/5.0 HeadlessChrome/142.0',
  ])('[V13] take %j for a robot', (agent) => expect(createRobots()(agent)).toBe(true));
});
