/** Chats whose source is open, and forms in frames, from what their makers and others have published. */
import { BOOKED, CONTACT, FORM, INVITED, OFFLINE, OPENED, STARTED, type Widget } from './vendor.ts';

export const OPEN: readonly Widget[] = [
  {
    id: 'chatwoot',
    prefix: 'Chatwoot',
    address: 'https://app.chatwoot.com/packs/js/sdk.js',
    snippet: `window.chatwootSettings = { position: 'right' };`,
    script: `
      const say = (message_type, sender_type) => tell(window, 'chatwoot:on-message', { id: 1, conversation_id: 31, message_type, sender_type, content: 'x' });
      window.chatwootSDK = { run() { window.$chatwoot = { toggle() {}, hasLoaded: true }; tell(window, 'chatwoot:ready'); } };
      chatwootSDK.run({ websiteToken: 'x' });
      return { A: () => tell(window, 'chatwoot:opened'), B: () => say(0, 'Contact'), D: () => say(1, 'User') };`,
    tells: { A: OPENED, B: STARTED },
    after: INVITED,
  },
  {
    id: 'live-helper-chat',
    prefix: 'LiveHelperChat',
    address: 'https://chat.example/lhc_web/design/defaulttheme/widget/wrapper/index.js',
    snippet: `var LHC_API = LHC_API || {}; LHC_API.args = { mode: 'widget', lhc_base_url: '//chat.example/' };`,
    script: `
      const { on, fire } = bus();
      window.$_LHC = { eventListener: { addListener: on, emitEvent: fire }, loaded: true };
      let begun = 0;
      return {
        A: () => fire('showWidget'),
        B: () => { if (!begun++) fire('chatStarted', { id: 9, hash: 'h' }, 'widget'); fire('messageSaved'); },
        C: () => fire('offlineMessage'),
        D: () => { fire('showInvitation', { name: 'Spring sale' }); fire('readInvitation', { name: 'Spring sale' }); fire('fullInvitation', {}); },
      };`,
    tells: { A: OPENED, B: STARTED, C: OFFLINE },
    after: INVITED,
  },
  {
    id: 'rocket-chat',
    prefix: 'RocketChat',
    address: 'https://talk.example/livechat/rocketchat-livechat.min.js?_=201903270000',
    snippet: `(function () { window.RocketChat = function (c) { window.RocketChat._.push(c) }; window.RocketChat._ = []; window.RocketChat.url = 'https://talk.example/livechat'; })();`,
    script: `
      const { on, fire } = bus();
      const before = (window.RocketChat && window.RocketChat._) || [];
      const api = { onChatStarted: (run) => on('chat-started', run), onChatMaximized: (run) => on('chat-maximized', run), onOfflineFormSubmit: (run) => on('offline-form-submit', run), onPrechatFormSubmit: (run) => on('pre-chat-form-submit', run), onAssignAgent: (run) => on('assign-agent', run) };
      window.RocketChat = (run) => run.call(api);
      window.RocketChat.livechat = api;
      for (const run of before) run.call(api);
      const say = (name, data) => { post('https://talk.example', { src: 'rocketchat', fn: 'callback', args: [name, data] }); fire(name, data); };
      let begun = 0;
      return {
        A: () => say('chat-maximized'),
        B: () => { if (!begun++) say('chat-started'); },
        C: () => say('offline-form-submit', {}),
        F: () => say('pre-chat-form-submit', {}),
      };`,
    tells: { A: OPENED, B: STARTED, C: OFFLINE, F: CONTACT },
  },
  {
    id: 'tiledesk',
    prefix: 'Tiledesk',
    address: 'https://widget.tiledesk.com/v6/launch.js',
    snippet: `window.tiledeskSettings = { projectid: 'x' };`,
    script: `
      const { on, fire } = bus();
      window.tiledesk = window.Tiledesk = { on };
      window.tileDeskAsyncInit?.();
      const say = (name, detail) => fire(name, new CustomEvent(name, { detail }));
      return { B: () => { say('beforeMessageSend', {}); say('afterMessageSend', { message: { recipient: 'support-group-1' } }); } };`,
    tells: { B: STARTED },
  },
  {
    id: 'papercups',
    prefix: 'Papercups',
    address: '/papercups/bundle.js',
    script: `
      window.Papercups = { config: {} };
      document.body.append(Object.assign(document.createElement('div'), { className: 'Papercups-toggleButtonContainer' }));
      const frame = document.createElement('iframe');
      frame.src = 'https://chat-widget.papercups.io/?accountId=x';
      document.body.append(frame);
      const say = (event, payload) => post('https://chat-widget.papercups.io', { event, payload });
      return {
        B: () => say('message:sent', { body: 'x', customer_id: 'c' }),
        D: () => say('message:received', { body: 'x', user_id: 4 }),
      };`,
    tells: { B: STARTED },
    after: INVITED,
  },
  {
    id: 'calendly',
    prefix: 'Calendly',
    address: 'https://assets.calendly.com/assets/external/widget.js',
    script: `
      window.Calendly = { initPopupWidget() {} };
      const say = (event, payload) => post('https://calendly.com', { event, payload });
      return {
        A: () => { say('calendly.profile_page_viewed'); say('calendly.event_type_viewed'); },
        B: () => say('calendly.date_and_time_selected', {}),
        H: () => say('calendly.event_scheduled', { event: { uri: 'https://api.calendly.com/e/1' }, invitee: { uri: 'https://api.calendly.com/i/1' } }),
      };`,
    tells: { H: BOOKED },
  },
  {
    id: 'typeform',
    prefix: 'Typeform',
    address: 'https://embed.typeform.com/next/embed.js',
    snippet: `document.write('<div data-tf-live="x"></div>');`,
    script: `
      window.tf = { createWidget() {} };
      const say = (type, more) => post('https://form.typeform.com', { type, embedId: 'e', ...more });
      return {
        A: () => { say('form-ready'); say('form-started', { formId: 'f', responseId: 'r1' }); },
        H: () => say('form-submit', { formId: 'f', responseId: 'r1' }),
      };`,
    tells: { H: FORM },
  },
];
