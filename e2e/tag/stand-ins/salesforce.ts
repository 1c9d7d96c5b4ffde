/** Salesforce Messaging for Web as its public facts describe it. One event tells the messages of all sides. */
import type { StandIn } from './stand-in.ts';

export const salesforce: StandIn = {
  id: 'salesforce',
  prefix: 'Salesforce',
  address: 'https://shop.my.site.com/ESWShop1700000000/assets/js/bootstrap.min.js',
  script: `
    window.embeddedservice_bootstrap = { settings: {}, init() {}, prechatAPI: {} };
    const say = (name, detail = {}) => event(window, 'onEmbedded' + name, { conversationId: 'c5', ...detail });
    const message_ = (role) => say('MessageSent', { conversationEntry: { sender: { role }, entryType: 'Message', entryPayload: '{}' } });
    say('MessagingReady');
    return {
      open: () => { say('MessagingButtonClicked'); say('MessagingWindowMaximized'); say('MessagingConversationStarted'); },
      form: () => say('MessagingPreChatSubmitted', { prechatDetails: {} }),
      visitor: () => message_('EndUser'),
      bot: () => message_('Chatbot'),
      agent: () => message_('Agent'),
      show: () => say('MessagingInvitationShown'),
      accept: () => say('MessagingInvitationAccepted'),
      reject: () => say('MessagingInvitationRejected'),
      close: () => say('MessagingConversationClosed'),
    };`,
  stories: [
    [
      'open form bot visitor agent visitor close',
      ['Window_opened', 'User_gave_contacts_during_chat', 'Client_initiate_chat'],
    ],
    ['show accept bot visitor', ['Proactive_invitation_accepted']],
    ['reject bot agent', []],
  ],
};
