/** The Russian catalogue. */
import { ruNames } from '@goalpost/contract/reports/names/ru';
import type { Russian } from './catalogue.ts';
import { chat } from './ru/chat.ts';
import { invitations } from './ru/chat-invitations.ts';
import { chatSettings } from './ru/chat-settings.ts';
import { webhooks } from './ru/chat-webhooks.ts';
import { access } from './ru/access.ts';
import { account } from './ru/account.ts';
import { schedules } from './ru/schedules.ts';
import { notes } from './ru/notes.ts';
import { alerts } from './ru/alerts.ts';
import { counters } from './ru/counters.ts';
import { health } from './ru/health.ts';
import { install } from './ru/install.ts';
import { settings } from './ru/settings.ts';
import { filters } from './ru/filters.ts';
import { frame } from './ru/frame.ts';
import { funnel } from './ru/funnel.ts';
import { goalTypes } from './ru/goal-types.ts';
import { goals } from './ru/goals.ts';
import { paths } from './ru/paths.ts';
import { costs } from './ru/costs.ts';
import { rates } from './ru/rates.ts';
import { reports } from './ru/reports.ts';
import { privacy } from './ru/privacy.ts';
import { retention } from './ru/retention.ts';
import { boards } from './ru/boards.ts';
import { journeys } from './ru/journeys.ts';
import { workbench } from './ru/workbench.ts';
import { passkeys } from './ru/passkeys.ts';
import { secondFactor } from './ru/second-factor.ts';
import { catalogue } from './ru/catalogue.ts';
import { keys } from './ru/keys.ts';
import { map } from './ru/map.ts';
import { now } from './ru/now.ts';
import { sides } from './ru/sides.ts';
import { savedPaths } from './ru/saved-paths.ts';
import { shares } from './ru/shares.ts';
import { uploads } from './ru/uploads.ts';
import { vendors } from './ru/vendors.ts';
import { visits } from './ru/visits.ts';

export const ru: Russian = {
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
  ...ruNames,
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
