/** The server's settings, read once from the environment. Reading and refusals: `readConfig`. */
import type { NetworkLimits } from '../../chat/index.ts';
import type { Sender, SmtpServer } from '../../notify/index.ts';
import type { BackupSettings } from './backup.ts';
import type { oidcOf } from './oidc.ts';
import type { LogLevel } from '../log.ts';
import type { BucketSettings } from '../../stores/files/index.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Absolute folder for everything the server keeps. */
  readonly dataDir: string;
  /** Address that browsers use, with its base path and no slash at its end; null: derived from each request. */
  readonly publicUrl: string | null;
  readonly adminEmail: string | null;
  readonly adminPassword: string | null;
  readonly adminToken: string | null;
  /** E-mail address of an account that gets a one-time link for a new password at the start. */
  readonly passwordLinkFor: string | null;
  /** Addresses or CIDR ranges of reverse proxies whose `X-Forwarded-*` is believed. */
  readonly trustProxy: readonly string[];
  readonly clickhouseUrl: string | null;
  readonly databaseUrl: string | null;
  /** Whether `oauth_token` in an address is a token. */
  readonly queryTokens: boolean;
  /** Whether requests are read that are no HTTP to the letter, such as lines that end with a line feed alone. */
  readonly lenientHttp: boolean;
  /** Codes of mismatches of the stores that the operator accepts. */
  readonly acceptMismatch: readonly string[];
  /** What strangers of one network may do in the chat. */
  readonly networkLimits: NetworkLimits;
  /** Whether webhooks may reach private networks, this machine among them. */
  readonly webhooksPrivate: boolean;
  /** Visitors whose open visits are kept in memory, over all counters [V24]. */
  readonly maxOpenVisitors: number;
  /** An .mmdb of the owner's with regions and cities; null: only countries are told. */
  readonly geoDb: string | null;
  /** Hits whose keys are kept against duplicates, over all counters [V31]. */
  readonly maxRecentHits: number;
  /** What sends the chat's e-mail, and in whose name; null: nothing does. */
  readonly mail: { readonly server: SmtpServer; readonly sender: Sender } | null;
  /** Where the chat's files are kept; null: in the data folder. */
  readonly bucket: BucketSettings | null;
  readonly backup: BackupSettings;
  /** Keys of secrets in the records; the first one seals. None: they are kept as they are. */
  readonly secretsKeys: readonly string[];
  /** An identity provider that people may sign in by; null: there is none. */
  readonly oidc: ReturnType<typeof oidcOf>;
  /** Whether every account needs a second factor. */
  readonly secondFactorRequired: boolean;
  /** The least that the log writes down. */
  readonly logLevel: LogLevel;
}
