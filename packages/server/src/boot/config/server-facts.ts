/** What the server's settings say about where people's data are, and who gets them. Pure. */
import type { ServerFacts } from '../../privacy/index.ts';
import type { Config } from './config.ts';

const LOCAL = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|::1)$/;

/** Empty: it is this machine. */
function remoteHost(url: string): string {
  const { hostname } = new URL(url);
  return hostname === '' || LOCAL.test(hostname) ? '' : hostname;
}

type Settings = Pick<
  Config,
  | 'clickhouseUrl'
  | 'databaseUrl'
  | 'bucket'
  | 'backup'
  | 'mail'
  | 'oidc'
  | 'geoDb'
  | 'secondFactorRequired'
  | 'secretsKeys'
>;

export function serverFacts(config: Settings): ServerFacts {
  const { clickhouseUrl, databaseUrl, bucket, backup } = config;
  const { to } = backup;
  const isToBucket = to?.startsWith('s3://') === true;
  return {
    places: [
      { place: 'journal', kind: 'folder', host: '' },
      clickhouseUrl === null
        ? { place: 'analytics', kind: 'embedded', host: '' }
        : { place: 'analytics', kind: 'clickhouse', host: remoteHost(clickhouseUrl) },
      databaseUrl === null
        ? { place: 'records', kind: 'sqlite', host: '' }
        : { place: 'records', kind: 'postgres', host: remoteHost(databaseUrl) },
      bucket === null
        ? { place: 'files', kind: 'folder', host: '' }
        : { place: 'files', kind: 'bucket', host: remoteHost(bucket.endpoint) },
      {
        place: 'backups',
        kind: to === null ? 'none' : isToBucket ? 'bucket' : 'folder',
        host: isToBucket && bucket !== null ? remoteHost(bucket.endpoint) : '',
      },
    ],
    backups: {
      keep_days: backup.keepDays,
      every_hours: backup.everyHours,
      encrypted: backup.key !== null,
    },
    mailHost: config.mail?.server.host ?? null,
    identityProvider: config.oidc === null ? null : new URL(config.oidc.issuer).hostname,
    cities: config.geoDb !== null,
    secondFactorRequired: config.secondFactorRequired,
    secretsSealed: config.secretsKeys.length > 0,
  };
}
