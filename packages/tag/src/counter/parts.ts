/** All parts of a counter. A new method is a new file and a line here; a new module, one in the contract as well. */
import { bounceMethods } from '../methods/bounce.ts';
import { flagMethods } from '../methods/flags.ts';
import { goalMethods } from '../methods/goal.ts';
import { paramMethods } from '../methods/params.ts';
import { viewMethods } from '../methods/view.ts';
import { buttons } from '../modules/buttons.ts';
import { chat } from '../modules/chat.ts';
import { chats } from '../modules/chats.ts';
import { commerce } from '../modules/commerce.ts';
import { contacts } from '../modules/contacts.ts';
import { complianz } from '../modules/consent/complianz.ts';
import { consent } from '../modules/consent/consent.ts';
import { cookiebot } from '../modules/consent/cookiebot.ts';
import { cookieless } from '../modules/consent/cookieless.ts';
import { cookieyes } from '../modules/consent/cookieyes.ts';
import { free } from '../modules/consent/free.ts';
import { google } from '../modules/consent/google.ts';
import { onetrust } from '../modules/consent/onetrust.ts';
import { osano } from '../modules/consent/osano.ts';
import { dnt, gpc, unless } from '../modules/consent/signals.ts';
import { tcf } from '../modules/consent/tcf.ts';
import { usercentrics } from '../modules/consent/usercentrics.ts';
import { elements } from '../modules/elements.ts';
import { engagement } from '../modules/engagement.ts';
import { forms } from '../modules/forms.ts';
import { hashes } from '../modules/hashes.ts';
import { links } from '../modules/links.ts';
import { prices } from '../modules/prices.ts';
import { routes } from '../modules/routes.ts';
import { tools } from '../modules/tools.ts';
import type { Module } from '../shared/model.ts';

/** They start in this order. At names that begin with `@`, the build cuts the script apart: `compose.ts`. */
export const PARTS: Readonly<Record<string, Module>> = {
  // Before anything is sent.
  '@cookieless': cookieless,
  '@consent': consent,
  // These look at all hits, the first page view among them.
  '@tools': tools,
  '@prices': prices,
  '@engagement': engagement,
  // No module is called so: `split.ts`.
  E: viewMethods,
  I: paramMethods,
  O: goalMethods,
  U: bounceMethods,
  T: flagMethods,
  // Before buttons, which leave out what is told as a link.
  '@links': links,
  '@elements': elements,
  '@contacts': contacts,
  '@forms': forms,
  '@buttons': buttons,
  '@commerce': commerce,
  '@routes': routes,
  '@hashes': hashes,
  '@chat': chat,
  '@chats': chats,
  // An answer may be there already, and all that it lets go as well.
  '@consent_tcf': tcf,
  '@consent_google': google,
  '@consent_cookiebot': cookiebot,
  '@consent_onetrust': onetrust,
  '@consent_cookieyes': cookieyes,
  '@consent_usercentrics': usercentrics,
  '@consent_complianz': complianz,
  '@consent_osano': osano,
  '@consent_dnt': dnt,
  '@consent_gpc': gpc,
  '@consent_unless': unless,
  '@consent_free': free,
};
