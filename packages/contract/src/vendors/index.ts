/** Chats and lead widgets of other vendors that the tag knows. A new one is a file in `declared/` and a line here. */
import { amocrm } from './declared/amocrm.ts';
import { bitrix24 } from './declared/bitrix24.ts';
import { calendly } from './declared/calendly.ts';
import { callibri } from './declared/callibri.ts';
import { calltouch } from './declared/calltouch.ts';
import { carrotQuest } from './declared/carrot-quest.ts';
import { chatra } from './declared/chatra.ts';
import { chatwoot } from './declared/chatwoot.ts';
import { crisp } from './declared/crisp.ts';
import { drift } from './declared/drift.ts';
import { envybox } from './declared/envybox.ts';
import { freshchat } from './declared/freshchat.ts';
import { front } from './declared/front.ts';
import { gorgias } from './declared/gorgias.ts';
import { helpScout } from './declared/help-scout.ts';
import { helpcrunch } from './declared/helpcrunch.ts';
import { hubspot } from './declared/hubspot.ts';
import { intercom } from './declared/intercom.ts';
import { jivo } from './declared/jivo.ts';
import { liveHelperChat } from './declared/live-helper-chat.ts';
import { livechat } from './declared/livechat.ts';
import { livetex } from './declared/livetex.ts';
import { marquiz } from './declared/marquiz.ts';
import { olark } from './declared/olark.ts';
import { papercups } from './declared/papercups.ts';
import { posthog } from './declared/posthog.ts';
import { redhelper } from './declared/redhelper.ts';
import { rocketChat } from './declared/rocket-chat.ts';
import { roistat } from './declared/roistat.ts';
import { salesforce } from './declared/salesforce.ts';
import { sendpulse } from './declared/sendpulse.ts';
import { smartsupp } from './declared/smartsupp.ts';
import { talkMe } from './declared/talk-me.ts';
import { tawk } from './declared/tawk.ts';
import { tidio } from './declared/tidio.ts';
import { tilda } from './declared/tilda.ts';
import { tiledesk } from './declared/tiledesk.ts';
import { typeform } from './declared/typeform.ts';
import { userlike } from './declared/userlike.ts';
import { verbox } from './declared/verbox.ts';
import { yandexChat } from './declared/yandex-chat.ts';
import { zendesk } from './declared/zendesk.ts';
import { zendeskClassic } from './declared/zendesk-classic.ts';
import { zohoSalesiq } from './declared/zoho-salesiq.ts';
import type { Vendor } from './vendor.ts';

export * from './outcomes.ts';
export * from './vendor.ts';

export const VENDORS: readonly Vendor[] = [
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

const BY_ID: ReadonlyMap<string, Vendor> = new Map(VENDORS.map((vendor) => [vendor.id, vendor]));

export const vendorOf = (id: string): Vendor | undefined => BY_ID.get(id);
