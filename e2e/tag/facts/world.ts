/** Chats of the whole world: all that their pages can hear. */
import { nothing, type VendorFacts } from './vendor-facts.ts';

export const WORLD: readonly VendorFacts[] = [
  {
    id: 'tawk',
    prefix: 'Tawk',
    address: 'https://embed.tawk.to/1/default',
    snippet: `window.Tawk_API = {}; window.Tawk_LoadStart = new Date();`,
    script: `return (name, detail) => { tell(window, 'tawk' + name, detail); Tawk_API['on' + name]?.(detail); };`,
    events: [
      ['ChatMaximized', '', 'opened'],
      ['ChatMessageVisitor', `'x'`, 'visitor'],
      ['ChatMessageAgent', `'x'`, 'site'],
      ['OfflineSubmit', `{ name: 'Zoe' }`, 'offline'],
      ['PrechatSubmit', `[{ label: 'Name', answer: 'Zoe' }]`, 'contact'],
      ['ChatSatisfaction', '-1', 'rated'],
      ...nothing(
        'BeforeLoad',
        'Load',
        'StatusChange',
        'ChatMinimized',
        'ChatHidden',
        'ChatEnded',
        'AgentJoinChat',
        'AgentLeaveChat',
        'VisitorNameChanged',
        'TagsUpdated',
        'UnreadCountChanged',
        'ChatMessageSystem',
      ),
    ],
  },
  {
    id: 'livechat',
    prefix: 'LiveChat',
    address: 'https://cdn.livechatinc.com/tracking.js',
    snippet: `window.__lc = { license: 1 };`,
    script: `
      const { on, fire } = bus();
      window.LiveChatWidget = { on, once: on, off() {}, get: (what) => what === 'chat_data' ? { chatId: 'c', threadId: 't' } : { visibility } };
      let visibility = 'minimized';
      return (name, data) => { if (name === 'visibility_changed') visibility = (Object.getOwnPropertyDescriptor(Object(data), 'visibility') ?? {}).value; fire(name, data); };`,
    events: [
      ['visibility_changed', `{ visibility: 'maximized' }`, 'opened'],
      ['visibility_changed', `{ visibility: 'minimized' }`],
      ['visibility_changed', `{ visibility: 'hidden' }`],
      ['new_event', `{ timestamp: 1, type: 'message', author: { id: '1', type: 'customer' } }`, 'visitor'],
      ['new_event', `{ timestamp: 1, type: 'message', author: { id: '2', type: 'agent' } }`, 'operator'],
      ['greeting_displayed', `{ id: 1, uniqueId: 'u' }`, 'rule'],
      ['form_submitted', `{ type: 'ticket' }`, 'offline'],
      ['form_submitted', `{ type: 'prechat' }`, 'contact'],
      ['form_submitted', `{ type: 'postchat' }`],
      ['rating_submitted', `'good'`, 'rated'],
      ['customer_status_changed', `{ status: 'queued' }`],
      ...nothing('ready', 'availability_changed', 'greeting_hidden'),
    ],
  },
  {
    id: 'zendesk',
    prefix: 'Zendesk',
    address: 'https://static.zdassets.com/ekr/snippet.js?key=1',
    script: `
      const { on, fire } = bus();
      window.zE = (channel, ...args) => { if (channel === 'messenger:on') on(...args); return () => {}; };
      return fire;`,
    events: [
      ['open', '', 'opened'],
      ['conversationStarted', '{}', 'visitor'],
      ['proactiveMessageClicked', '{}', 'rule'],
      ...nothing(
        'close',
        'unreadMessages',
        'conversationOpened',
        'newConversationButtonClicked',
        'conversationWithAgentRequested',
        'conversationAgentAssigned',
        'messagesShown',
        'postbackButtonClicked',
        'conversationExtensionOpened',
        'conversationExtensionDisplayed',
      ),
    ],
  },
  {
    id: 'hubspot',
    prefix: 'HubSpot',
    address: 'https://js-eu1.hs-scripts.com/1.js',
    script: `
      const { on, fire } = bus();
      window.HubSpotConversations = { on };
      (window.hsConversationsOnReady || []).forEach((run) => run());
      return fire;`,
    events: [
      ['conversationStarted', `{ conversation: { conversationId: 9 } }`, 'visitor'],
      ['contactAssociated', '{}', 'contact'],
      ...nothing(
        'conversationClosed',
        'userSelectedThread',
        'userInteractedWithWidget',
        'widgetLoaded',
        'widgetClosed',
        'quickReplyButtonClick',
        'unreadConversationCountChanged',
      ),
    ],
  },
  {
    id: 'tidio',
    prefix: 'Tidio',
    address: 'https://code.tidio.co/x.js',
    script: `window.tidioChatApi = { on() {} }; return (name, detail) => tell(document, 'tidioChat-' + name, detail);`,
    events: [
      ['open', '', 'opened'],
      ['messageFromVisitor', `{ message: 'x' }`, 'visitor'],
      ['messageFromOperator', `{ message: 'x' }`, 'site'],
      ['preFormFilled', `{ email: 'zoe@shop.example' }`, 'contact'],
      ...nothing('ready', 'visitorJoined', 'setStatus', 'resize', 'close'),
    ],
  },
  {
    id: 'drift',
    prefix: 'Drift',
    address: 'https://js.driftt.com/include/1/x.js',
    script: `
      const { on, fire } = bus();
      window.drift = { on };
      return fire;`,
    events: [
      ['startConversation', '{ conversationId: 6 }', 'visitor'],
      ['campaign:submit', '{ campaignId: 2 }', 'rule'],
      ['emailCapture', `{ data: { email: 'zoe@shop.example' } }`, 'contact'],
      ['scheduling:meetingBooked', '{}', 'booking'],
      ...nothing('sidebarClose', 'campaign:open', 'campaign:dismiss'),
    ],
  },
  {
    id: 'userlike',
    prefix: 'Userlike',
    address: 'https://userlike-cdn-widgets.s3-eu-west-1.amazonaws.com/x.js',
    script: `
      window.userlike = {};
      return (name) => window.userlikeTrackingEvent?.(name, { widget_id: 1 }, { chat_id: 2 });`,
    events: [['chat_started', '', 'visitor'], ...nothing('message_operator_terminating', 'chat_quit')],
  },
  {
    id: 'freshchat',
    prefix: 'Freshchat',
    address: 'https://wchat.freshchat.com/js/widget.js',
    script: `
      const { on, fire } = bus();
      let isOpen = false;
      window.fcWidget = { on, isOpen: () => isOpen };
      return (name, ...args) => { isOpen = name === 'widget:opened' || (isOpen && name !== 'widget:closed'); fire(name, ...args); };`,
    events: [
      ['widget:opened', '', 'opened'],
      ['message:sent', '{}', 'visitor'],
      ['message:received', '{}', 'site'],
      ['user:created', '{}', 'contact'],
      // The question is received, as a message is; the answer updates it.
      ['csat:received', '{}'],
      ['csat:updated', '{}', 'rated'],
      ...nothing(
        'widget:loaded',
        'widget:closed',
        'widget:destroyed',
        'user:cleared',
        'user:statechange',
        'unreadCount:notify',
        'dialog:opened',
        'dialog:closed',
        'conversation:resolved',
        'frame:statechange',
      ),
    ],
  },
  {
    id: 'gorgias',
    prefix: 'Gorgias',
    address: '/gorgias/loader.js',
    snippet: `document.currentScript.id = 'gorgias-chat-widget-install-v2';`,
    script: `
      const { on, fire } = bus();
      window.GorgiasChat = { init: () => Promise.resolve(), on };
      return fire;`,
    events: [
      ['widget:opened', '', 'opened'],
      ...nothing('ready', 'widget:closed', 'typing:start', 'message:received'),
    ],
  },
  {
    id: 'front',
    prefix: 'Front',
    address: 'https://chat-assets.frontapp.com/v1/chat.bundle.js',
    script: `
      const { on, fire } = bus();
      window.FrontChat = (verb, run) => { if (/^on/.test(verb)) on(verb, run); return () => {}; };
      return fire;`,
    events: [
      ['onWindowVisibilityChanged', '{ is_window_visible: true }', 'opened'],
      ['onWindowVisibilityChanged', '{ is_window_visible: false }'],
      ['onUnreadChange', '{ unread_count: 1 }'],
    ],
  },
  {
    id: 'zoho-salesiq',
    prefix: 'ZohoSalesIQ',
    address: 'https://salesiq.zohopublic.eu/widget',
    script: `
      const { on, fire } = bus();
      const part = (...names) => Object.fromEntries(names.map((name) => [name, (run) => on(name, run)]));
      const ready = window.$zoho?.salesiq?.ready;
      window.$zoho = { salesiq: { ready, visitor: part('offlineMessage', 'chat', 'chatmessage', 'trigger', 'attend', 'missed', 'rating'), chat: part('complete') } };
      ready?.();
      return fire;`,
    events: [
      ['chat', `'v1', {}`, 'visitor'],
      ['offlineMessage', `'v1', {}`, 'offline'],
      ['trigger', `'Spring', {}`, 'rule'],
      ['complete', `'v1', {}`],
    ],
  },
];
