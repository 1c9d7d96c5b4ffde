/** Chats of the whole world, from what their makers and others have published. */
import {
  BOOKED,
  CONTACT,
  INVITED,
  OFFLINE,
  OPENED,
  OPERATOR,
  RATED,
  STARTED,
  type Widget,
} from './vendor.ts';

export const WORLD: readonly Widget[] = [
  {
    id: 'crisp',
    prefix: 'Crisp',
    address: 'https://client.crisp.chat/l.js',
    single: true,
    snippet: `window.$crisp = []; window.CRISP_WEBSITE_ID = 'x';`,
    script: `
      const { on, fire } = slots();
      const take = (entry) => { if (entry[0] === 'on') on(entry[1], entry[2]); };
      const before = Array.isArray(window.$crisp) ? window.$crisp : [];
      window.$crisp = { push: take, is: () => true, get() {}, set() {} };
      for (let at = 0; at < before.length; at++) take(before[at]);
      fire('session:loaded', 'x');
      let begun = 0;
      return {
        A: () => fire('chat:opened'),
        B: () => { if (!begun++) fire('chat:initiated'); fire('message:sent', { content: 'x', from: 'user' }); },
        D: () => fire('message:received', { content: 'x', from: 'operator' }),
        F: () => fire('user:email:changed', 'zoe@shop.example'),
      };`,
    tells: { A: OPENED, B: STARTED, F: CONTACT },
    after: INVITED,
  },
  {
    id: 'tawk',
    prefix: 'Tawk',
    address: 'https://embed.tawk.to/5f00/default',
    snippet: `var Tawk_API = Tawk_API || {}, Tawk_LoadStart = new Date();`,
    script: `
      const say = (name, detail) => { tell(window, 'tawk' + name, detail); Tawk_API['on' + name]?.(detail); };
      say('BeforeLoad'); say('Load');
      let begun = 0;
      return {
        A: () => say('ChatMaximized'),
        B: () => { if (!begun++) say('ChatStarted'); say('ChatMessageVisitor', 'x'); },
        C: () => say('OfflineSubmit', { questions: [] }),
        D: () => say('ChatMessageAgent', 'x'),
        F: () => say('PrechatSubmit', [{ label: 'Name', answer: 'Zoe' }]),
        G: () => say('ChatSatisfaction', -1),
      };`,
    tells: { A: OPENED, B: STARTED, C: OFFLINE, F: CONTACT, G: RATED },
    after: INVITED,
  },
  {
    id: 'intercom',
    prefix: 'Intercom',
    address: 'https://widget.intercom.io/widget/abc',
    snippet: `(function () { var i = function () { i.c(arguments); }; i.q = []; i.c = function (args) { i.q.push(args); }; window.Intercom = i; })();`,
    script: `
      const { on, fire } = bus();
      const before = (window.Intercom && window.Intercom.q) || [];
      window.Intercom = (verb, run) => { if (/^on/.test(verb)) on(verb, run); };
      for (const args of before) window.Intercom(...args);
      return { A: () => fire('onShow'), B: () => {}, D: () => fire('onUnreadCountChange', 1), F: () => fire('onUserEmailSupplied') };`,
    tells: { A: OPENED, F: CONTACT },
  },
  {
    id: 'livechat',
    prefix: 'LiveChat',
    address: 'https://cdn.livechatinc.com/tracking.js',
    snippet: `window.__lc = { license: 1 };
      (function () { var e = { _q: [], _h: null, _v: '2.0', on: function () { e._q.push(['on', [].slice.call(arguments)]) }, once: function () { e._q.push(['once', [].slice.call(arguments)]) }, off: function () {}, get: function () { throw new Error('not loaded') }, call: function () { e._q.push(['call', arguments]) } }; window.LiveChatWidget = window.LiveChatWidget || e; })();`,
    script: `
      const { on, fire } = bus();
      const before = (window.LiveChatWidget && window.LiveChatWidget._q) || [];
      window.LiveChatWidget = { on, once: on, off() {}, get: () => ({ chatId: 'c', threadId: 't' }), call() {} };
      for (const [verb, args] of before) if (verb !== 'call') on(...args);
      fire('ready', { state: {}, customerData: {} });
      const say = (type, greeting) => fire('new_event', { timestamp: 1, type: 'message', author: { id: 'x', type }, ...(greeting && { greeting }) });
      return {
        A: () => fire('visibility_changed', { visibility: 'maximized' }),
        B: () => say('customer'),
        C: () => fire('form_submitted', { type: 'ticket' }),
        D: () => say('agent'),
        F: () => fire('form_submitted', { type: 'prechat' }),
        G: () => fire('rating_submitted', 'bad'),
      };`,
    tells: { A: OPENED, B: STARTED, C: OFFLINE, F: CONTACT, G: RATED },
    after: OPERATOR,
  },
  {
    id: 'zendesk',
    prefix: 'Zendesk',
    address: 'https://static.zdassets.com/ekr/snippet.js?key=abc',
    script: `
      const { on, fire } = bus();
      window.zE = (channel, verb, ...rest) => { if (channel === 'messenger:on') on(verb, ...rest); return () => {}; };
      let begun = 0;
      return {
        A: () => fire('open'),
        B: () => { if (!begun++) fire('conversationStarted', {}); },
        D: () => { fire('proactiveMessageDisplayed', {}); fire('proactiveMessageClicked', {}); },
      };`,
    tells: { A: OPENED, B: STARTED },
    after: INVITED,
  },
  {
    id: 'hubspot',
    prefix: 'HubSpot',
    address: 'https://js.hs-scripts.com/4242.js',
    snippet: `window._hsq = window._hsq || []; window.hsConversationsSettings = { loadImmediately: false };`,
    script: `
      const { on, fire } = bus();
      window.HubSpotConversations = { on, off() {}, widget: { load() {}, open() {} } };
      for (const run of window.hsConversationsOnReady || []) run();
      let begun = 0;
      return {
        B: () => { if (!begun++) fire('conversationStarted', { conversation: { conversationId: 5 } }); },
        F: () => fire('contactAssociated', {}),
      };`,
    tells: { B: STARTED, F: CONTACT },
  },
  {
    id: 'tidio',
    prefix: 'Tidio',
    address: 'https://code.tidio.co/abc.js',
    script: `
      const { on, fire } = bus();
      window.tidioChatApi = { on, open() {} };
      const say = (name, data) => { tell(document, 'tidioChat-' + name, data); fire(name, data); };
      say('ready');
      let begun = 0;
      return {
        A: () => say('open'),
        B: () => { if (!begun++) say('conversationStart'); say('messageFromVisitor', { message: 'x' }); },
        D: () => say('messageFromOperator', { message: 'x' }),
        F: () => say('preFormFilled', { email: 'zoe@shop.example' }),
      };`,
    tells: { A: OPENED, B: STARTED, F: CONTACT },
    after: INVITED,
  },
  {
    id: 'drift',
    prefix: 'Drift',
    address: 'https://js.driftt.com/include/1/x.js',
    snippet: `(function () { var t = window.driftt = window.drift = window.driftt || []; if (t.init) return; t.methods = ['on', 'track']; t.factory = function (e) { return function () { var n = [].slice.call(arguments); n.unshift(e); t.push(n); return t; } }; t.methods.forEach(function (e) { t[e] = t.factory(e); }); })();`,
    script: `
      const { on, fire } = bus();
      const before = Array.isArray(window.drift) ? window.drift : [];
      window.drift = window.driftt = { on(name, run) { on(name, run); return window.drift; }, api: {} };
      for (const [verb, ...args] of before) if (verb === 'on') on(...args);
      fire('ready', {});
      let begun = 0;
      return {
        B: () => { if (!begun++) fire('startConversation', { conversationId: 77 }); fire('message', { data: {} }); },
        D: () => { fire('campaign:open', { campaignId: 1 }); fire('campaign:click', { campaignId: 1 }); },
        F: () => fire('emailCapture', { data: { email: 'zoe@shop.example' } }),
        H: () => fire('scheduling:meetingBooked', {}),
      };`,
    tells: { B: STARTED, F: CONTACT, H: BOOKED },
    after: INVITED,
  },
  {
    id: 'olark',
    prefix: 'Olark',
    address: 'https://www.olark.com/r3s/loader.js',
    snippet: `(function () { var o = window.olark = function () { o.s.push(arguments); }; o.s = []; })();`,
    script: `
      const { on, fire } = bus();
      const before = (window.olark && window.olark.s) || [];
      window.olark = (name, run) => { if (typeof run === 'function') on(name, run); };
      for (const args of before) window.olark(...args);
      let begun = 0;
      return {
        A: () => fire('api.box.onExpand'),
        B: () => { if (!begun++) fire('api.chat.onBeginConversation'); fire('api.chat.onMessageToOperator', { message: {} }); },
        C: () => fire('api.chat.onOfflineMessageToOperator', { message: {} }),
        D: () => fire('api.chat.onMessageToVisitor', { message: {} }),
      };`,
    tells: { A: OPENED, B: STARTED, C: OFFLINE },
    after: INVITED,
  },
  {
    id: 'smartsupp',
    prefix: 'Smartsupp',
    address: 'https://www.smartsuppchat.com/loader.js',
    snippet: `var _smartsupp = _smartsupp || {}; _smartsupp.key = 'x'; window.smartsupp || (function () { var o = window.smartsupp = function () { o._.push(arguments) }; o._ = []; })();`,
    script: `
      const { on, fire } = bus();
      const before = (window.smartsupp && window.smartsupp._) || [];
      window.smartsupp = (verb, name, run) => { if (verb === 'on') on(name, run); };
      for (const args of before) window.smartsupp(...args);
      return { B: () => fire('message_sent'), D: () => fire('message_received') };`,
    tells: { B: STARTED },
    after: INVITED,
  },
  {
    id: 'userlike',
    prefix: 'Userlike',
    address: 'https://userlike-cdn-widgets.s3-eu-west-1.amazonaws.com/abc.js',
    snippet: `window.userlikeData = {}; window.userlikeTrackingEvent = function (name) { window.ulSite = (window.ulSite || 0) + 1; };`,
    script: `
      window.userlike = {};
      const say = (name) => window.userlikeTrackingEvent?.(name, { widget_id: 1 }, { chat_id: 5, operator_id: 2 });
      let begun = 0;
      return { B: () => { if (!begun++) say('chat_started'); say('message_client_terminating'); } };`,
    tells: { B: STARTED },
  },
  {
    id: 'freshchat',
    prefix: 'Freshchat',
    address: 'https://wchat.freshchat.com/js/widget.js',
    script: `
      const { on, fire } = bus();
      window.fcWidget = { on, init() {}, isOpen: () => false };
      return {
        A: () => fire('widget:opened'),
        B: () => fire('message:sent', { success: true }),
        D: () => fire('message:received', { success: true }),
        F: () => fire('user:created', { success: true }),
        G: () => fire('csat:updated', {}),
      };`,
    tells: { A: OPENED, B: STARTED, F: CONTACT, G: RATED },
    after: INVITED,
  },
  {
    id: 'help-scout',
    prefix: 'HelpScout',
    address: 'https://beacon-v2.helpscout.net',
    snippet: `(function () { window.Beacon = function (method, options, data) { window.Beacon.readyQueue.push({ method: method, options: options, data: data }) }; window.Beacon.readyQueue = []; })();`,
    script: `
      const { on, fire } = bus();
      const before = (window.Beacon && window.Beacon.readyQueue) || [];
      window.Beacon = (method, options, data) => { if (method === 'on' || method === 'once') on(options, data); };
      for (const { method, options, data } of before) window.Beacon(method, options, data);
      let begun = 0;
      return {
        A: () => fire('open'),
        B: () => { if (!begun++) fire('chat-started', { subject: 'x' }); },
        C: () => fire('email-sent', { subject: 'x' }),
        D: () => { fire('message-triggered', { id: 1 }); fire('message-clicked', { id: 1 }); },
      };`,
    tells: { A: OPENED, B: STARTED, C: OFFLINE },
    after: INVITED,
  },
  {
    id: 'gorgias',
    prefix: 'Gorgias',
    address: '/gorgias/loader.js',
    snippet: `document.currentScript.id = 'gorgias-chat-widget-install-v2';`,
    script: `
      const { on, fire } = bus();
      let isUp = false;
      window.GorgiasChat = { init: () => Promise.resolve(window.GorgiasChat), on(...args) { if (!isUp) throw new Error('not up'); on(...args); } };
      return { up: () => { isUp = true; tell(window, 'gorgias-widget-loaded'); }, A: () => fire('widget:opened'), B: () => fire('message:received', {}) };`,
    tells: { A: OPENED },
  },
  {
    id: 'front',
    prefix: 'Front',
    address: 'https://chat-assets.frontapp.com/v1/chat.bundle.js',
    script: `
      const { on, fire } = bus();
      window.FrontChat = (verb, run) => { if (/^on/.test(verb)) on(verb, run); return () => {}; };
      return { A: () => fire('onWindowVisibilityChanged', { is_window_visible: true }), B: () => {}, D: () => { fire('onUnreadChange', { unread_count: 1 }); fire('onWindowVisibilityChanged', { is_window_visible: false }); } };`,
    tells: { A: OPENED },
  },
  {
    id: 'zoho-salesiq',
    prefix: 'ZohoSalesIQ',
    address: 'https://salesiq.zohopublic.com/widget',
    snippet: `var $zoho = $zoho || {}; $zoho.salesiq = $zoho.salesiq || { widgetcode: 'x', values: {}, ready: function () { window.zohoSite = (window.zohoSite || 0) + 1; } };`,
    script: `
      const { on, fire } = bus();
      const part = (...names) => Object.fromEntries(names.map((name) => [name, (run) => on(name, run)]));
      const ready = window.$zoho?.salesiq?.ready;
      window.$zoho = window.$zoho || {};
      $zoho.salesiq = { ready, visitor: part('offlineMessage', 'chat', 'chatmessage', 'trigger', 'attend'), chat: part('complete'), floatbutton: {} };
      ready?.();
      let begun = 0;
      return {
        B: () => { if (!begun++) fire('chat', 'v1', {}); fire('chatmessage', 'v1', {}); },
        C: () => fire('offlineMessage', 'v1', {}),
        D: () => fire('trigger', 'Spring', {}),
      };`,
    tells: { B: STARTED, C: OFFLINE },
    after: INVITED,
  },
];
