import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NETWORK_LIMITS } from '../../chat/index.ts';
import { readConfig } from './reader.ts';

it('every setting has a default', () => {
  expect(readConfig({ PATH: '/bin', GOALPOST_PUBLIC_URL: '' })).toEqual({
    ok: true,
    warnings: [],
    config: {
      host: '127.0.0.1',
      port: 8090,
      dataDir: resolve('data'),
      publicUrl: null,
      adminEmail: null,
      adminPassword: null,
      adminToken: null,
      passwordLinkFor: null,
      queryTokens: true,
      lenientHttp: false,
      trustProxy: [],
      clickhouseUrl: null,
      databaseUrl: null,
      acceptMismatch: [],
      networkLimits: NETWORK_LIMITS,
      webhooksPrivate: false,
      maxOpenVisitors: 1_000_000,
      geoDb: null,
      maxRecentHits: 10_000_000,
      mail: null,
      backup: { to: null, everyHours: 0, keepDays: 30, key: null },
      secretsKeys: [],
      oidc: null,
      secondFactorRequired: false,
      bucket: null,
      logLevel: 'info',
    },
  });
});

it('every setting is taken', () => {
  const reading = readConfig({
    GOALPOST_HOST: '::',
    GOALPOST_PORT: '0',
    GOALPOST_DATA: '/var/lib/goalpost',
    GOALPOST_PUBLIC_URL: 'https://Stats.example.com/',
    GOALPOST_ADMIN_EMAIL: 'Ann@Example.com',
    GOALPOST_ADMIN_PASSWORD: 'correct horse',
    GOALPOST_ADMIN_TOKEN: 'token-of-16-chars',
    GOALPOST_PASSWORD_LINK_FOR: 'Ann@example.com',
    GOALPOST_QUERY_TOKENS: '0',
    GOALPOST_LENIENT_HTTP: '1',
    GOALPOST_TRUST_PROXY: '127.0.0.1, 10.0.0.0/8,::1',
    GOALPOST_CLICKHOUSE_URL: 'http://localhost:8123',
    GOALPOST_DATABASE_URL: 'postgres://localhost/goalpost',
    GOALPOST_ACCEPT_MISMATCH: '0a1b2c3d',
    GOALPOST_CHAT_LIMITS: 'sockets=5, taps=0',
    GOALPOST_WEBHOOKS_PRIVATE: '1',
    GOALPOST_MAX_OPEN_VISITORS: '250000',
    GOALPOST_GEO_DB: '/var/lib/cities.mmdb',
    GOALPOST_MAX_RECENT_HITS: '2000000',
    GOALPOST_SMTP_URL: 'smtp://chat:secret@mail.example.com',
    GOALPOST_MAIL_FROM: 'Shop <chat@example.com>',
    GOALPOST_SECOND_FACTOR: 'required',
    GOALPOST_OIDC_ISSUER: 'https://id.example.com/realms/main/',
    GOALPOST_OIDC_CLIENT_ID: 'goalpost',
    GOALPOST_OIDC_CLIENT_SECRET: 'hunter2',
    GOALPOST_OIDC_NAME: 'Example',
    GOALPOST_OIDC_DOMAINS: 'example.com, Shop.example',
    GOALPOST_OIDC_ROLE: 'analyst',
    GOALPOST_OIDC_COUNTERS: '12, 34',
    GOALPOST_LOG_LEVEL: 'warn',
  });
  expect(reading).toEqual({
    ok: true,
    warnings: [],
    config: {
      host: '::',
      port: 0,
      dataDir: '/var/lib/goalpost',
      publicUrl: 'https://stats.example.com',
      adminEmail: 'ann@example.com',
      adminPassword: 'correct horse',
      adminToken: 'token-of-16-chars',
      passwordLinkFor: 'ann@example.com',
      queryTokens: false,
      lenientHttp: true,
      trustProxy: ['127.0.0.1', '10.0.0.0/8', '::1'],
      clickhouseUrl: 'http://localhost:8123',
      databaseUrl: 'postgres://localhost/goalpost',
      acceptMismatch: ['0a1b2c3d'],
      networkLimits: { ...NETWORK_LIMITS, sockets: 5, taps: 0 },
      webhooksPrivate: true,
      maxOpenVisitors: 250_000,
      geoDb: '/var/lib/cities.mmdb',
      maxRecentHits: 2_000_000,
      mail: {
        server: { host: 'mail.example.com', port: 587, secure: false, user: 'chat', password: 'secret' },
        sender: { name: 'Shop', address: 'chat@example.com' },
      },
      backup: { to: null, everyHours: 0, keepDays: 30, key: null },
      secretsKeys: [],
      oidc: {
        issuer: 'https://id.example.com/realms/main',
        clientId: 'goalpost',
        clientSecret: 'hunter2',
        clientAuth: 'basic',
        name: 'Example',
        trustsEmail: false,
        domains: ['example.com', 'shop.example'],
        grant: { role: 'analyst', counters: [12, 34] },
      },
      secondFactorRequired: true,
      bucket: null,
      logLevel: 'warn',
    },
  });
});

it('a name that is no setting is told, and stops nothing', () => {
  const reading = readConfig({ GOALPOST_PROT: '8091' });
  expect(reading).toMatchObject({
    ok: true,
    warnings: [expect.stringMatching(/^GOALPOST_PROT is no setting; .*GOALPOST_PORT/)],
  });
});

describe('a wrong setting names itself', () => {
  it.each([
    ['GOALPOST_HOST', 'two words'],
    ['GOALPOST_CHAT_LIMITS', 'sockets'],
    ['GOALPOST_CHAT_LIMITS', 'toString=1'],
    ['GOALPOST_QUERY_TOKENS', 'yes'],
    ['GOALPOST_PORT', '65536'],
    ['GOALPOST_PORT', '80a'],
    ['GOALPOST_PUBLIC_URL', 'stats.example.com'],
    ['GOALPOST_PUBLIC_URL', 'https://example.com/stats?a=1'],
    ['GOALPOST_PUBLIC_URL', 'https://example.com/../stats'],
    ['GOALPOST_PUBLIC_URL', 'https://example.com/api'],
    ['GOALPOST_PUBLIC_URL', 'ftp://example.com'],
    ['GOALPOST_ADMIN_TOKEN', 'two words'],
    ['GOALPOST_TRUST_PROXY', 'nginx'],
    ['GOALPOST_TRUST_PROXY', '10.0.0.0/33'],
    ['GOALPOST_CLICKHOUSE_URL', 'localhost:8123'],
    ['GOALPOST_DATABASE_URL', 'mysql://localhost'],
    ['GOALPOST_WEBHOOKS_PRIVATE', 'yes'],
    ['GOALPOST_LOG_LEVEL', 'loud'],
  ])('%s=%s', (name, value) => {
    const reading = readConfig({ [name]: value });
    expect(reading.ok).toBe(false);
    expect(reading.ok ? [] : reading.problems).toEqual([
      expect.stringMatching(new RegExp(`^${name} .+\\.$`)),
    ]);
  });

  it('all at once', () => {
    const reading = readConfig({ GOALPOST_PORT: 'x', GOALPOST_ADMIN_EMAIL: 'y', GOALPOST_DATABASE_URL: 'z' });
    expect(reading).toEqual({
      ok: false,
      problems: [
        'GOALPOST_PORT must be a port number from 0 to 65535.',
        'GOALPOST_ADMIN_EMAIL must be an e-mail address.',
        'GOALPOST_DATABASE_URL must be an address such as postgres://user:password@localhost/goalpost.',
        'GOALPOST_ADMIN_EMAIL and GOALPOST_ADMIN_PASSWORD must be set together.',
      ],
    });
  });

  it.each([[{ GOALPOST_SMTP_URL: 'smtp://mail.example.com' }], [{ GOALPOST_MAIL_FROM: 'chat@example.com' }]])(
    'e-mail set by half: %j',
    (environment) => {
      expect(readConfig(environment)).toEqual({
        ok: false,
        problems: ['GOALPOST_SMTP_URL and GOALPOST_MAIL_FROM must be set together.'],
      });
    },
  );

  it.each([
    ['GOALPOST_SMTP_URL', 'https://chat:hunter2@mail.example.com'],
    ['GOALPOST_SMTP_URL', 'smtp://chat:hunter2@mail.example.com/inbox'],
    ['GOALPOST_MAIL_FROM', 'hunter2'],
  ])('e-mail set wrongly: %s=%s', (name, value) => {
    const reading = readConfig({
      GOALPOST_SMTP_URL: 'smtp://mail.example.com',
      GOALPOST_MAIL_FROM: 'chat@example.com',
      [name]: value,
    });
    const problems = reading.ok ? [] : reading.problems;
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name} must be .+\\.$`))]);
    expect(problems.join('')).not.toContain('hunter2');
  });

  it('a short password is not repeated in the message', () => {
    const reading = readConfig({ GOALPOST_ADMIN_EMAIL: 'a@b.example', GOALPOST_ADMIN_PASSWORD: 'hunter2' });
    expect(JSON.stringify(reading)).not.toContain('hunter2');
    expect(reading).toMatchObject({ ok: false });
  });
});
