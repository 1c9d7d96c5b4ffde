/** The English catalogue; its shape is what every other language must fill. */
import { enNames } from '@goalpost/contract/reports/names/en';
import { chat } from './en/chat.ts';
import { invitations } from './en/chat-invitations.ts';
import { chatSettings } from './en/chat-settings.ts';
import { webhooks } from './en/chat-webhooks.ts';
import { access } from './en/access.ts';
import { account } from './en/account.ts';
import { schedules } from './en/schedules.ts';
import { notes } from './en/notes.ts';
import { alerts } from './en/alerts.ts';
import { counters } from './en/counters.ts';
import { health } from './en/health.ts';
import { install } from './en/install.ts';
import { settings } from './en/settings.ts';
import { filters } from './en/filters.ts';
import { frame } from './en/frame.ts';
import { funnel } from './en/funnel.ts';
import { goalTypes } from './en/goal-types.ts';
import { goals } from './en/goals.ts';
import { paths } from './en/paths.ts';
import { costs } from './en/costs.ts';
import { rates } from './en/rates.ts';
import { reports } from './en/reports.ts';
import { privacy } from './en/privacy.ts';
import { retention } from './en/retention.ts';
import { boards } from './en/boards.ts';
import { journeys } from './en/journeys.ts';
import { workbench } from './en/workbench.ts';
import { passkeys } from './en/passkeys.ts';
import { secondFactor } from './en/second-factor.ts';
import { catalogue } from './en/catalogue.ts';
import { keys } from './en/keys.ts';
import { map } from './en/map.ts';
import { now } from './en/now.ts';
import { sides } from './en/sides.ts';
import { savedPaths } from './en/saved-paths.ts';
import { shares } from './en/shares.ts';
import { uploads } from './en/uploads.ts';
import { vendors } from './en/vendors.ts';
import { visits } from './en/visits.ts';

export const en = {
  ...frame,
  ...account,
  ...access,
  ...passkeys,
  ...secondFactor,
  ...counters,
  ...install,
  ...settings,
  ...health,
  ...goals,
  ...goalTypes,
  ...reports,
  ...costs,
  ...rates,
  ...privacy,
  ...workbench,
  ...filters,
  ...enNames,
  ...funnel,
  ...savedPaths,
  ...shares,
  ...sides,
  ...keys,
  ...map,
  ...now,
  ...catalogue,
  ...alerts,
  ...notes,
  ...schedules,
  ...visits,
  ...uploads,
  ...vendors,
  ...paths,
  ...retention,
  ...journeys,
  ...boards,
  chat: { ...chat.chat, ...invitations, ...chatSettings, ...webhooks },
};
