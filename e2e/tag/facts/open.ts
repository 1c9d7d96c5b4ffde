/** Chats with open sources, and forms in frames: all that their pages can hear. */
import { nothing, type VendorFacts } from './vendor-facts.ts';

const posted = (origin: string, body: string): string =>
  `return (name, ...args) => post('${origin}', ${body});`;

export const OPEN: readonly VendorFacts[] = [
  {
    id: 'chatwoot',
    prefix: 'Chatwoot',
    address: 'https://chat.shop.example/packs/js/sdk.js',
    script: `
      window.$chatwoot = { toggle() {}, isOpen: false };
      return (name, detail) => tell(window, 'chatwoot:' + name, detail);`,
    events: [
      ['opened', '', 'opened'],
      ['on-message', `{ id: 7, conversation_id: 3, message_type: 0, content: 'x' }`, 'visitor'],
      ['on-message', `{ id: 8, conversation_id: 3, message_type: 1, sender_type: 'User' }`, 'site'],
      ['on-message', `{ id: 9, conversation_id: 3, message_type: 2 }`],
      ...nothing(
        'ready',
        'closed',
        'on-start-conversation',
        'on-unread-message-count-changed',
        'postback',
        'error',
      ),
    ],
  },
  {
    id: 'live-helper-chat',
    prefix: 'LiveHelperChat',
    address: 'https://lhc.shop.example/design/defaulttheme/widget/wrapper/index.js?123',
    script: `
      const { on, fire } = bus();
      window.$_LHC = { eventListener: { addListener: on }, loaded: true };
      window.LHC_API = { args: {} };
      return (name, ...args) => fire(name, ...args);`,
    events: [
      ['showWidget', '', 'opened'],
      ['chatStarted', `{ id: 5, hash: 'h' }, 'widget'`, 'visitor'],
      ['messageSaved', ''],
      ['offlineMessage', '', 'offline'],
      ['showInvitation', `{ name: 'Spring sale' }`],
      ['readInvitation', `{ name: 'Spring sale' }`],
      ['fullInvitation', '{}', 'site'],
      ['cancelInvitation', `{ name: 'Spring sale' }`],
      ...nothing(
        'endChat',
        'closeWidget',
        'clickAction',
        'offlineClickAction',
        'nhShow',
        'nhHide',
        'nhClicked',
        'nhClosed',
        'botTrigger',
      ),
    ],
  },
  {
    id: 'rocket-chat',
    prefix: 'RocketChat',
    address: 'https://rocket.shop.example/livechat/rocketchat-livechat.min.js',
    snippet: `window.RocketChat = function (c) { window.RocketChat._.push(c) }; window.RocketChat._ = [];`,
    script: posted(
      'https://rocket.shop.example',
      `{ src: 'rocketchat', fn: 'callback', args: [name, ...args] }`,
    ),
    events: [
      ['chat-maximized', '', 'opened'],
      ['chat-started', '{}', 'visitor'],
      ['offline-form-submit', `{ email: 'zoe@shop.example' }`, 'offline'],
      ['pre-chat-form-submit', `{ email: 'zoe@shop.example' }`, 'contact'],
      ...nothing(
        'chat-minimized',
        'chat-ended',
        'show-widget',
        'hide-widget',
        'agent-status-change',
        'queue-position-change',
        'no-agent-online',
      ),
    ],
  },
  {
    id: 'papercups',
    prefix: 'Papercups',
    address: '/papercups/widget.js',
    script: `
      window.Papercups = {};
      const frame = document.createElement('iframe');
      frame.src = 'https://chat-widget.papercups.io/?x=1';
      document.body.append(frame);
      ${posted('https://chat-widget.papercups.io', '{ event: name, payload: args[0] }')}`,
    events: [
      ['message:sent', `{ body: 'x', customer_id: 'c' }`, 'visitor'],
      ['message:received', `{ body: 'x', user_id: 4 }`, 'site'],
      ...nothing(
        'chat:loaded',
        'customer:created',
        'customer:updated',
        'conversation:join',
        'messages:unseen',
        'messages:seen',
      ),
    ],
  },
  {
    id: 'posthog',
    prefix: 'PostHog',
    address: 'https://eu-assets.i.posthog.com/static/conversations.js',
    snippet: `window.phTold = []; window.posthog = { conversations: {}, on(name, run) { phTold.push(run); return () => {}; } };`,
    script: `
      document.body.append(Object.assign(document.createElement('div'), { id: 'ph-conversations-widget-container' }));
      return (event, properties) => window.phTold.forEach((run) => run({ event, properties }));`,
    events: [
      ['$conversations_widget_state_changed', `{ state: 'open' }`, 'opened'],
      ['$conversations_widget_state_changed', `{ state: 'closed' }`],
      ['$conversations_message_sent', `{ ticketId: 't1', isNewTicket: true, messageLength: 3 }`, 'visitor'],
      ['$conversations_message_sent', `{ ticketId: 't2', isNewTicket: false, messageLength: 3 }`],
      ['$conversations_user_identified', '{}', 'contact'],
      ...nothing('$conversations_widget_loaded', '$pageview', '$autocapture', '$identify'),
    ],
  },
  {
    id: 'tiledesk',
    prefix: 'Tiledesk',
    address: 'https://widget.tiledesk.com/v6/launch.js',
    snippet: `window.tiledeskSettings = {};`,
    script: `
      const { on, fire } = bus();
      window.tiledesk = window.Tiledesk = { on };
      return (name, detail) => fire(name, new CustomEvent(name, { detail }));`,
    events: [
      ['afterMessageSend', '{}', 'visitor'],
      ['onOpenEyeCatcher', '{}', 'rule'],
      ...nothing('loadParams', 'onAuthStateChanged', 'onConversationUpdated'),
    ],
  },
  {
    id: 'calendly',
    prefix: 'Calendly',
    address: 'https://assets.calendly.com/assets/external/widget.js',
    script: `window.Calendly = {}; ${posted('https://calendly.com', '{ event: name, payload: args[0] }')}`,
    events: [
      [
        'calendly.event_scheduled',
        `{ event: { uri: 'https://api.calendly.com/e/1' }, invitee: { uri: 'x' } }`,
        'booking',
      ],
      ...nothing(
        'calendly.profile_page_viewed',
        'calendly.event_type_viewed',
        'calendly.date_and_time_selected',
      ),
    ],
  },
  {
    id: 'typeform',
    prefix: 'Typeform',
    address: 'https://embed.typeform.com/next/embed.js',
    script: `window.tf = {}; ${posted('https://shop.typeform.com', '{ type: name, ...args[0] }')}`,
    events: [
      ['form-submit', `{ formId: 'f', responseId: 'r' }`, 'form'],
      ...nothing('form-ready', 'form-started', 'form-screen-changed', 'form-close', 'form-height-changed'),
    ],
  },
];
