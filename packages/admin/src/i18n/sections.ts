/** The words of screens and dialogs, each file fetched in one language by those that need it. */
type Words = Readonly<Record<string, unknown>>;
type Load = () => Promise<Words>;

/** A file exports one tree of sections. */
const of =
  (load: () => Promise<Readonly<Record<string, Words>>>): Load =>
  async () =>
    Object.assign({}, ...Object.values(await load())) as Words;

/** Parts of the chat's words stand within its section. */
const ofChat =
  (load: () => Promise<Readonly<Record<string, Words>>>): Load =>
  async () => ({ chat: await of(load)() });

export const SECTIONS = {
  access: { en: of(() => import('./en/access.ts')), ru: of(() => import('./ru/access.ts')) },
  account: { en: of(() => import('./en/account.ts')), ru: of(() => import('./ru/account.ts')) },
  alerts: { en: of(() => import('./en/alerts.ts')), ru: of(() => import('./ru/alerts.ts')) },
  boards: { en: of(() => import('./en/boards.ts')), ru: of(() => import('./ru/boards.ts')) },
  catalogue: { en: of(() => import('./en/catalogue.ts')), ru: of(() => import('./ru/catalogue.ts')) },
  chatInvitations: {
    en: ofChat(() => import('./en/chat-invitations.ts')),
    ru: ofChat(() => import('./ru/chat-invitations.ts')),
  },
  chatSettings: {
    en: ofChat(() => import('./en/chat-settings.ts')),
    ru: ofChat(() => import('./ru/chat-settings.ts')),
  },
  chatWebhooks: {
    en: ofChat(() => import('./en/chat-webhooks.ts')),
    ru: ofChat(() => import('./ru/chat-webhooks.ts')),
  },
  chat: { en: of(() => import('./en/chat.ts')), ru: of(() => import('./ru/chat.ts')) },
  costs: { en: of(() => import('./en/costs.ts')), ru: of(() => import('./ru/costs.ts')) },
  counters: { en: of(() => import('./en/counters.ts')), ru: of(() => import('./ru/counters.ts')) },
  funnel: { en: of(() => import('./en/funnel.ts')), ru: of(() => import('./ru/funnel.ts')) },
  goalTypes: { en: of(() => import('./en/goal-types.ts')), ru: of(() => import('./ru/goal-types.ts')) },
  goals: { en: of(() => import('./en/goals.ts')), ru: of(() => import('./ru/goals.ts')) },
  health: { en: of(() => import('./en/health.ts')), ru: of(() => import('./ru/health.ts')) },
  install: { en: of(() => import('./en/install.ts')), ru: of(() => import('./ru/install.ts')) },
  journeys: { en: of(() => import('./en/journeys.ts')), ru: of(() => import('./ru/journeys.ts')) },
  map: { en: of(() => import('./en/map.ts')), ru: of(() => import('./ru/map.ts')) },
  now: { en: of(() => import('./en/now.ts')), ru: of(() => import('./ru/now.ts')) },
  passkeys: { en: of(() => import('./en/passkeys.ts')), ru: of(() => import('./ru/passkeys.ts')) },
  paths: { en: of(() => import('./en/paths.ts')), ru: of(() => import('./ru/paths.ts')) },
  privacy: { en: of(() => import('./en/privacy.ts')), ru: of(() => import('./ru/privacy.ts')) },
  rates: { en: of(() => import('./en/rates.ts')), ru: of(() => import('./ru/rates.ts')) },
  reports: { en: of(() => import('./en/reports.ts')), ru: of(() => import('./ru/reports.ts')) },
  retention: { en: of(() => import('./en/retention.ts')), ru: of(() => import('./ru/retention.ts')) },
  savedPaths: { en: of(() => import('./en/saved-paths.ts')), ru: of(() => import('./ru/saved-paths.ts')) },
  schedules: { en: of(() => import('./en/schedules.ts')), ru: of(() => import('./ru/schedules.ts')) },
  secondFactor: {
    en: of(() => import('./en/second-factor.ts')),
    ru: of(() => import('./ru/second-factor.ts')),
  },
  settings: { en: of(() => import('./en/settings.ts')), ru: of(() => import('./ru/settings.ts')) },
  shares: { en: of(() => import('./en/shares.ts')), ru: of(() => import('./ru/shares.ts')) },
  uploads: { en: of(() => import('./en/uploads.ts')), ru: of(() => import('./ru/uploads.ts')) },
  vendors: { en: of(() => import('./en/vendors.ts')), ru: of(() => import('./ru/vendors.ts')) },
  visits: { en: of(() => import('./en/visits.ts')), ru: of(() => import('./ru/visits.ts')) },
  workbench: { en: of(() => import('./en/workbench.ts')), ru: of(() => import('./ru/workbench.ts')) },
  help: { en: of(() => import('./help/en.ts')), ru: of(() => import('./help/ru.ts')) },
} as const satisfies Readonly<Record<string, Readonly<Record<'en' | 'ru', Load>>>>;

export type Section = keyof typeof SECTIONS;
