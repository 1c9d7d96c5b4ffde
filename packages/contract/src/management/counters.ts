/** Counters (sites) as `/management/v1/counters` shows and takes them. */
import { z } from 'zod';
import { ROLES } from './roles.ts';
import { Grant } from './access.ts';
import { Goal } from '../goals/goals.ts';
import { CONSENT_MODES, CONSENT_SOURCES } from '../wire/consent.ts';
import { TAG_SWITCHES, type TagSwitch } from '../wire/tag-modules.ts';

/** Largest counter number: it is a UInt32 in the store. */
export const MAX_COUNTER_ID = 4_294_967_295;
export const MIN_VISIT_THRESHOLD = 1_800;
export const MAX_VISIT_THRESHOLD = 21_600;

const Site = z.object({ site: z.string().trim().min(1).max(255) });
/** As older clients of the field's API know an address. */
const PlainSite = z.string().trim().min(1).max(255);
/** Names and shapes that are masked, or left alone, beside what always is. */
const MaskList = z.array(z.string().trim().max(100)).max(50);
const Masking = z.object({
  on: z
    .boolean()
    .describe('Whether personal data are taken out of hits and messages before they are stored.'),
  names: MaskList.describe('Names of parameters whose value is masked, too; `*` stands for anything.'),
  keep: MaskList.describe('Names of parameters whose value is left as it is.'),
  shapes: MaskList.describe('Masked wherever they stand: `#` is a digit, `*` letters, digits and dashes.'),
});

const Consent = z.object({
  mode: z
    .enum(CONSENT_MODES)
    .describe('cookies; cookieless: nothing is kept in the browser; ask: nothing at all before consent.'),
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/, 'two capital letters of ISO 3166-1'))
    .max(250)
    .describe('Where the mode holds; elsewhere it is cookies. None: everywhere.'),
  dnt: z.boolean().describe('Whether Do Not Track counts as a refusal.'),
  gpc: z.boolean().describe('Whether Global Privacy Control counts as a refusal.'),
  sources: z
    .array(z.enum(CONSENT_SOURCES))
    .max(CONSENT_SOURCES.length)
    .describe('Who tells the tag of an answer, beside ym(…, "consent", true).'),
});

/** What visits of the site's own people are known by [P27]. */
const OwnVisits = z.object({
  addresses: z
    .array(z.string().trim().max(64))
    .max(100)
    .describe('Network addresses, or ranges such as 203.0.113.0/24, whose hits are left out.'),
  browsers: z
    .array(
      z.object({
        mark: z.string().describe('Made of the number of the visitor, which it does not tell.'),
        at: z.number().int().describe('When it was marked, in milliseconds since the epoch.'),
      }),
    )
    .describe('Browsers that a link has marked; their hits are left out.'),
});

/** Answer of `POST …/own-visits/links`. */
export const OwnVisitLinkPair = z
  .object({ mark_url: z.string(), unmark_url: z.string(), expires_at: z.number().int() })
  .meta({ id: 'OwnVisitLinkPair' });
export type OwnVisitLinkPair = z.infer<typeof OwnVisitLinkPair>;
export const OwnVisitBrowsers = z.object({ browsers: OwnVisits.shape.browsers });

const Bool01 = z.union([z.boolean(), z.literal(0), z.literal(1)]).transform(Boolean);

const ofSwitches = <Type extends z.ZodType>(type: Type): Record<TagSwitch, Type> =>
  Object.fromEntries(TAG_SWITCHES.map((name) => [name, type])) as Record<TagSwitch, Type>;

export const Counter = z
  .object({
    id: z.number().int().positive().max(MAX_COUNTER_ID),
    name: z.string(),
    type: z.literal('simple'),
    site: z.string().describe('The address of `site2`.'),
    site2: Site,
    mirrors: z.array(z.string()).describe('The addresses of `mirrors2`.'),
    mirrors2: z.array(Site),
    /** Only hits from `site2` and `mirrors2` are taken. */
    only_mirrors: z.boolean(),
    status: z.enum(['Active', 'Deleted']),
    code_status: z
      .enum(['CS_OK', 'CS_OK_NO_DATA', 'CS_WAIT_FOR_CHECKING', 'CS_NOT_FOUND'])
      .describe(
        'By the hits that came: within seven days, earlier only, none in the first day of the counter, none. Of the names that clients of the field know, those that hits can tell.',
      ),
    activity_status: z.enum(['low', 'high']).describe('high: 7,000 hits or more in seven days.'),
    owner_login: z.string(),
    permission: z.enum(ROLES),
    create_time: z.string(),
    time_zone_name: z.string(),
    /** Minutes east of UTC now. */
    time_zone_offset: z.number().int(),
    /** ISO 4217 letters. */
    currency: z.string(),
    /** Seconds of silence that end a visit. */
    visit_threshold: z.number().int(),
    autogoals_enabled: z.boolean(),
    filter_robots: z
      .number()
      .int()
      .describe('1: robots by agent string are kept apart; 0: counted like everyone.'),
    favorite: z.number().int(),
    tag_modules: z.object(ofSwitches(z.boolean())).describe('Which parts the tag of this counter has.'),
    masking: Masking,
    consent: Consent,
    own_visits: OwnVisits,
    code: z.string().optional().describe('The snippet, with `field=code`.'),
    goals: z.array(Goal).optional().describe('With `field=goals`.'),
    grants: z
      .array(Grant)
      .optional()
      .describe('With `field=grants`, for those who may change them. The owner is not among them.'),
  })
  .meta({ id: 'Counter' });
export type Counter = z.infer<typeof Counter>;

/** Counters come back whole: what says something else than is kept is refused, since it is not changed here. */
const elsewhere = {
  type: z.unknown().optional().describe('`simple`.'),
  status: z.unknown().optional().describe('As it is.'),
  goals: z.unknown().optional().describe('As they are; they are made at their own path.'),
  grants: z.unknown().optional().describe('As they are; they are given at their own path.'),
  filters: z.unknown().optional().describe('None.'),
  operations: z.unknown().optional().describe('None.'),
  labels: z.unknown().optional().describe('None.'),
  measurement_tokens: z.unknown().optional().describe('None.'),
};

const settings = {
  name: z.string().trim().min(1).max(255),
  site2: Site,
  mirrors2: z.array(Site).max(100),
  site: PlainSite.describe('Older spelling of `site2`; where both are sent, the one that differs counts.'),
  mirrors: z.array(PlainSite).max(100).describe('Older spelling of `mirrors2`.'),
  only_mirrors: Bool01,
  time_zone_name: z.string(),
  currency: z.string().regex(/^[A-Z]{3}$/, 'three capital letters of ISO 4217'),
  visit_threshold: z.number().int().min(MIN_VISIT_THRESHOLD).max(MAX_VISIT_THRESHOLD),
  autogoals_enabled: Bool01,
  filter_robots: z
    .number()
    .int()
    .min(0)
    .max(2)
    .describe('2, which in the field also looks at behaviour, is taken for 1.'),
  favorite: Bool01,
  tag_modules: z.strictObject(ofSwitches(Bool01.optional())).describe('What is absent stays as it is.'),
  masking: z.strictObject(Masking.partial().shape).describe('What is absent stays as it is.'),
  consent: z.strictObject(Consent.partial().shape).describe('What is absent stays as it is.'),
  own_visits: z
    .strictObject(OwnVisits.partial().shape)
    .describe('What is absent stays as it is; so do browsers, which links alone mark.'),
};

/** Body of `POST /counters`. `id` chooses the number, so that a page's existing tag need not change. */
export const CounterCreate = z
  .object({
    id: z.number().int().positive().max(MAX_COUNTER_ID).optional(),
    name: settings.name.optional(),
    site2: settings.site2.optional().describe('Needed, or `site`.'),
    mirrors2: settings.mirrors2.optional(),
    site: settings.site.optional(),
    mirrors: settings.mirrors.optional(),
    only_mirrors: settings.only_mirrors.default(false),
    time_zone_name: settings.time_zone_name.default('UTC'),
    currency: settings.currency.default('RUB'),
    visit_threshold: settings.visit_threshold.default(MIN_VISIT_THRESHOLD),
    autogoals_enabled: settings.autogoals_enabled.default(true),
    filter_robots: settings.filter_robots.default(1),
    favorite: settings.favorite.default(false),
    tag_modules: settings.tag_modules.optional(),
    masking: settings.masking.optional(),
    consent: settings.consent.optional(),
    own_visits: settings.own_visits.optional(),
    ...elsewhere,
  })
  .meta({ id: 'CounterCreate' });
export type CounterCreate = z.infer<typeof CounterCreate>;

/** Body of `PUT /counter/{id}`: what is absent stays as it is. */
export const CounterUpdate = z
  .object({ ...settings, id: z.unknown().optional().describe('As it is.'), ...elsewhere })
  .partial()
  .meta({ id: 'CounterUpdate' });
export type CounterUpdate = z.infer<typeof CounterUpdate>;

export const CounterEnvelope = z.object({ counter: Counter });
export const CounterList = z.object({ rows: z.number().int(), counters: z.array(Counter) });
