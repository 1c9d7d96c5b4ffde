/** What each route of the API takes. Written by `npm run api` from the server's endpoints; not by hand. */
import type { GoalInput as GoalInputSchema } from '@goalpost/contract/goals';
import type { z } from 'zod';

type Value = string | number | boolean;
/** Takes nothing of the kind. */
export type None = undefined;
type RateTable = {
  readonly into: string;
  readonly rates: readonly { readonly currency: string; readonly day: string; readonly rate: number }[];
};
type CounterCreate = {
  readonly id?: number | undefined;
  readonly name?: string | undefined;
  readonly site2?: { readonly site: string } | undefined;
  readonly mirrors2?: readonly { readonly site: string }[] | undefined;
  readonly site?: string | undefined;
  readonly mirrors?: readonly string[] | undefined;
  readonly only_mirrors?: boolean | 0 | 1 | undefined;
  readonly time_zone_name?: string | undefined;
  readonly currency?: string | undefined;
  readonly visit_threshold?: number | undefined;
  readonly autogoals_enabled?: boolean | 0 | 1 | undefined;
  readonly filter_robots?: number | undefined;
  readonly favorite?: boolean | 0 | 1 | undefined;
  readonly tag_modules?:
    | {
        readonly links?: boolean | 0 | 1 | undefined;
        readonly forms?: boolean | 0 | 1 | undefined;
        readonly buttons?: boolean | 0 | 1 | undefined;
        readonly contacts?: boolean | 0 | 1 | undefined;
        readonly commerce?: boolean | 0 | 1 | undefined;
        readonly engagement?: boolean | 0 | 1 | undefined;
        readonly routes?: boolean | 0 | 1 | undefined;
        readonly hashes?: boolean | 0 | 1 | undefined;
        readonly chats?: boolean | 0 | 1 | undefined;
      }
    | undefined;
  readonly masking?:
    | {
        readonly on?: boolean | undefined;
        readonly names?: readonly string[] | undefined;
        readonly keep?: readonly string[] | undefined;
        readonly shapes?: readonly string[] | undefined;
      }
    | undefined;
  readonly consent?:
    | {
        readonly mode?: 'cookies' | 'cookieless' | 'ask' | undefined;
        readonly countries?: readonly string[] | undefined;
        readonly dnt?: boolean | undefined;
        readonly gpc?: boolean | undefined;
        readonly sources?:
          | readonly (
              | 'tcf'
              | 'google'
              | 'cookiebot'
              | 'onetrust'
              | 'cookieyes'
              | 'usercentrics'
              | 'complianz'
              | 'osano'
            )[]
          | undefined;
      }
    | undefined;
  readonly own_visits?:
    | {
        readonly addresses?: readonly string[] | undefined;
        readonly browsers?: readonly { readonly mark: string; readonly at: number }[] | undefined;
      }
    | undefined;
  readonly type?: unknown;
  readonly status?: unknown;
  readonly goals?: unknown;
  readonly grants?: unknown;
  readonly filters?: unknown;
  readonly operations?: unknown;
  readonly labels?: unknown;
  readonly measurement_tokens?: unknown;
};
type CounterUpdate = {
  readonly name?: string | undefined;
  readonly site2?: { readonly site: string } | undefined;
  readonly mirrors2?: readonly { readonly site: string }[] | undefined;
  readonly site?: string | undefined;
  readonly mirrors?: readonly string[] | undefined;
  readonly only_mirrors?: boolean | 0 | 1 | undefined;
  readonly time_zone_name?: string | undefined;
  readonly currency?: string | undefined;
  readonly visit_threshold?: number | undefined;
  readonly autogoals_enabled?: boolean | 0 | 1 | undefined;
  readonly filter_robots?: number | undefined;
  readonly favorite?: boolean | 0 | 1 | undefined;
  readonly tag_modules?:
    | {
        readonly links?: boolean | 0 | 1 | undefined;
        readonly forms?: boolean | 0 | 1 | undefined;
        readonly buttons?: boolean | 0 | 1 | undefined;
        readonly contacts?: boolean | 0 | 1 | undefined;
        readonly commerce?: boolean | 0 | 1 | undefined;
        readonly engagement?: boolean | 0 | 1 | undefined;
        readonly routes?: boolean | 0 | 1 | undefined;
        readonly hashes?: boolean | 0 | 1 | undefined;
        readonly chats?: boolean | 0 | 1 | undefined;
      }
    | undefined;
  readonly masking?:
    | {
        readonly on?: boolean | undefined;
        readonly names?: readonly string[] | undefined;
        readonly keep?: readonly string[] | undefined;
        readonly shapes?: readonly string[] | undefined;
      }
    | undefined;
  readonly consent?:
    | {
        readonly mode?: 'cookies' | 'cookieless' | 'ask' | undefined;
        readonly countries?: readonly string[] | undefined;
        readonly dnt?: boolean | undefined;
        readonly gpc?: boolean | undefined;
        readonly sources?:
          | readonly (
              | 'tcf'
              | 'google'
              | 'cookiebot'
              | 'onetrust'
              | 'cookieyes'
              | 'usercentrics'
              | 'complianz'
              | 'osano'
            )[]
          | undefined;
      }
    | undefined;
  readonly own_visits?:
    | {
        readonly addresses?: readonly string[] | undefined;
        readonly browsers?: readonly { readonly mark: string; readonly at: number }[] | undefined;
      }
    | undefined;
  readonly id?: unknown;
  readonly type?: unknown;
  readonly status?: unknown;
  readonly goals?: unknown;
  readonly grants?: unknown;
  readonly filters?: unknown;
  readonly operations?: unknown;
  readonly labels?: unknown;
  readonly measurement_tokens?: unknown;
};
type RateSourceInput = {
  readonly url: string;
  readonly into: string;
  readonly currencies: readonly string[];
};
type CostFile = { readonly file: string };
type ConversionFile = { readonly file: string };
type GoalInput = z.input<typeof GoalInputSchema>;
type GoalInputInput = z.input<typeof GoalInputSchema>;
type GoalPreviewInput = {
  readonly goal: GoalInputInput;
  readonly goal_id?: number | undefined;
  readonly days?: number | undefined;
};
type SegmentInput = {
  readonly name: string;
  readonly expression: string;
  readonly private?: boolean | undefined;
};
type BackfillInput = { readonly days?: number | undefined };
type NamedEventInput = {
  readonly vendor: string;
  readonly event:
    | 'started'
    | 'invited'
    | 'operator'
    | 'offline'
    | 'opened'
    | 'contact'
    | 'rated'
    | 'callback'
    | 'form'
    | 'quiz'
    | 'booking';
  readonly by: 'click' | 'message' | 'data-layer';
  readonly what: string;
  readonly origin?: string | undefined;
};
type ShareInput = {
  readonly report: string;
  readonly name?: string | undefined;
  readonly filters?: string | undefined;
  readonly period?: { readonly date1: string; readonly date2: string } | null | undefined;
  readonly attribution?: 'lastsign' | 'last' | 'first' | undefined;
  readonly metrics?: readonly string[] | undefined;
  readonly sort?: string | undefined;
  readonly levels?: readonly string[] | undefined;
  readonly sides?:
    | {
        readonly a: { readonly name: string; readonly filters?: string | undefined };
        readonly b: { readonly name: string; readonly filters?: string | undefined };
        readonly days_b?:
          | ('same' | 'previous' | 'weekdays' | 'year' | 'yearWeekdays')
          | { readonly date1: string; readonly date2: string }
          | undefined;
      }
    | null
    | undefined;
  readonly path?:
    | {
        readonly kind: 'funnel' | 'retention' | 'journey';
        readonly question: object;
        readonly labels: readonly string[];
        readonly people?: boolean | undefined;
      }
    | null
    | undefined;
  readonly password?: string | null | undefined;
};
type AlertInput = {
  readonly kind:
    | 'tag_silent'
    | 'goal_stopped'
    | 'conversion_rate'
    | 'traffic_spike'
    | 'traffic_drop'
    | 'chat_unanswered'
    | 'goal_made';
  readonly goal_id?: number | null | undefined;
  readonly minutes?: number | undefined;
  readonly channels: readonly string[];
  readonly language?: 'en' | 'ru' | undefined;
  readonly enabled?: boolean | undefined;
};
type AlertTrial = {
  readonly kind:
    | 'tag_silent'
    | 'goal_stopped'
    | 'conversion_rate'
    | 'traffic_spike'
    | 'traffic_drop'
    | 'chat_unanswered'
    | 'goal_made';
  readonly goal_id?: number | null | undefined;
  readonly minutes?: number | undefined;
  readonly days?: number | undefined;
};
type ScheduleInput = {
  readonly name?: string | undefined;
  readonly report: string;
  readonly metrics?: string | undefined;
  readonly levels?: readonly string[] | undefined;
  readonly filters?: string | undefined;
  readonly segment?: string | undefined;
  readonly period: 'daily' | 'weekly' | 'monthly';
  readonly hour?: number | undefined;
  readonly format?: 'xlsx' | 'csv' | undefined;
  readonly picture?: 'pdf' | 'png' | 'svg' | undefined;
  readonly channels: readonly string[];
  readonly language?: 'en' | 'ru' | undefined;
  readonly enabled?: boolean | undefined;
};
type ChannelInput =
  | { readonly kind: 'email'; readonly name?: string | undefined; readonly to: string }
  | { readonly kind: 'webhook'; readonly name?: string | undefined; readonly url: string }
  | {
      readonly kind: 'telegram';
      readonly name?: string | undefined;
      readonly token: string;
      readonly chat_id: string;
    }
  | { readonly kind: 'slack'; readonly name?: string | undefined; readonly url: string };
type AnnotationInput = { readonly day: string; readonly text: string };
type BoardInput = {
  readonly name: string;
  readonly shared?: boolean | undefined;
  readonly widgets?:
    | readonly (
        | {
            readonly counter_id: number;
            readonly kind: 'number' | 'chart' | 'table';
            readonly title?: string | undefined;
            readonly metric: string;
            readonly dimension?: string | null | undefined;
            readonly filters?: string | undefined;
            readonly segment?: string | undefined;
            readonly attribution?: 'lastsign' | 'last' | 'first' | undefined;
            readonly period?: string | undefined;
            readonly segment_b?: string | undefined;
            readonly filters_b?: string | undefined;
            readonly period_b?: string | undefined;
            readonly id?: string | undefined;
          }
        | {
            readonly counter_id: number;
            readonly kind: 'funnel' | 'retention' | 'journey';
            readonly title?: string | undefined;
            readonly address: object;
            readonly period?: string | undefined;
            readonly id?: string | undefined;
          }
        | { readonly id: string }
      )[]
    | undefined;
};
type SavedPathInput = {
  readonly kind: 'funnel' | 'retention' | 'journey';
  readonly name: string;
  readonly shared?: boolean | undefined;
  readonly address: object;
};
type PersonQuery = {
  readonly by: 'visitor' | 'user_id' | 'email' | 'phone' | 'conversation';
  readonly value: string;
};
type RetentionInput = {
  readonly retention: {
    readonly hits?: { readonly keep: number; readonly unit: 'day' | 'month' } | null | undefined;
    readonly visits?: { readonly keep: number; readonly unit: 'day' | 'month' } | null | undefined;
    readonly conversations?: { readonly keep: number; readonly unit: 'day' | 'month' } | null | undefined;
    readonly files?: { readonly keep: number; readonly unit: 'day' | 'month' } | null | undefined;
    readonly deliveries?: { readonly keep: number; readonly unit: 'day' | 'month' } | null | undefined;
    readonly logs?: { readonly keep: number; readonly unit: 'day' | 'month' } | null | undefined;
    readonly sums?: boolean | undefined;
  };
};
type SetupInput = {
  readonly token: string;
  readonly email: string;
  readonly password: string;
  readonly language?: 'en' | 'ru' | undefined;
};
type ApiTokenInput = {
  readonly name: string;
  readonly scope?: 'read' | 'analyse' | 'chat' | 'write' | undefined;
  readonly counters?: readonly number[] | null | undefined;
  readonly expires_in_days?: number | null | undefined;
};
type PasskeyRegistration = {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly authenticatorAttachment?: string | null | undefined;
  readonly clientExtensionResults?: object | undefined;
  readonly response: {
    readonly clientDataJSON: string;
    readonly attestationObject: string;
    readonly transports?: readonly string[] | undefined;
  };
};
type GrantInput = {
  readonly user_login: string;
  readonly perm: 'edit' | 'analyst' | 'view' | 'limited' | 'chat';
  readonly filters?: string | undefined;
  readonly comment?: string | undefined;
};
type JoinInput = {
  readonly token: string;
  readonly name?: string | undefined;
  readonly password?: string | undefined;
  readonly language?: 'en' | 'ru' | undefined;
};
type BulkInput = {
  readonly user_logins: readonly string[];
  readonly perm: 'edit' | 'analyst' | 'view' | 'limited' | 'chat';
  readonly filters?: string | undefined;
  readonly comment?: string | undefined;
  readonly counters?: readonly number[] | undefined;
};
type NewPasswordInput = { readonly token: string; readonly password: string };
type NewEmailInput = { readonly email: string; readonly password: string };
type ChatSettingsInput = {
  readonly enabled?: boolean | undefined;
  readonly color?: string | undefined;
  readonly side?: 'left' | 'right' | undefined;
  readonly texts?: object | undefined;
  readonly fields?: readonly ('name' | 'email' | 'phone')[] | undefined;
  readonly departments?: readonly ChatDepartmentInput[] | undefined;
  readonly operators?: readonly ChatOperatorInput[] | undefined;
  readonly hours?: ChatWorkingHours | null | undefined;
  readonly show?: ChatPlacementInput | undefined;
  readonly waiting?: ChatWaitingInput | undefined;
  readonly mail?: ChatMailInput | undefined;
};
type CannedReply = { readonly shortcut: string; readonly text: string };
type ChatWebhookInput = {
  readonly url: string;
  readonly events?:
    | readonly ('chat_accepted' | 'chat_updated' | 'chat_finished' | 'offline_message' | 'client_updated')[]
    | undefined;
};
type InvitationRuleInput = {
  readonly name: string;
  readonly enabled?: boolean | undefined;
  readonly priority?: number | undefined;
  readonly join?: 'all' | 'any' | undefined;
  readonly conditions: readonly (
    | { readonly on: 'time_on_page'; readonly seconds: number }
    | { readonly on: 'time_on_site'; readonly seconds: number }
    | {
        readonly on: 'page_url';
        readonly op: 'is' | 'contains' | 'starts' | 'not_contains';
        readonly value: string;
      }
    | { readonly on: 'referrer'; readonly op: 'contains' | 'not_contains'; readonly value: string }
    | { readonly on: 'source'; readonly any: readonly string[] }
    | {
        readonly on: 'utm';
        readonly field: 'source' | 'medium' | 'campaign' | 'content' | 'term';
        readonly value: string;
      }
    | { readonly on: 'pages_seen'; readonly atLeast: number }
    | { readonly on: 'visit_number'; readonly atLeast: number; readonly atMost: number | null }
    | { readonly on: 'country'; readonly any: readonly string[] }
    | { readonly on: 'language'; readonly any: readonly string[] }
    | { readonly on: 'device'; readonly is: 'desktop' | 'mobile' }
    | { readonly on: 'scroll'; readonly percent: number }
    | { readonly on: 'exit_intent' }
    | { readonly on: 'cart'; readonly filled: boolean }
    | { readonly on: 'goal'; readonly goalId: number; readonly reached: boolean }
    | { readonly on: 'online'; readonly is: boolean }
    | { readonly on: 'since_closed'; readonly seconds: number }
    | { readonly on: 'since_invitation'; readonly seconds: number }
  )[];
  readonly frequency?: 'visit' | 'day' | 'ever' | undefined;
  readonly action?: 'message' | 'open' | 'offline_form' | 'hide' | undefined;
  readonly author?: string | undefined;
  readonly texts: readonly string[];
  readonly controlPercent?: number | undefined;
  readonly schedule?:
    | { readonly days: readonly number[]; readonly from: string; readonly to: string }
    | null
    | undefined;
};
type ChatDepartmentInput = {
  readonly id: string;
  readonly name: string;
  readonly hours?: ChatWorkingHours | null | undefined;
  readonly members?: readonly string[] | undefined;
};
type ChatOperatorInput = {
  readonly id: string;
  readonly name: string;
  readonly title?: string | undefined;
  readonly picture?: string | undefined;
};
type ChatWorkingHours = {
  readonly timeZone: string;
  readonly spans: readonly { readonly days: readonly number[]; readonly from: string; readonly to: string }[];
};
type ChatPlacementInput = {
  readonly urls?:
    | readonly { readonly op: 'is' | 'contains' | 'starts' | 'not_contains'; readonly value: string }[]
    | undefined;
  readonly devices?: 'all' | 'desktop' | 'mobile' | undefined;
};
type ChatWaitingInput = { readonly soon?: number | undefined; readonly late?: number | undefined };
type ChatMailInput = {
  readonly team?: string | undefined;
  readonly answerAfter?: number | undefined;
  readonly language?: 'en' | 'ru' | undefined;
};

export interface Routes {
  'DELETE /api/v1/boards/{boardId}': { params: 'boardId'; query: None; body: None };
  'DELETE /api/v1/counters/{counterId}/alerts/{alertId}': {
    params: 'counterId' | 'alertId';
    query: None;
    body: None;
  };
  'DELETE /api/v1/counters/{counterId}/annotations/{annotationId}': {
    params: 'counterId' | 'annotationId';
    query: None;
    body: None;
  };
  'DELETE /api/v1/counters/{counterId}/channels/{channelId}': {
    params: 'counterId' | 'channelId';
    query: None;
    body: None;
  };
  'DELETE /api/v1/counters/{counterId}/chat/rules/{ruleId}': {
    params: 'counterId' | 'ruleId';
    query: None;
    body: None;
  };
  'DELETE /api/v1/counters/{counterId}/chat/webhooks/{webhookId}': {
    params: 'counterId' | 'webhookId';
    query: None;
    body: None;
  };
  'DELETE /api/v1/counters/{counterId}/goals/{goalId}/backfill': {
    params: 'counterId' | 'goalId';
    query: None;
    body: None;
  };
  'DELETE /api/v1/counters/{counterId}/invitations/{invitationId}': {
    params: 'counterId' | 'invitationId';
    query: None;
    body: None;
  };
  'DELETE /api/v1/counters/{counterId}/own-visits/browsers/{mark}': {
    params: 'counterId' | 'mark';
    query: None;
    body: None;
  };
  'DELETE /api/v1/counters/{counterId}/paths/{pathId}': {
    params: 'counterId' | 'pathId';
    query: None;
    body: None;
  };
  'DELETE /api/v1/counters/{counterId}/rates/source': { params: 'counterId'; query: None; body: None };
  'DELETE /api/v1/counters/{counterId}/schedules/{scheduleId}': {
    params: 'counterId' | 'scheduleId';
    query: None;
    body: None;
  };
  'DELETE /api/v1/counters/{counterId}/shares/{shareId}': {
    params: 'counterId' | 'shareId';
    query: None;
    body: None;
  };
  'DELETE /api/v1/counters/{counterId}/vendors/{vendor}/webhook': {
    params: 'counterId' | 'vendor';
    query: None;
    body: None;
  };
  'DELETE /api/v1/passkeys/{passkeyId}': { params: 'passkeyId'; query: None; body: None };
  'DELETE /api/v1/sessions': { params: never; query: None; body: None };
  'DELETE /api/v1/sessions/{sessionId}': { params: 'sessionId'; query: None; body: None };
  'DELETE /api/v1/tokens/{tokenId}': { params: 'tokenId'; query: None; body: None };
  'DELETE /management/v1/counter/{counterId}': { params: 'counterId'; query: None; body: None };
  'DELETE /management/v1/counter/{counterId}/apisegment/segment/{segmentId}': {
    params: 'counterId' | 'segmentId';
    query: None;
    body: None;
  };
  'DELETE /management/v1/counter/{counterId}/expense/uploading/{uploadingId}': {
    params: 'counterId' | 'uploadingId';
    query: None;
    body: None;
  };
  'DELETE /management/v1/counter/{counterId}/goal/{goalId}': {
    params: 'counterId' | 'goalId';
    query: None;
    body: None;
  };
  'DELETE /management/v1/counter/{counterId}/grant': {
    params: 'counterId';
    query: { user_login: Value };
    body: None;
  };
  'DELETE /management/v1/counter/{counterId}/offline_conversions/uploading/{uploadingId}': {
    params: 'counterId' | 'uploadingId';
    query: None;
    body: None;
  };
  'GET /api/v1/attribution': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      goal_id?: Value;
      dimensions?: Value;
      models?: Value;
      window?: Value;
      half_life?: Value;
      ad_system?: Value;
      limit?: Value;
      currency?: Value;
      lang?: Value;
      timezone?: Value;
    };
    body: None;
  };
  'GET /api/v1/audit': {
    params: never;
    query: {
      before?: Value;
      limit?: Value;
      person?: Value;
      subject?:
        | 'sign_in'
        | 'password'
        | 'second_factor'
        | 'passkey'
        | 'account'
        | 'email'
        | 'token'
        | 'counter'
        | 'goal'
        | 'backfill'
        | 'costs'
        | 'uploads'
        | 'segment'
        | 'board'
        | 'path'
        | 'share'
        | 'alert'
        | 'channel'
        | 'annotation'
        | 'schedule'
        | 'grant'
        | 'invitation'
        | 'chat_settings'
        | 'canned_replies'
        | 'invitation_rule'
        | 'webhook'
        | 'retention'
        | 'erasure'
        | 'other';
      counter_id?: Value;
      since?: Value;
      until?: Value;
    };
    body: None;
  };
  'GET /api/v1/audit.csv': {
    params: never;
    query: {
      person?: Value;
      subject?:
        | 'sign_in'
        | 'password'
        | 'second_factor'
        | 'passkey'
        | 'account'
        | 'email'
        | 'token'
        | 'counter'
        | 'goal'
        | 'backfill'
        | 'costs'
        | 'uploads'
        | 'segment'
        | 'board'
        | 'path'
        | 'share'
        | 'alert'
        | 'channel'
        | 'annotation'
        | 'schedule'
        | 'grant'
        | 'invitation'
        | 'chat_settings'
        | 'canned_replies'
        | 'invitation_rule'
        | 'webhook'
        | 'retention'
        | 'erasure'
        | 'other';
      counter_id?: Value;
      since?: Value;
      until?: Value;
    };
    body: None;
  };
  'GET /api/v1/audit.jsonl': {
    params: never;
    query: {
      person?: Value;
      subject?:
        | 'sign_in'
        | 'password'
        | 'second_factor'
        | 'passkey'
        | 'account'
        | 'email'
        | 'token'
        | 'counter'
        | 'goal'
        | 'backfill'
        | 'costs'
        | 'uploads'
        | 'segment'
        | 'board'
        | 'path'
        | 'share'
        | 'alert'
        | 'channel'
        | 'annotation'
        | 'schedule'
        | 'grant'
        | 'invitation'
        | 'chat_settings'
        | 'canned_replies'
        | 'invitation_rule'
        | 'webhook'
        | 'retention'
        | 'erasure'
        | 'other';
      counter_id?: Value;
      since?: Value;
      until?: Value;
    };
    body: None;
  };
  'GET /api/v1/boards': { params: never; query: None; body: None };
  'GET /api/v1/boards/{boardId}': { params: 'boardId'; query: None; body: None };
  'GET /api/v1/changes': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      dimensions?: Value;
      limit?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      date1_a?: Value;
      date2_a?: Value;
      segment_a?: Value;
      filters_a?: Value;
      date1_b?: Value;
      date2_b?: Value;
      segment_b?: Value;
      filters_b?: Value;
      metric?: Value;
    };
    body: None;
  };
  'GET /api/v1/counters/{counterId}/alerts': { params: 'counterId'; query: None; body: None };
  'GET /api/v1/counters/{counterId}/annotations': {
    params: 'counterId';
    query: { date1: Value; date2: Value; lang?: 'en' | 'ru' };
    body: None;
  };
  'GET /api/v1/counters/{counterId}/channels': { params: 'counterId'; query: None; body: None };
  'GET /api/v1/counters/{counterId}/chat/canned': { params: 'counterId'; query: None; body: None };
  'GET /api/v1/counters/{counterId}/chat/conversations': {
    params: 'counterId';
    query: { state?: 'open' | 'closed'; assigned?: Value; before?: Value; limit?: Value };
    body: None;
  };
  'GET /api/v1/counters/{counterId}/chat/conversations/{conversationId}': {
    params: 'counterId' | 'conversationId';
    query: { after?: Value; limit?: Value };
    body: None;
  };
  'GET /api/v1/counters/{counterId}/chat/deliveries': {
    params: 'counterId';
    query: { limit?: Value };
    body: None;
  };
  'GET /api/v1/counters/{counterId}/chat/funnel': {
    params: 'counterId';
    query: { date1?: Value; date2?: Value };
    body: None;
  };
  'GET /api/v1/counters/{counterId}/chat/people/{visitor}/story': {
    params: 'counterId' | 'visitor';
    query: { lang?: 'en' | 'ru' };
    body: None;
  };
  'GET /api/v1/counters/{counterId}/chat/rules': { params: 'counterId'; query: None; body: None };
  'GET /api/v1/counters/{counterId}/chat/rules/{ruleId}/report': {
    params: 'counterId' | 'ruleId';
    query: { date1?: Value; date2?: Value };
    body: None;
  };
  'GET /api/v1/counters/{counterId}/chat/settings': { params: 'counterId'; query: None; body: None };
  'GET /api/v1/counters/{counterId}/chat/team': { params: 'counterId'; query: None; body: None };
  'GET /api/v1/counters/{counterId}/chat/webhooks': { params: 'counterId'; query: None; body: None };
  'GET /api/v1/counters/{counterId}/goal-counting': { params: 'counterId'; query: None; body: None };
  'GET /api/v1/counters/{counterId}/goal-suggestions': {
    params: 'counterId';
    query: { days?: Value };
    body: None;
  };
  'GET /api/v1/counters/{counterId}/health': { params: 'counterId'; query: None; body: None };
  'GET /api/v1/counters/{counterId}/invitations': { params: 'counterId'; query: None; body: None };
  'GET /api/v1/counters/{counterId}/live': { params: 'counterId'; query: None; body: None };
  'GET /api/v1/counters/{counterId}/paths': { params: 'counterId'; query: None; body: None };
  'GET /api/v1/counters/{counterId}/people/erasures': { params: 'counterId'; query: None; body: None };
  'GET /api/v1/counters/{counterId}/people/erasures/{erasureId}': {
    params: 'counterId' | 'erasureId';
    query: None;
    body: None;
  };
  'GET /api/v1/counters/{counterId}/picker': { params: 'counterId'; query: { token: Value }; body: None };
  'GET /api/v1/counters/{counterId}/processing-record': { params: 'counterId'; query: None; body: None };
  'GET /api/v1/counters/{counterId}/rates': { params: 'counterId'; query: None; body: None };
  'GET /api/v1/counters/{counterId}/rates/source': { params: 'counterId'; query: None; body: None };
  'GET /api/v1/counters/{counterId}/retention': { params: 'counterId'; query: None; body: None };
  'GET /api/v1/counters/{counterId}/schedules': { params: 'counterId'; query: None; body: None };
  'GET /api/v1/counters/{counterId}/shares': { params: 'counterId'; query: None; body: None };
  'GET /api/v1/counters/{counterId}/test-mode': {
    params: 'counterId';
    query: { token: Value; lang?: 'en' | 'ru' };
    body: None;
  };
  'GET /api/v1/counters/{counterId}/vendors': { params: 'counterId'; query: None; body: None };
  'GET /api/v1/counters/{counterId}/visitors/{visitor}/timeline': {
    params: 'counterId' | 'visitor';
    query: { lang?: 'en' | 'ru'; after?: Value; limit?: Value };
    body: None;
  };
  'GET /api/v1/counters/{counterId}/visits': {
    params: 'counterId';
    query: {
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      lang?: Value;
      timezone?: Value;
      attribution?: Value;
      after?: Value;
      limit?: Value;
    };
    body: None;
  };
  'GET /api/v1/csp-reports': { params: never; query: None; body: None };
  'GET /api/v1/email/link': { params: never; query: { token: Value }; body: None };
  'GET /api/v1/funnels': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      steps?: Value;
      scope?: Value;
      window?: Value;
      limit?: Value;
      lang?: Value;
      timezone?: Value;
      dimensions?: Value;
    };
    body: None;
  };
  'GET /api/v1/funnels/people': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      steps?: Value;
      scope?: Value;
      window?: Value;
      limit?: Value;
      lang?: Value;
      timezone?: Value;
      step?: Value;
      outcome?: Value;
      offset?: Value;
    };
    body: None;
  };
  'GET /api/v1/join': { params: never; query: { token: Value }; body: None };
  'GET /api/v1/journeys': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      about?: Value;
      direction?: Value;
      kinds?: Value;
      depth?: Value;
      breadth?: Value;
      scope?: Value;
      window?: Value;
      lang?: Value;
      timezone?: Value;
    };
    body: None;
  };
  'GET /api/v1/me': { params: never; query: None; body: None };
  'GET /api/v1/names': {
    params: never;
    query: {
      kind?: 'metric' | 'dimension';
      search?: Value;
      scope?: 'visits' | 'hits' | 'events' | 'downloads' | 'userParams' | 'costs';
      lang?: 'en' | 'ru';
      limit?: Value;
    };
    body: None;
  };
  'GET /api/v1/passkeys': { params: never; query: None; body: None };
  'GET /api/v1/passkeys/challenge': { params: never; query: None; body: None };
  'GET /api/v1/password': { params: never; query: None; body: None };
  'GET /api/v1/password/link': { params: never; query: { token: Value }; body: None };
  'GET /api/v1/retention': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      first?: Value;
      return?: Value;
      unit?: Value;
      mode?: Value;
      timezone?: Value;
    };
    body: None;
  };
  'GET /api/v1/second-factor': { params: never; query: None; body: None };
  'GET /api/v1/sessions': { params: never; query: None; body: None };
  'GET /api/v1/setup': { params: never; query: None; body: None };
  'GET /api/v1/sso': { params: never; query: None; body: None };
  'GET /api/v1/tokens': { params: never; query: None; body: None };
  'GET /chat/v1/files/{id}': { params: 'id'; query: None; body: None };
  'GET /chat/v1/settings/{counterId}': { params: 'counterId'; query: { language?: Value }; body: None };
  'GET /management/v1/counter/{counterId}': { params: 'counterId'; query: { field?: Value }; body: None };
  'GET /management/v1/counter/{counterId}/apisegment/segment/{segmentId}': {
    params: 'counterId' | 'segmentId';
    query: None;
    body: None;
  };
  'GET /management/v1/counter/{counterId}/apisegment/segments': {
    params: 'counterId';
    query: None;
    body: None;
  };
  'GET /management/v1/counter/{counterId}/expense/uploading/{uploadingId}': {
    params: 'counterId' | 'uploadingId';
    query: None;
    body: None;
  };
  'GET /management/v1/counter/{counterId}/expense/uploadings': {
    params: 'counterId';
    query: { limit?: Value; offset?: Value };
    body: None;
  };
  'GET /management/v1/counter/{counterId}/goal/{goalId}': {
    params: 'counterId' | 'goalId';
    query: { lang?: 'en' | 'ru' };
    body: None;
  };
  'GET /management/v1/counter/{counterId}/goals': {
    params: 'counterId';
    query: { lang?: 'en' | 'ru'; useDeleted?: '0' | '1' | 'true' | 'false' };
    body: None;
  };
  'GET /management/v1/counter/{counterId}/grant': {
    params: 'counterId';
    query: { user_login: Value };
    body: None;
  };
  'GET /management/v1/counter/{counterId}/grants': { params: 'counterId'; query: None; body: None };
  'GET /management/v1/counter/{counterId}/offline_conversions/calls_uploading/{uploadingId}': {
    params: 'counterId' | 'uploadingId';
    query: None;
    body: None;
  };
  'GET /management/v1/counter/{counterId}/offline_conversions/calls_uploadings': {
    params: 'counterId';
    query: { limit?: Value; offset?: Value };
    body: None;
  };
  'GET /management/v1/counter/{counterId}/offline_conversions/uploading/{uploadingId}': {
    params: 'counterId' | 'uploadingId';
    query: None;
    body: None;
  };
  'GET /management/v1/counter/{counterId}/offline_conversions/uploadings': {
    params: 'counterId';
    query: { limit?: Value; offset?: Value };
    body: None;
  };
  'GET /management/v1/counter/{counterId}/offline_conversions/uploadings/{uploadingId}': {
    params: 'counterId' | 'uploadingId';
    query: None;
    body: None;
  };
  'GET /management/v1/counters': {
    params: never;
    query: {
      per_page?: Value;
      offset?: Value;
      search_string?: Value;
      counter_ids?: Value;
      status?: 'Active' | 'Deleted';
      favorite?: '0' | '1' | 'true' | 'false';
      permission?: Value;
      label_id?: Value;
      type?: 'simple' | 'partner';
      robots?: Value;
      sort?: 'None' | 'Default' | 'Name';
      reverse?: '0' | '1' | 'true' | 'false';
      field?: Value;
    };
    body: None;
  };
  'GET /management/v1/messengers': { params: never; query: None; body: None };
  'GET /management/v1/social_networks': { params: never; query: None; body: None };
  'GET /stat/v1/data': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      callback?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      top_keys?: Value;
      row_ids?: Value;
    };
    body: None;
  };
  'GET /stat/v1/data.csv': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      top_keys?: Value;
      row_ids?: Value;
      bom?: '0' | '1' | 'true' | 'false';
    };
    body: None;
  };
  'GET /stat/v1/data.xlsx': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      top_keys?: Value;
      row_ids?: Value;
    };
    body: None;
  };
  'GET /stat/v1/data/bytime': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      callback?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      top_keys?: Value;
      row_ids?: Value;
    };
    body: None;
  };
  'GET /stat/v1/data/bytime.csv': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      top_keys?: Value;
      row_ids?: Value;
      bom?: '0' | '1' | 'true' | 'false';
    };
    body: None;
  };
  'GET /stat/v1/data/bytime.xlsx': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      top_keys?: Value;
      row_ids?: Value;
    };
    body: None;
  };
  'GET /stat/v1/data/comparison': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      callback?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      date1_a?: Value;
      date2_a?: Value;
      segment_a?: Value;
      filters_a?: Value;
      date1_b?: Value;
      date2_b?: Value;
      segment_b?: Value;
      filters_b?: Value;
    };
    body: None;
  };
  'GET /stat/v1/data/comparison.csv': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      date1_a?: Value;
      date2_a?: Value;
      segment_a?: Value;
      filters_a?: Value;
      date1_b?: Value;
      date2_b?: Value;
      segment_b?: Value;
      filters_b?: Value;
      bom?: '0' | '1' | 'true' | 'false';
    };
    body: None;
  };
  'GET /stat/v1/data/comparison.xlsx': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      date1_a?: Value;
      date2_a?: Value;
      segment_a?: Value;
      filters_a?: Value;
      date1_b?: Value;
      date2_b?: Value;
      segment_b?: Value;
      filters_b?: Value;
    };
    body: None;
  };
  'GET /stat/v1/data/comparison/drilldown': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      callback?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      date1_a?: Value;
      date2_a?: Value;
      segment_a?: Value;
      filters_a?: Value;
      date1_b?: Value;
      date2_b?: Value;
      segment_b?: Value;
      filters_b?: Value;
      parent_id?: Value;
    };
    body: None;
  };
  'GET /stat/v1/data/comparison/drilldown.csv': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      date1_a?: Value;
      date2_a?: Value;
      segment_a?: Value;
      filters_a?: Value;
      date1_b?: Value;
      date2_b?: Value;
      segment_b?: Value;
      filters_b?: Value;
      parent_id?: Value;
      bom?: '0' | '1' | 'true' | 'false';
    };
    body: None;
  };
  'GET /stat/v1/data/comparison/drilldown.xlsx': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      date1_a?: Value;
      date2_a?: Value;
      segment_a?: Value;
      filters_a?: Value;
      date1_b?: Value;
      date2_b?: Value;
      segment_b?: Value;
      filters_b?: Value;
      parent_id?: Value;
    };
    body: None;
  };
  'GET /stat/v1/data/drilldown': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      callback?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      parent_id?: Value;
    };
    body: None;
  };
  'GET /stat/v1/data/drilldown.csv': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      parent_id?: Value;
      bom?: '0' | '1' | 'true' | 'false';
    };
    body: None;
  };
  'GET /stat/v1/data/drilldown.xlsx': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      parent_id?: Value;
    };
    body: None;
  };
  'POST /api/v1/attribution': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      goal_id?: Value;
      dimensions?: Value;
      models?: Value;
      window?: Value;
      half_life?: Value;
      ad_system?: Value;
      limit?: Value;
      currency?: Value;
      lang?: Value;
      timezone?: Value;
    };
    body: {
      readonly ids?: string | readonly string[] | undefined;
      readonly id?: string | readonly string[] | undefined;
      readonly date1?: string | readonly string[] | undefined;
      readonly date2?: string | readonly string[] | undefined;
      readonly segment?: string | readonly string[] | undefined;
      readonly filters?: string | readonly string[] | undefined;
      readonly goal_id?: string | readonly string[] | undefined;
      readonly dimensions?: string | readonly string[] | undefined;
      readonly models?: string | readonly string[] | undefined;
      readonly window?: string | readonly string[] | undefined;
      readonly half_life?: string | readonly string[] | undefined;
      readonly ad_system?: string | readonly string[] | undefined;
      readonly limit?: string | readonly string[] | undefined;
      readonly currency?: string | readonly string[] | undefined;
      readonly lang?: string | readonly string[] | undefined;
      readonly timezone?: string | readonly string[] | undefined;
    };
  };
  'POST /api/v1/boards': { params: never; query: None; body: { readonly board: BoardInput } };
  'POST /api/v1/changes': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      dimensions?: Value;
      limit?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      date1_a?: Value;
      date2_a?: Value;
      segment_a?: Value;
      filters_a?: Value;
      date1_b?: Value;
      date2_b?: Value;
      segment_b?: Value;
      filters_b?: Value;
      metric?: Value;
    };
    body: {
      readonly ids?: string | readonly string[] | undefined;
      readonly id?: string | readonly string[] | undefined;
      readonly dimensions?: string | readonly string[] | undefined;
      readonly limit?: string | readonly string[] | undefined;
      readonly attribution?: string | readonly string[] | undefined;
      readonly currency?: string | readonly string[] | undefined;
      readonly goal_id?: string | readonly string[] | undefined;
      readonly lang?: string | readonly string[] | undefined;
      readonly timezone?: string | readonly string[] | undefined;
      readonly date1?: string | readonly string[] | undefined;
      readonly date2?: string | readonly string[] | undefined;
      readonly segment?: string | readonly string[] | undefined;
      readonly filters?: string | readonly string[] | undefined;
      readonly date1_a?: string | readonly string[] | undefined;
      readonly date2_a?: string | readonly string[] | undefined;
      readonly segment_a?: string | readonly string[] | undefined;
      readonly filters_a?: string | readonly string[] | undefined;
      readonly date1_b?: string | readonly string[] | undefined;
      readonly date2_b?: string | readonly string[] | undefined;
      readonly segment_b?: string | readonly string[] | undefined;
      readonly filters_b?: string | readonly string[] | undefined;
      readonly metric?: string | readonly string[] | undefined;
    };
  };
  'POST /api/v1/counters/{counterId}/alerts': {
    params: 'counterId';
    query: None;
    body: { readonly alert: AlertInput };
  };
  'POST /api/v1/counters/{counterId}/alerts/replay': {
    params: 'counterId';
    query: None;
    body: { readonly alert: AlertTrial };
  };
  'POST /api/v1/counters/{counterId}/annotations': {
    params: 'counterId';
    query: None;
    body: { readonly annotation: AnnotationInput };
  };
  'POST /api/v1/counters/{counterId}/channels': {
    params: 'counterId';
    query: None;
    body: { readonly channel: ChannelInput };
  };
  'POST /api/v1/counters/{counterId}/channels/{channelId}/test': {
    params: 'counterId' | 'channelId';
    query: None;
    body: None;
  };
  'POST /api/v1/counters/{counterId}/chat/deliveries/{deliveryId}/resend': {
    params: 'counterId' | 'deliveryId';
    query: None;
    body: None;
  };
  'POST /api/v1/counters/{counterId}/chat/files': { params: 'counterId'; query: None; body: None };
  'POST /api/v1/counters/{counterId}/chat/mail/test': { params: 'counterId'; query: None; body: None };
  'POST /api/v1/counters/{counterId}/chat/rules': {
    params: 'counterId';
    query: None;
    body: { readonly rule: InvitationRuleInput };
  };
  'POST /api/v1/counters/{counterId}/chat/webhooks': {
    params: 'counterId';
    query: None;
    body: { readonly webhook: ChatWebhookInput };
  };
  'POST /api/v1/counters/{counterId}/chat/webhooks/{webhookId}/test': {
    params: 'counterId' | 'webhookId';
    query: None;
    body: None;
  };
  'POST /api/v1/counters/{counterId}/goal-preview': {
    params: 'counterId';
    query: None;
    body: GoalPreviewInput;
  };
  'POST /api/v1/counters/{counterId}/goals/{goalId}/backfill': {
    params: 'counterId' | 'goalId';
    query: None;
    body: BackfillInput;
  };
  'POST /api/v1/counters/{counterId}/invitations/bulk': { params: 'counterId'; query: None; body: BulkInput };
  'POST /api/v1/counters/{counterId}/invitations/{invitationId}/link': {
    params: 'counterId' | 'invitationId';
    query: None;
    body: None;
  };
  'POST /api/v1/counters/{counterId}/own-visits/links': { params: 'counterId'; query: None; body: None };
  'POST /api/v1/counters/{counterId}/password-link': {
    params: 'counterId';
    query: None;
    body: { readonly user_login: string };
  };
  'POST /api/v1/counters/{counterId}/paths': {
    params: 'counterId';
    query: None;
    body: { readonly path: SavedPathInput };
  };
  'POST /api/v1/counters/{counterId}/people/erasures': {
    params: 'counterId';
    query: None;
    body: PersonQuery;
  };
  'POST /api/v1/counters/{counterId}/people/export': { params: 'counterId'; query: None; body: PersonQuery };
  'POST /api/v1/counters/{counterId}/people/find': { params: 'counterId'; query: None; body: PersonQuery };
  'POST /api/v1/counters/{counterId}/picker': {
    params: 'counterId';
    query: None;
    body: { readonly type: 'form' | 'button' | 'price'; readonly lang?: 'en' | 'ru' | undefined };
  };
  'POST /api/v1/counters/{counterId}/purge': { params: 'counterId'; query: None; body: None };
  'POST /api/v1/counters/{counterId}/rates/source': { params: 'counterId'; query: None; body: None };
  'POST /api/v1/counters/{counterId}/retention/preview': {
    params: 'counterId';
    query: None;
    body: RetentionInput;
  };
  'POST /api/v1/counters/{counterId}/retention/runs': { params: 'counterId'; query: None; body: None };
  'POST /api/v1/counters/{counterId}/schedules': {
    params: 'counterId';
    query: None;
    body: { readonly schedule: ScheduleInput };
  };
  'POST /api/v1/counters/{counterId}/schedules/{scheduleId}/trial': {
    params: 'counterId' | 'scheduleId';
    query: None;
    body: None;
  };
  'POST /api/v1/counters/{counterId}/shares': {
    params: 'counterId';
    query: None;
    body: { readonly share: ShareInput };
  };
  'POST /api/v1/counters/{counterId}/test-mode': { params: 'counterId'; query: None; body: None };
  'POST /api/v1/email': { params: never; query: None; body: { readonly token: string } };
  'POST /api/v1/funnels': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      steps?: Value;
      scope?: Value;
      window?: Value;
      limit?: Value;
      lang?: Value;
      timezone?: Value;
      dimensions?: Value;
    };
    body: {
      readonly ids?: string | readonly string[] | undefined;
      readonly id?: string | readonly string[] | undefined;
      readonly date1?: string | readonly string[] | undefined;
      readonly date2?: string | readonly string[] | undefined;
      readonly segment?: string | readonly string[] | undefined;
      readonly filters?: string | readonly string[] | undefined;
      readonly steps?: string | readonly string[] | undefined;
      readonly scope?: string | readonly string[] | undefined;
      readonly window?: string | readonly string[] | undefined;
      readonly limit?: string | readonly string[] | undefined;
      readonly lang?: string | readonly string[] | undefined;
      readonly timezone?: string | readonly string[] | undefined;
      readonly dimensions?: string | readonly string[] | undefined;
    };
  };
  'POST /api/v1/funnels/people': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      steps?: Value;
      scope?: Value;
      window?: Value;
      limit?: Value;
      lang?: Value;
      timezone?: Value;
      step?: Value;
      outcome?: Value;
      offset?: Value;
    };
    body: {
      readonly ids?: string | readonly string[] | undefined;
      readonly id?: string | readonly string[] | undefined;
      readonly date1?: string | readonly string[] | undefined;
      readonly date2?: string | readonly string[] | undefined;
      readonly segment?: string | readonly string[] | undefined;
      readonly filters?: string | readonly string[] | undefined;
      readonly steps?: string | readonly string[] | undefined;
      readonly scope?: string | readonly string[] | undefined;
      readonly window?: string | readonly string[] | undefined;
      readonly limit?: string | readonly string[] | undefined;
      readonly lang?: string | readonly string[] | undefined;
      readonly timezone?: string | readonly string[] | undefined;
      readonly step?: string | readonly string[] | undefined;
      readonly outcome?: string | readonly string[] | undefined;
      readonly offset?: string | readonly string[] | undefined;
    };
  };
  'POST /api/v1/join': { params: never; query: None; body: JoinInput };
  'POST /api/v1/journeys': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      about?: Value;
      direction?: Value;
      kinds?: Value;
      depth?: Value;
      breadth?: Value;
      scope?: Value;
      window?: Value;
      lang?: Value;
      timezone?: Value;
    };
    body: {
      readonly ids?: string | readonly string[] | undefined;
      readonly id?: string | readonly string[] | undefined;
      readonly date1?: string | readonly string[] | undefined;
      readonly date2?: string | readonly string[] | undefined;
      readonly segment?: string | readonly string[] | undefined;
      readonly filters?: string | readonly string[] | undefined;
      readonly about?: string | readonly string[] | undefined;
      readonly direction?: string | readonly string[] | undefined;
      readonly kinds?: string | readonly string[] | undefined;
      readonly depth?: string | readonly string[] | undefined;
      readonly breadth?: string | readonly string[] | undefined;
      readonly scope?: string | readonly string[] | undefined;
      readonly window?: string | readonly string[] | undefined;
      readonly lang?: string | readonly string[] | undefined;
      readonly timezone?: string | readonly string[] | undefined;
    };
  };
  'POST /api/v1/me/email': { params: never; query: None; body: NewEmailInput };
  'POST /api/v1/passkeys': {
    params: never;
    query: None;
    body: { readonly name: string; readonly response: PasskeyRegistration };
  };
  'POST /api/v1/passkeys/offer': { params: never; query: None; body: { readonly password: string } };
  'POST /api/v1/password': { params: never; query: None; body: NewPasswordInput };
  'POST /api/v1/password/letter': { params: never; query: None; body: { readonly user_login: string } };
  'POST /api/v1/retention': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      first?: Value;
      return?: Value;
      unit?: Value;
      mode?: Value;
      timezone?: Value;
    };
    body: {
      readonly ids?: string | readonly string[] | undefined;
      readonly id?: string | readonly string[] | undefined;
      readonly date1?: string | readonly string[] | undefined;
      readonly date2?: string | readonly string[] | undefined;
      readonly segment?: string | readonly string[] | undefined;
      readonly filters?: string | readonly string[] | undefined;
      readonly first?: string | readonly string[] | undefined;
      readonly return?: string | readonly string[] | undefined;
      readonly unit?: string | readonly string[] | undefined;
      readonly mode?: string | readonly string[] | undefined;
      readonly timezone?: string | readonly string[] | undefined;
    };
  };
  'POST /api/v1/setup': { params: never; query: None; body: SetupInput };
  'POST /api/v1/shared': { params: never; query: None; body: { readonly token: string } };
  'POST /api/v1/shared/data': {
    params: never;
    query: None;
    body: {
      readonly token: string;
      readonly key?: string | undefined;
      readonly report?: string | undefined;
      readonly what?: 'rows' | 'chart' | undefined;
      readonly side?: 'a' | 'b' | undefined;
      readonly date1?: string | undefined;
      readonly date2?: string | undefined;
      readonly date1_b?: string | undefined;
      readonly date2_b?: string | undefined;
      readonly group?: 'hour' | 'day' | 'week' | 'month' | undefined;
      readonly parent?: readonly (string | number | null)[] | undefined;
      readonly sort?: string | undefined;
      readonly offset?: number | undefined;
      readonly lang?: 'en' | 'ru' | undefined;
    };
  };
  'POST /api/v1/shared/open': {
    params: never;
    query: None;
    body: { readonly token: string; readonly password?: string | undefined };
  };
  'POST /api/v1/shared/path': {
    params: never;
    query: None;
    body: {
      readonly token: string;
      readonly key?: string | undefined;
      readonly date1?: string | undefined;
      readonly date2?: string | undefined;
      readonly lang?: 'en' | 'ru' | undefined;
    };
  };
  'POST /api/v1/tokens': { params: never; query: None; body: { readonly token: ApiTokenInput } };
  'POST /chat/v1/files/{id}': { params: 'id'; query: None; body: None };
  'POST /management/v1/counter/{counterId}/apisegment/segments': {
    params: 'counterId';
    query: None;
    body: { readonly segment: SegmentInput };
  };
  'POST /management/v1/counter/{counterId}/expense/upload': {
    params: 'counterId';
    query: { comment?: Value; provider?: Value };
    body: CostFile;
  };
  'POST /management/v1/counter/{counterId}/goal/{goalId}/undelete': {
    params: 'counterId' | 'goalId';
    query: { lang?: 'en' | 'ru' };
    body: None;
  };
  'POST /management/v1/counter/{counterId}/goals': {
    params: 'counterId';
    query: { lang?: 'en' | 'ru' };
    body: { readonly goal: GoalInput };
  };
  'POST /management/v1/counter/{counterId}/grants': {
    params: 'counterId';
    query: None;
    body: { readonly grant: GrantInput };
  };
  'POST /management/v1/counter/{counterId}/offline_conversions/upload': {
    params: 'counterId';
    query: {
      client_id_type?: 'CLIENT_ID' | 'USER_ID' | 'YCLID' | 'PURCHASE_ID';
      comment?: Value;
      type?: Value;
      new_goal_name?: Value;
    };
    body: ConversionFile;
  };
  'POST /management/v1/counter/{counterId}/offline_conversions/upload_calls': {
    params: 'counterId';
    query: {
      client_id_type?: 'CLIENT_ID' | 'USER_ID' | 'YCLID' | 'PURCHASE_ID';
      comment?: Value;
      type?: Value;
      new_goal_name?: Value;
    };
    body: ConversionFile;
  };
  'POST /management/v1/counter/{counterId}/undelete': { params: 'counterId'; query: None; body: None };
  'POST /management/v1/counters': {
    params: never;
    query: { field?: Value };
    body: { readonly counter: CounterCreate };
  };
  'POST /stat/v1/data': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      callback?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      top_keys?: Value;
      row_ids?: Value;
    };
    body: {
      readonly ids?: string | readonly string[] | undefined;
      readonly id?: string | readonly string[] | undefined;
      readonly preset?: string | readonly string[] | undefined;
      readonly metrics?: string | readonly string[] | undefined;
      readonly dimensions?: string | readonly string[] | undefined;
      readonly sort?: string | readonly string[] | undefined;
      readonly limit?: string | readonly string[] | undefined;
      readonly offset?: string | readonly string[] | undefined;
      readonly group?: string | readonly string[] | undefined;
      readonly attribution?: string | readonly string[] | undefined;
      readonly currency?: string | readonly string[] | undefined;
      readonly goal_id?: string | readonly string[] | undefined;
      readonly lang?: string | readonly string[] | undefined;
      readonly timezone?: string | readonly string[] | undefined;
      readonly include_undefined?: string | readonly string[] | undefined;
      readonly callback?: string | readonly string[] | undefined;
      readonly date1?: string | readonly string[] | undefined;
      readonly date2?: string | readonly string[] | undefined;
      readonly segment?: string | readonly string[] | undefined;
      readonly filters?: string | readonly string[] | undefined;
      readonly top_keys?: string | readonly string[] | undefined;
      readonly row_ids?: string | readonly string[] | undefined;
    };
  };
  'POST /stat/v1/data.csv': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      top_keys?: Value;
      row_ids?: Value;
      bom?: '0' | '1' | 'true' | 'false';
    };
    body: {
      readonly ids?: string | readonly string[] | undefined;
      readonly id?: string | readonly string[] | undefined;
      readonly preset?: string | readonly string[] | undefined;
      readonly metrics?: string | readonly string[] | undefined;
      readonly dimensions?: string | readonly string[] | undefined;
      readonly sort?: string | readonly string[] | undefined;
      readonly limit?: string | readonly string[] | undefined;
      readonly offset?: string | readonly string[] | undefined;
      readonly group?: string | readonly string[] | undefined;
      readonly attribution?: string | readonly string[] | undefined;
      readonly currency?: string | readonly string[] | undefined;
      readonly goal_id?: string | readonly string[] | undefined;
      readonly lang?: string | readonly string[] | undefined;
      readonly timezone?: string | readonly string[] | undefined;
      readonly include_undefined?: string | readonly string[] | undefined;
      readonly date1?: string | readonly string[] | undefined;
      readonly date2?: string | readonly string[] | undefined;
      readonly segment?: string | readonly string[] | undefined;
      readonly filters?: string | readonly string[] | undefined;
      readonly top_keys?: string | readonly string[] | undefined;
      readonly row_ids?: string | readonly string[] | undefined;
      readonly bom?: '0' | '1' | 'true' | 'false' | undefined;
    };
  };
  'POST /stat/v1/data.xlsx': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      top_keys?: Value;
      row_ids?: Value;
    };
    body: {
      readonly ids?: string | readonly string[] | undefined;
      readonly id?: string | readonly string[] | undefined;
      readonly preset?: string | readonly string[] | undefined;
      readonly metrics?: string | readonly string[] | undefined;
      readonly dimensions?: string | readonly string[] | undefined;
      readonly sort?: string | readonly string[] | undefined;
      readonly limit?: string | readonly string[] | undefined;
      readonly offset?: string | readonly string[] | undefined;
      readonly group?: string | readonly string[] | undefined;
      readonly attribution?: string | readonly string[] | undefined;
      readonly currency?: string | readonly string[] | undefined;
      readonly goal_id?: string | readonly string[] | undefined;
      readonly lang?: string | readonly string[] | undefined;
      readonly timezone?: string | readonly string[] | undefined;
      readonly include_undefined?: string | readonly string[] | undefined;
      readonly date1?: string | readonly string[] | undefined;
      readonly date2?: string | readonly string[] | undefined;
      readonly segment?: string | readonly string[] | undefined;
      readonly filters?: string | readonly string[] | undefined;
      readonly top_keys?: string | readonly string[] | undefined;
      readonly row_ids?: string | readonly string[] | undefined;
    };
  };
  'POST /stat/v1/data/bytime': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      callback?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      top_keys?: Value;
      row_ids?: Value;
    };
    body: {
      readonly ids?: string | readonly string[] | undefined;
      readonly id?: string | readonly string[] | undefined;
      readonly preset?: string | readonly string[] | undefined;
      readonly metrics?: string | readonly string[] | undefined;
      readonly dimensions?: string | readonly string[] | undefined;
      readonly sort?: string | readonly string[] | undefined;
      readonly limit?: string | readonly string[] | undefined;
      readonly offset?: string | readonly string[] | undefined;
      readonly group?: string | readonly string[] | undefined;
      readonly attribution?: string | readonly string[] | undefined;
      readonly currency?: string | readonly string[] | undefined;
      readonly goal_id?: string | readonly string[] | undefined;
      readonly lang?: string | readonly string[] | undefined;
      readonly timezone?: string | readonly string[] | undefined;
      readonly include_undefined?: string | readonly string[] | undefined;
      readonly callback?: string | readonly string[] | undefined;
      readonly date1?: string | readonly string[] | undefined;
      readonly date2?: string | readonly string[] | undefined;
      readonly segment?: string | readonly string[] | undefined;
      readonly filters?: string | readonly string[] | undefined;
      readonly top_keys?: string | readonly string[] | undefined;
      readonly row_ids?: string | readonly string[] | undefined;
    };
  };
  'POST /stat/v1/data/bytime.csv': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      top_keys?: Value;
      row_ids?: Value;
      bom?: '0' | '1' | 'true' | 'false';
    };
    body: {
      readonly ids?: string | readonly string[] | undefined;
      readonly id?: string | readonly string[] | undefined;
      readonly preset?: string | readonly string[] | undefined;
      readonly metrics?: string | readonly string[] | undefined;
      readonly dimensions?: string | readonly string[] | undefined;
      readonly sort?: string | readonly string[] | undefined;
      readonly limit?: string | readonly string[] | undefined;
      readonly offset?: string | readonly string[] | undefined;
      readonly group?: string | readonly string[] | undefined;
      readonly attribution?: string | readonly string[] | undefined;
      readonly currency?: string | readonly string[] | undefined;
      readonly goal_id?: string | readonly string[] | undefined;
      readonly lang?: string | readonly string[] | undefined;
      readonly timezone?: string | readonly string[] | undefined;
      readonly include_undefined?: string | readonly string[] | undefined;
      readonly date1?: string | readonly string[] | undefined;
      readonly date2?: string | readonly string[] | undefined;
      readonly segment?: string | readonly string[] | undefined;
      readonly filters?: string | readonly string[] | undefined;
      readonly top_keys?: string | readonly string[] | undefined;
      readonly row_ids?: string | readonly string[] | undefined;
      readonly bom?: '0' | '1' | 'true' | 'false' | undefined;
    };
  };
  'POST /stat/v1/data/bytime.xlsx': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      top_keys?: Value;
      row_ids?: Value;
    };
    body: {
      readonly ids?: string | readonly string[] | undefined;
      readonly id?: string | readonly string[] | undefined;
      readonly preset?: string | readonly string[] | undefined;
      readonly metrics?: string | readonly string[] | undefined;
      readonly dimensions?: string | readonly string[] | undefined;
      readonly sort?: string | readonly string[] | undefined;
      readonly limit?: string | readonly string[] | undefined;
      readonly offset?: string | readonly string[] | undefined;
      readonly group?: string | readonly string[] | undefined;
      readonly attribution?: string | readonly string[] | undefined;
      readonly currency?: string | readonly string[] | undefined;
      readonly goal_id?: string | readonly string[] | undefined;
      readonly lang?: string | readonly string[] | undefined;
      readonly timezone?: string | readonly string[] | undefined;
      readonly include_undefined?: string | readonly string[] | undefined;
      readonly date1?: string | readonly string[] | undefined;
      readonly date2?: string | readonly string[] | undefined;
      readonly segment?: string | readonly string[] | undefined;
      readonly filters?: string | readonly string[] | undefined;
      readonly top_keys?: string | readonly string[] | undefined;
      readonly row_ids?: string | readonly string[] | undefined;
    };
  };
  'POST /stat/v1/data/comparison': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      callback?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      date1_a?: Value;
      date2_a?: Value;
      segment_a?: Value;
      filters_a?: Value;
      date1_b?: Value;
      date2_b?: Value;
      segment_b?: Value;
      filters_b?: Value;
    };
    body: {
      readonly ids?: string | readonly string[] | undefined;
      readonly id?: string | readonly string[] | undefined;
      readonly preset?: string | readonly string[] | undefined;
      readonly metrics?: string | readonly string[] | undefined;
      readonly dimensions?: string | readonly string[] | undefined;
      readonly sort?: string | readonly string[] | undefined;
      readonly limit?: string | readonly string[] | undefined;
      readonly offset?: string | readonly string[] | undefined;
      readonly group?: string | readonly string[] | undefined;
      readonly attribution?: string | readonly string[] | undefined;
      readonly currency?: string | readonly string[] | undefined;
      readonly goal_id?: string | readonly string[] | undefined;
      readonly lang?: string | readonly string[] | undefined;
      readonly timezone?: string | readonly string[] | undefined;
      readonly include_undefined?: string | readonly string[] | undefined;
      readonly callback?: string | readonly string[] | undefined;
      readonly date1?: string | readonly string[] | undefined;
      readonly date2?: string | readonly string[] | undefined;
      readonly segment?: string | readonly string[] | undefined;
      readonly filters?: string | readonly string[] | undefined;
      readonly date1_a?: string | readonly string[] | undefined;
      readonly date2_a?: string | readonly string[] | undefined;
      readonly segment_a?: string | readonly string[] | undefined;
      readonly filters_a?: string | readonly string[] | undefined;
      readonly date1_b?: string | readonly string[] | undefined;
      readonly date2_b?: string | readonly string[] | undefined;
      readonly segment_b?: string | readonly string[] | undefined;
      readonly filters_b?: string | readonly string[] | undefined;
    };
  };
  'POST /stat/v1/data/comparison.csv': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      date1_a?: Value;
      date2_a?: Value;
      segment_a?: Value;
      filters_a?: Value;
      date1_b?: Value;
      date2_b?: Value;
      segment_b?: Value;
      filters_b?: Value;
      bom?: '0' | '1' | 'true' | 'false';
    };
    body: {
      readonly ids?: string | readonly string[] | undefined;
      readonly id?: string | readonly string[] | undefined;
      readonly preset?: string | readonly string[] | undefined;
      readonly metrics?: string | readonly string[] | undefined;
      readonly dimensions?: string | readonly string[] | undefined;
      readonly sort?: string | readonly string[] | undefined;
      readonly limit?: string | readonly string[] | undefined;
      readonly offset?: string | readonly string[] | undefined;
      readonly group?: string | readonly string[] | undefined;
      readonly attribution?: string | readonly string[] | undefined;
      readonly currency?: string | readonly string[] | undefined;
      readonly goal_id?: string | readonly string[] | undefined;
      readonly lang?: string | readonly string[] | undefined;
      readonly timezone?: string | readonly string[] | undefined;
      readonly include_undefined?: string | readonly string[] | undefined;
      readonly date1?: string | readonly string[] | undefined;
      readonly date2?: string | readonly string[] | undefined;
      readonly segment?: string | readonly string[] | undefined;
      readonly filters?: string | readonly string[] | undefined;
      readonly date1_a?: string | readonly string[] | undefined;
      readonly date2_a?: string | readonly string[] | undefined;
      readonly segment_a?: string | readonly string[] | undefined;
      readonly filters_a?: string | readonly string[] | undefined;
      readonly date1_b?: string | readonly string[] | undefined;
      readonly date2_b?: string | readonly string[] | undefined;
      readonly segment_b?: string | readonly string[] | undefined;
      readonly filters_b?: string | readonly string[] | undefined;
      readonly bom?: '0' | '1' | 'true' | 'false' | undefined;
    };
  };
  'POST /stat/v1/data/comparison.xlsx': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      date1_a?: Value;
      date2_a?: Value;
      segment_a?: Value;
      filters_a?: Value;
      date1_b?: Value;
      date2_b?: Value;
      segment_b?: Value;
      filters_b?: Value;
    };
    body: {
      readonly ids?: string | readonly string[] | undefined;
      readonly id?: string | readonly string[] | undefined;
      readonly preset?: string | readonly string[] | undefined;
      readonly metrics?: string | readonly string[] | undefined;
      readonly dimensions?: string | readonly string[] | undefined;
      readonly sort?: string | readonly string[] | undefined;
      readonly limit?: string | readonly string[] | undefined;
      readonly offset?: string | readonly string[] | undefined;
      readonly group?: string | readonly string[] | undefined;
      readonly attribution?: string | readonly string[] | undefined;
      readonly currency?: string | readonly string[] | undefined;
      readonly goal_id?: string | readonly string[] | undefined;
      readonly lang?: string | readonly string[] | undefined;
      readonly timezone?: string | readonly string[] | undefined;
      readonly include_undefined?: string | readonly string[] | undefined;
      readonly date1?: string | readonly string[] | undefined;
      readonly date2?: string | readonly string[] | undefined;
      readonly segment?: string | readonly string[] | undefined;
      readonly filters?: string | readonly string[] | undefined;
      readonly date1_a?: string | readonly string[] | undefined;
      readonly date2_a?: string | readonly string[] | undefined;
      readonly segment_a?: string | readonly string[] | undefined;
      readonly filters_a?: string | readonly string[] | undefined;
      readonly date1_b?: string | readonly string[] | undefined;
      readonly date2_b?: string | readonly string[] | undefined;
      readonly segment_b?: string | readonly string[] | undefined;
      readonly filters_b?: string | readonly string[] | undefined;
    };
  };
  'POST /stat/v1/data/comparison/drilldown': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      callback?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      date1_a?: Value;
      date2_a?: Value;
      segment_a?: Value;
      filters_a?: Value;
      date1_b?: Value;
      date2_b?: Value;
      segment_b?: Value;
      filters_b?: Value;
      parent_id?: Value;
    };
    body: {
      readonly ids?: string | readonly string[] | undefined;
      readonly id?: string | readonly string[] | undefined;
      readonly preset?: string | readonly string[] | undefined;
      readonly metrics?: string | readonly string[] | undefined;
      readonly dimensions?: string | readonly string[] | undefined;
      readonly sort?: string | readonly string[] | undefined;
      readonly limit?: string | readonly string[] | undefined;
      readonly offset?: string | readonly string[] | undefined;
      readonly group?: string | readonly string[] | undefined;
      readonly attribution?: string | readonly string[] | undefined;
      readonly currency?: string | readonly string[] | undefined;
      readonly goal_id?: string | readonly string[] | undefined;
      readonly lang?: string | readonly string[] | undefined;
      readonly timezone?: string | readonly string[] | undefined;
      readonly include_undefined?: string | readonly string[] | undefined;
      readonly callback?: string | readonly string[] | undefined;
      readonly date1?: string | readonly string[] | undefined;
      readonly date2?: string | readonly string[] | undefined;
      readonly segment?: string | readonly string[] | undefined;
      readonly filters?: string | readonly string[] | undefined;
      readonly date1_a?: string | readonly string[] | undefined;
      readonly date2_a?: string | readonly string[] | undefined;
      readonly segment_a?: string | readonly string[] | undefined;
      readonly filters_a?: string | readonly string[] | undefined;
      readonly date1_b?: string | readonly string[] | undefined;
      readonly date2_b?: string | readonly string[] | undefined;
      readonly segment_b?: string | readonly string[] | undefined;
      readonly filters_b?: string | readonly string[] | undefined;
      readonly parent_id?: string | readonly string[] | undefined;
    };
  };
  'POST /stat/v1/data/comparison/drilldown.csv': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      date1_a?: Value;
      date2_a?: Value;
      segment_a?: Value;
      filters_a?: Value;
      date1_b?: Value;
      date2_b?: Value;
      segment_b?: Value;
      filters_b?: Value;
      parent_id?: Value;
      bom?: '0' | '1' | 'true' | 'false';
    };
    body: {
      readonly ids?: string | readonly string[] | undefined;
      readonly id?: string | readonly string[] | undefined;
      readonly preset?: string | readonly string[] | undefined;
      readonly metrics?: string | readonly string[] | undefined;
      readonly dimensions?: string | readonly string[] | undefined;
      readonly sort?: string | readonly string[] | undefined;
      readonly limit?: string | readonly string[] | undefined;
      readonly offset?: string | readonly string[] | undefined;
      readonly group?: string | readonly string[] | undefined;
      readonly attribution?: string | readonly string[] | undefined;
      readonly currency?: string | readonly string[] | undefined;
      readonly goal_id?: string | readonly string[] | undefined;
      readonly lang?: string | readonly string[] | undefined;
      readonly timezone?: string | readonly string[] | undefined;
      readonly include_undefined?: string | readonly string[] | undefined;
      readonly date1?: string | readonly string[] | undefined;
      readonly date2?: string | readonly string[] | undefined;
      readonly segment?: string | readonly string[] | undefined;
      readonly filters?: string | readonly string[] | undefined;
      readonly date1_a?: string | readonly string[] | undefined;
      readonly date2_a?: string | readonly string[] | undefined;
      readonly segment_a?: string | readonly string[] | undefined;
      readonly filters_a?: string | readonly string[] | undefined;
      readonly date1_b?: string | readonly string[] | undefined;
      readonly date2_b?: string | readonly string[] | undefined;
      readonly segment_b?: string | readonly string[] | undefined;
      readonly filters_b?: string | readonly string[] | undefined;
      readonly parent_id?: string | readonly string[] | undefined;
      readonly bom?: '0' | '1' | 'true' | 'false' | undefined;
    };
  };
  'POST /stat/v1/data/comparison/drilldown.xlsx': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      date1_a?: Value;
      date2_a?: Value;
      segment_a?: Value;
      filters_a?: Value;
      date1_b?: Value;
      date2_b?: Value;
      segment_b?: Value;
      filters_b?: Value;
      parent_id?: Value;
    };
    body: {
      readonly ids?: string | readonly string[] | undefined;
      readonly id?: string | readonly string[] | undefined;
      readonly preset?: string | readonly string[] | undefined;
      readonly metrics?: string | readonly string[] | undefined;
      readonly dimensions?: string | readonly string[] | undefined;
      readonly sort?: string | readonly string[] | undefined;
      readonly limit?: string | readonly string[] | undefined;
      readonly offset?: string | readonly string[] | undefined;
      readonly group?: string | readonly string[] | undefined;
      readonly attribution?: string | readonly string[] | undefined;
      readonly currency?: string | readonly string[] | undefined;
      readonly goal_id?: string | readonly string[] | undefined;
      readonly lang?: string | readonly string[] | undefined;
      readonly timezone?: string | readonly string[] | undefined;
      readonly include_undefined?: string | readonly string[] | undefined;
      readonly date1?: string | readonly string[] | undefined;
      readonly date2?: string | readonly string[] | undefined;
      readonly segment?: string | readonly string[] | undefined;
      readonly filters?: string | readonly string[] | undefined;
      readonly date1_a?: string | readonly string[] | undefined;
      readonly date2_a?: string | readonly string[] | undefined;
      readonly segment_a?: string | readonly string[] | undefined;
      readonly filters_a?: string | readonly string[] | undefined;
      readonly date1_b?: string | readonly string[] | undefined;
      readonly date2_b?: string | readonly string[] | undefined;
      readonly segment_b?: string | readonly string[] | undefined;
      readonly filters_b?: string | readonly string[] | undefined;
      readonly parent_id?: string | readonly string[] | undefined;
    };
  };
  'POST /stat/v1/data/drilldown': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      callback?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      parent_id?: Value;
    };
    body: {
      readonly ids?: string | readonly string[] | undefined;
      readonly id?: string | readonly string[] | undefined;
      readonly preset?: string | readonly string[] | undefined;
      readonly metrics?: string | readonly string[] | undefined;
      readonly dimensions?: string | readonly string[] | undefined;
      readonly sort?: string | readonly string[] | undefined;
      readonly limit?: string | readonly string[] | undefined;
      readonly offset?: string | readonly string[] | undefined;
      readonly group?: string | readonly string[] | undefined;
      readonly attribution?: string | readonly string[] | undefined;
      readonly currency?: string | readonly string[] | undefined;
      readonly goal_id?: string | readonly string[] | undefined;
      readonly lang?: string | readonly string[] | undefined;
      readonly timezone?: string | readonly string[] | undefined;
      readonly include_undefined?: string | readonly string[] | undefined;
      readonly callback?: string | readonly string[] | undefined;
      readonly date1?: string | readonly string[] | undefined;
      readonly date2?: string | readonly string[] | undefined;
      readonly segment?: string | readonly string[] | undefined;
      readonly filters?: string | readonly string[] | undefined;
      readonly parent_id?: string | readonly string[] | undefined;
    };
  };
  'POST /stat/v1/data/drilldown.csv': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      parent_id?: Value;
      bom?: '0' | '1' | 'true' | 'false';
    };
    body: {
      readonly ids?: string | readonly string[] | undefined;
      readonly id?: string | readonly string[] | undefined;
      readonly preset?: string | readonly string[] | undefined;
      readonly metrics?: string | readonly string[] | undefined;
      readonly dimensions?: string | readonly string[] | undefined;
      readonly sort?: string | readonly string[] | undefined;
      readonly limit?: string | readonly string[] | undefined;
      readonly offset?: string | readonly string[] | undefined;
      readonly group?: string | readonly string[] | undefined;
      readonly attribution?: string | readonly string[] | undefined;
      readonly currency?: string | readonly string[] | undefined;
      readonly goal_id?: string | readonly string[] | undefined;
      readonly lang?: string | readonly string[] | undefined;
      readonly timezone?: string | readonly string[] | undefined;
      readonly include_undefined?: string | readonly string[] | undefined;
      readonly date1?: string | readonly string[] | undefined;
      readonly date2?: string | readonly string[] | undefined;
      readonly segment?: string | readonly string[] | undefined;
      readonly filters?: string | readonly string[] | undefined;
      readonly parent_id?: string | readonly string[] | undefined;
      readonly bom?: '0' | '1' | 'true' | 'false' | undefined;
    };
  };
  'POST /stat/v1/data/drilldown.xlsx': {
    params: never;
    query: {
      ids?: Value;
      id?: Value;
      preset?: Value;
      metrics?: Value;
      dimensions?: Value;
      sort?: Value;
      limit?: Value;
      offset?: Value;
      group?: Value;
      attribution?: Value;
      currency?: Value;
      goal_id?: Value;
      lang?: Value;
      timezone?: Value;
      include_undefined?: Value;
      date1?: Value;
      date2?: Value;
      segment?: Value;
      filters?: Value;
      parent_id?: Value;
    };
    body: {
      readonly ids?: string | readonly string[] | undefined;
      readonly id?: string | readonly string[] | undefined;
      readonly preset?: string | readonly string[] | undefined;
      readonly metrics?: string | readonly string[] | undefined;
      readonly dimensions?: string | readonly string[] | undefined;
      readonly sort?: string | readonly string[] | undefined;
      readonly limit?: string | readonly string[] | undefined;
      readonly offset?: string | readonly string[] | undefined;
      readonly group?: string | readonly string[] | undefined;
      readonly attribution?: string | readonly string[] | undefined;
      readonly currency?: string | readonly string[] | undefined;
      readonly goal_id?: string | readonly string[] | undefined;
      readonly lang?: string | readonly string[] | undefined;
      readonly timezone?: string | readonly string[] | undefined;
      readonly include_undefined?: string | readonly string[] | undefined;
      readonly date1?: string | readonly string[] | undefined;
      readonly date2?: string | readonly string[] | undefined;
      readonly segment?: string | readonly string[] | undefined;
      readonly filters?: string | readonly string[] | undefined;
      readonly parent_id?: string | readonly string[] | undefined;
    };
  };
  'PUT /api/v1/boards/{boardId}': { params: 'boardId'; query: None; body: { readonly board: BoardInput } };
  'PUT /api/v1/counters/{counterId}/alerts/{alertId}': {
    params: 'counterId' | 'alertId';
    query: None;
    body: { readonly alert: AlertInput };
  };
  'PUT /api/v1/counters/{counterId}/annotations/{annotationId}': {
    params: 'counterId' | 'annotationId';
    query: None;
    body: { readonly annotation: AnnotationInput };
  };
  'PUT /api/v1/counters/{counterId}/chat/canned': {
    params: 'counterId';
    query: None;
    body: { readonly canned: readonly CannedReply[] };
  };
  'PUT /api/v1/counters/{counterId}/chat/rules/{ruleId}': {
    params: 'counterId' | 'ruleId';
    query: None;
    body: { readonly rule: InvitationRuleInput };
  };
  'PUT /api/v1/counters/{counterId}/chat/settings': {
    params: 'counterId';
    query: None;
    body: { readonly settings: ChatSettingsInput };
  };
  'PUT /api/v1/counters/{counterId}/paths/{pathId}': {
    params: 'counterId' | 'pathId';
    query: None;
    body: { readonly path: SavedPathInput };
  };
  'PUT /api/v1/counters/{counterId}/rates': {
    params: 'counterId';
    query: None;
    body: { readonly table: RateTable };
  };
  'PUT /api/v1/counters/{counterId}/rates/source': {
    params: 'counterId';
    query: None;
    body: { readonly source: RateSourceInput };
  };
  'PUT /api/v1/counters/{counterId}/retention': { params: 'counterId'; query: None; body: RetentionInput };
  'PUT /api/v1/counters/{counterId}/schedules/{scheduleId}': {
    params: 'counterId' | 'scheduleId';
    query: None;
    body: { readonly schedule: ScheduleInput };
  };
  'PUT /api/v1/counters/{counterId}/vendor-events': {
    params: 'counterId';
    query: None;
    body: { readonly events: readonly NamedEventInput[] };
  };
  'PUT /api/v1/counters/{counterId}/vendors/{vendor}': {
    params: 'counterId' | 'vendor';
    query: None;
    body: { readonly on: boolean };
  };
  'PUT /api/v1/counters/{counterId}/vendors/{vendor}/webhook': {
    params: 'counterId' | 'vendor';
    query: None;
    body: {
      readonly signing_secret?: string | null | undefined;
      readonly tells_visitor?: boolean | undefined;
    };
  };
  'PUT /api/v1/me': {
    params: never;
    query: None;
    body: { readonly language?: 'en' | 'ru' | undefined; readonly name?: string | undefined };
  };
  'PUT /api/v1/passkeys/{passkeyId}': { params: 'passkeyId'; query: None; body: { readonly name: string } };
  'PUT /management/v1/counter/{counterId}': {
    params: 'counterId';
    query: { field?: Value };
    body: { readonly counter: CounterUpdate };
  };
  'PUT /management/v1/counter/{counterId}/apisegment/segment/{segmentId}': {
    params: 'counterId' | 'segmentId';
    query: None;
    body: { readonly segment: SegmentInput };
  };
  'PUT /management/v1/counter/{counterId}/goal/{goalId}': {
    params: 'counterId' | 'goalId';
    query: { lang?: 'en' | 'ru' };
    body: { readonly goal: GoalInputInput };
  };
  'PUT /management/v1/counter/{counterId}/grant': {
    params: 'counterId';
    query: None;
    body: { readonly grant: GrantInput };
  };
}
