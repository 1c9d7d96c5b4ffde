/** All stand-ins. A new one is a file here and a line in this list. */
import { amocrm } from './amocrm.ts';
import { bitrix24 } from './bitrix24.ts';
import { calendly } from './calendly.ts';
import { callibri } from './callibri.ts';
import { calltouch } from './calltouch.ts';
import { carrotQuest } from './carrot-quest.ts';
import { chatra } from './chatra.ts';
import { chatwoot } from './chatwoot.ts';
import { crisp } from './crisp.ts';
import { drift } from './drift.ts';
import { envybox } from './envybox.ts';
import { freshchat } from './freshchat.ts';
import { front } from './front.ts';
import { gorgias } from './gorgias.ts';
import { helpScout } from './help-scout.ts';
import { helpcrunch } from './helpcrunch.ts';
import { hubspot } from './hubspot.ts';
import { intercom } from './intercom.ts';
import { jivo } from './jivo.ts';
import { liveHelperChat } from './live-helper-chat.ts';
import { livechat } from './livechat.ts';
import { livetex } from './livetex.ts';
import { marquiz } from './marquiz.ts';
import { olark } from './olark.ts';
import { papercups } from './papercups.ts';
import { posthog } from './posthog.ts';
import { redhelper } from './redhelper.ts';
import { rocketChat } from './rocket-chat.ts';
import { roistat } from './roistat.ts';
import { salesforce } from './salesforce.ts';
import { sendpulse } from './sendpulse.ts';
import { smartsupp } from './smartsupp.ts';
import { talkMe } from './talk-me.ts';
import { tawk } from './tawk.ts';
import { tidio } from './tidio.ts';
import { tilda } from './tilda.ts';
import { tiledesk } from './tiledesk.ts';
import { typeform } from './typeform.ts';
import { userlike } from './userlike.ts';
import { verbox } from './verbox.ts';
import { yandexChat } from './yandex-chat.ts';
import { zendesk } from './zendesk.ts';
import { zendeskClassic } from './zendesk-classic.ts';
import { zohoSalesiq } from './zoho-salesiq.ts';
import type { StandIn } from './stand-in.ts';

export const STAND_INS: readonly StandIn[] = [
  amocrm,
  bitrix24,
  calendly,
  callibri,
  calltouch,
  carrotQuest,
  chatra,
  chatwoot,
  crisp,
  drift,
  envybox,
  freshchat,
  front,
  gorgias,
  helpScout,
  helpcrunch,
  hubspot,
  intercom,
  jivo,
  liveHelperChat,
  livechat,
  livetex,
  marquiz,
  olark,
  papercups,
  posthog,
  redhelper,
  rocketChat,
  roistat,
  salesforce,
  sendpulse,
  smartsupp,
  talkMe,
  tawk,
  tidio,
  tilda,
  tiledesk,
  typeform,
  userlike,
  verbox,
  yandexChat,
  zendesk,
  zendeskClassic,
  zohoSalesiq,
];
