/** Widgets of service desks and of mailing services, from what their makers and others have published. */
import { CONTACT, FORM, INVITED, OFFLINE, OPENED, RATED, STARTED, type Widget } from './vendor.ts';

export const SERVICE: readonly Widget[] = [
  {
    id: 'helpcrunch',
    prefix: 'HelpCrunch',
    address: 'https://widget.helpcrunch.com/',
    snippet: `(function (w) { w.HelpCrunch = function () { w.HelpCrunch.q.push(arguments) }; w.HelpCrunch.q = []; })(window); HelpCrunch('init', 'shop', { applicationId: 1 }); HelpCrunch('showChatWidget');`,
    script: `
      const { on, fire } = bus();
      const before = (window.HelpCrunch && window.HelpCrunch.q) || [];
      window.HelpCrunch = (name, run) => { if (typeof run === 'function') on(name, run); };
      for (let at = 0; at < before.length; at++) window.HelpCrunch(before[at][0], before[at][1]);
      return {
        B: () => fire('onCustomerMessage', { text: 'x' }),
        D: () => fire('onNewUnreadMessages', { unreadMessages: 1 }),
        F: () => fire('onPreChatFormSubmit', { email: 'zoe@shop.example' }),
      };`,
    tells: { B: STARTED, F: CONTACT },
  },
  {
    id: 'sendpulse',
    prefix: 'SendPulse',
    address: 'https://livechatv2.pulse.is/live-chat-loader-prod-iframe/loader.js',
    script: `
      const say = (name, more) => tell(window, name, { timestamp: '2026-11-30T10:00:00Z', visitorId: 'v', ...more });
      say('spLiveChatLoaded');
      let begun = 0;
      return {
        A: () => say('spLiveChatOpened'),
        B: () => { if (!begun++) say('spChatInitiated', { message: 'x' }); say('spMessageSent', { message: 'x', type: 'text' }); },
        D: () => say('spMessageReceived', { message: 'x', type: 'text' }),
      };`,
    tells: { A: OPENED, B: STARTED },
    after: INVITED,
  },
  {
    id: 'salesforce',
    prefix: 'Salesforce',
    address: 'https://acme.my.site.com/ESWAcme1690000000000/assets/js/bootstrap.min.js',
    script: `
      const say = (name, more) => tell(window, 'onEmbedded' + name, { conversationId: 'b6', ...more });
      const message = (role) => say('MessageSent', { conversationEntry: { sender: { role, appType: 'x' }, entryType: 'Message' } });
      window.embeddedservice_bootstrap = { settings: {}, init() {}, utilAPI: {} };
      say('MessagingReady');
      return {
        A: () => { say('MessagingWindowMaximized'); say('MessagingConversationStarted'); message('Chatbot'); },
        B: () => message('EndUser'),
        D: () => { say('MessagingInvitationShown'); say('MessagingInvitationAccepted'); },
        F: () => say('MessagingPreChatSubmitted'),
      };`,
    tells: { A: OPENED, B: STARTED, F: CONTACT },
    after: INVITED,
  },
  {
    id: 'zendesk-classic',
    prefix: 'ZendeskClassic',
    address: 'https://v2.zopim.com/?abc',
    alone: true,
    snippet: `window.zE = function () { window.zE._.push(arguments) }; window.zE._ = []; window.$zopim = function (run) { $zopim._.push(run) }; $zopim._ = [];`,
    script: `
      const { on, fire } = bus();
      const before = (window.zE && window.zE._) || [];
      window.$zopim = Object.assign((run) => run(), { livechat: {} });
      window.zE = (channel, name, run) => { if (channel === 'webWidget:on') on(name, run); };
      for (let at = 0; at < before.length; at++) window.zE(before[at][0], before[at][1], before[at][2]);
      const user = (action) => fire('userEvent', { action, category: 'Zendesk Web Widget' });
      let begun = 0;
      return {
        A: () => { fire('open'); user('Web Widget Opened'); },
        B: () => { if (!begun++) fire('chat:start'); },
        C: () => user('Chat Offline Message Sent'),
        F: () => user('Chat Request Form Submitted'),
        G: () => user('Chat Rating Good'),
        H: () => user('Contact Form Submitted'),
      };`,
    tells: { A: OPENED, B: STARTED, C: OFFLINE, F: CONTACT, G: RATED, H: FORM },
  },
];
