/** The shapes of answers, loaded beside the first request: checking them must not hold up the first paint. */
import { TOKEN_SCOPES } from '@goalpost/contract/management/roles';
import { z } from 'zod';

export { CollectionHealth, LiveFeed } from '@goalpost/contract/collection';
export { Dictionary, GoalEnvelope, GoalList } from '@goalpost/contract/goals';
export {
  AccessInvitationList,
  AccessInvitationMade,
  BulkResults,
  AuditList,
  CounterEnvelope,
  CounterList,
  ErasureEnvelope,
  ErasureList,
  GrantList,
  GrantMade,
  Joined,
  JoinOffer,
  LinkMade,
  OwnVisitLinkPair,
  SegmentEnvelope,
  SegmentList,
  PersonFound,
  PolicyReportList,
  ProcessingRecordEnvelope,
  Retention,
  RetentionPreview,
  RetentionRunEnvelope,
} from '@goalpost/contract/management';
export { AttributionResponse } from '@goalpost/contract/reports/attribution';
export { ChangesResponse } from '@goalpost/contract/reports/changes';
export { BytimeResponse, ComparisonResponse, DataResponse } from '@goalpost/contract/reports';
export {
  GoalCountingEnvelope,
  GoalCountingList,
  GoalPreview,
  GoalSuggestions,
  TestModeFeed,
  TestModeLink,
  PickerChoice,
  PickerLink,
} from '@goalpost/contract/workbench';

export const Me = z.object({
  login: z.string(),
  name: z.string(),
  language: z.string(),
  second_factor_needed: z.boolean(),
});
export const SsoState = z.object({ name: z.string().nullable() });
export const SignedIn = z.object({ twoFactorRedirect: z.boolean().optional() });
export const SecondFactor = z.object({
  on: z.boolean(),
  required: z.boolean(),
  recovery_codes_left: z.number(),
});
export const Passkey = z.object({
  id: z.string(),
  name: z.string(),
  created_time: z.string(),
  last_used_time: z.string().nullable(),
});
export const PasskeyList = z.object({ passkeys: z.array(Passkey) });
export const PasskeyOptions = z.object({ options: z.record(z.string(), z.unknown()) });
export const RecoveryCodes = z.object({ backupCodes: z.array(z.string()) });
export const FactorOffer = RecoveryCodes.extend({ totpURI: z.string() });

export const PasswordState = z.object({ mail: z.boolean() });
export const PasswordOwner = z.object({ login: z.string() });
export const AddressAsked = z.object({ sent_to: z.string() });
export const AddressLink = z.object({ login: z.string(), email: z.string() });

export const SetupState = z.object({ needed: z.boolean() });

export const Token = z.object({
  id: z.string(),
  name: z.string(),
  scope: z.enum(TOKEN_SCOPES),
  counters: z.array(z.number()).nullable(),
  expires_time: z.string().nullable(),
  create_time: z.string(),
  last_used_time: z.string().nullable(),
});
export const SessionList = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      user_agent: z.string(),
      address: z.string(),
      created_time: z.string(),
      last_seen_time: z.string(),
      current: z.boolean(),
    }),
  ),
});
export const TokenList = z.object({ tokens: z.array(Token) });
export const NewToken = z.object({ token: z.object({ value: z.string() }) });
