import { expect, it } from 'vitest';
import { readConfig } from './reader.ts';
import { serverFacts } from './server-facts.ts';

function factsOf(environment: Record<string, string>) {
  const reading = readConfig(environment);
  if (!reading.ok) throw new Error(reading.problems.join(' '));
  return serverFacts(reading.config);
}

const BUCKET = {
  GOALPOST_S3_ENDPOINT: 'https://s3.elsewhere.example',
  GOALPOST_S3_BUCKET: 'shop',
  GOALPOST_S3_REGION: 'eu-1',
  GOALPOST_S3_ACCESS_KEY: 'access-key-of-the-test',
  GOALPOST_S3_SECRET_KEY: 'secret-key-of-the-test',
};
const OIDC = {
  GOALPOST_PUBLIC_URL: 'https://stats.example',
  GOALPOST_OIDC_ISSUER: 'https://id.elsewhere.example/realm',
  GOALPOST_OIDC_CLIENT_ID: 'goalpost',
  GOALPOST_OIDC_CLIENT_SECRET: 'client-secret-of-the-test',
};
const MAIL = {
  GOALPOST_SMTP_URL: 'smtp://chat:smtp-password@mail.elsewhere.example:587',
  GOALPOST_MAIL_FROM: 'chat@shop.example',
};

it('[P30] with no settings, no place is elsewhere and nobody outside is named', () => {
  const facts = factsOf({});
  expect(facts.places.map(({ host }) => host)).toEqual(['', '', '', '', '']);
  expect([facts.mailHost, facts.identityProvider]).toEqual([null, null]);
});

it.each([
  ['analytics', { GOALPOST_CLICKHOUSE_URL: 'http://goalpost:ch-password@ch.elsewhere.example:8123' }],
  ['records', { GOALPOST_DATABASE_URL: 'postgres://goalpost:pg-password@pg.elsewhere.example/goalpost' }],
  ['files', BUCKET],
  ['backups', { ...BUCKET, GOALPOST_BACKUP_TO: 's3://shop/backups' }],
] as const)('[P30] %s on another machine are named by its host, without secrets', (place, environment) => {
  const facts = factsOf(environment);
  expect(facts.places.find((one) => one.place === place)?.host).toContain('elsewhere.example');
  expect(JSON.stringify(facts)).not.toMatch(/password|secret-key|access-key/);
});

it('[P30] who outside is told of people is named, without secrets', () => {
  const facts = factsOf({ ...OIDC, ...MAIL });
  expect([facts.mailHost, facts.identityProvider]).toEqual([
    'mail.elsewhere.example',
    'id.elsewhere.example',
  ]);
  expect(JSON.stringify(facts)).not.toMatch(/smtp-password|client-secret/);
});

it('[P30] a store on this machine by its address is none elsewhere', () => {
  for (const host of ['127.0.0.1', 'localhost', '[::1]'])
    expect(
      factsOf({ GOALPOST_CLICKHOUSE_URL: `http://${host}:8123` })
        .places.map((one) => one.host)
        .join(''),
    ).toBe('');
});

/** Settings by which nothing of people reaches another machine. A new one is put here or into the facts. */
const STAYS = [
  'host',
  'port',
  'dataDir',
  'publicUrl',
  'adminEmail',
  'adminPassword',
  'adminToken',
  'passwordLinkFor',
  'trustProxy',
  'queryTokens',
  'lenientHttp',
  'acceptMismatch',
  'networkLimits',
  'webhooksPrivate',
  'maxOpenVisitors',
  'maxRecentHits',
  'logLevel',
];

it('[P29] each setting of the server was thought of', () => {
  const reading = readConfig({});
  const told = [
    'clickhouseUrl',
    'databaseUrl',
    'bucket',
    'backup',
    'mail',
    'oidc',
    'geoDb',
    'secondFactorRequired',
    'secretsKeys',
  ];
  const known = reading.ok ? Object.keys(reading.config) : [];
  expect(known.toSorted()).toEqual([...STAYS, ...told].toSorted());
});
