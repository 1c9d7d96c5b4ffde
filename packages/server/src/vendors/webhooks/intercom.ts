/** Intercom's webhooks: conversations by topic, always signed with the secret of the app. */
import { ATTRIBUTE, headerOf, hmac, isSameText, textAt, timeAt, whoOf } from './payload.ts';
import type { Signal, Told, VendorWebhook } from './webhook.ts';

/** How a conversation that the site's side began was delivered. */
const BEGINNINGS: Readonly<Record<string, Signal>> = {
  campaigns_initiated: 'rule',
  automated: 'rule',
  operator_initiated: 'rule',
  admin_initiated: 'manual',
};

export const intercom: VendorWebhook = {
  vendor: 'intercom',
  signs: 'must',
  eventAt: 'topic',
  isSigned: (request, secret) =>
    isSameText(headerOf(request, 'x-hub-signature'), `sha1=${hmac('sha1', secret, request.body)}`),
  read(body) {
    const item = 'data.item';
    const people = [`${item}.contacts.contacts.0`, `${item}.user`];
    const who = whoOf(
      textAt(body, ...[item, ...people].map((place) => `${place}.custom_attributes.${ATTRIBUTE}`)),
      textAt(body, `${people[0]}.external_id`, `${people[1]}.user_id`),
      textAt(body, ...(isOfVisitor(body) ? [`${item}.source.author.email`] : []), `${people[1]}.email`),
    );
    const told = (signal: Signal): Told => ({
      thread: textAt(body, `${item}.id`),
      signal,
      at: timeAt(body, 'created_at'),
      who,
    });
    const begun = BEGINNINGS[textAt(body, `${item}.source.delivered_as`)];
    switch (textAt(body, 'topic')) {
      case 'conversation.user.created':
        return [told('visitor')];
      case 'conversation.user.replied':
        return begun === undefined ? [told('visitor')] : [told(begun), told('visitor')];
      case 'conversation.admin.single.created':
        return [told('manual')];
      case 'conversation.admin.replied':
        return [told('agent')];
      case 'conversation.rating.added':
        return [told('rated')];
      default:
        return [];
    }
  },
};

/** Who began the conversation may be a colleague, a bot or a team: their address is no visitor's [C104]. */
function isOfVisitor(body: unknown): boolean {
  return /^(?:user|lead|contact|)$/.test(textAt(body, 'data.item.source.author.type'));
}
