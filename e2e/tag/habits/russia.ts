/** Chats, call-backs and forms of Russian makers, from what they and others have published. */
import { CALLBACK, CONTACT, FORM, INVITED, OFFLINE, OPENED, RATED, STARTED, type Widget } from './vendor.ts';

const SUPPORT = (id: string, prefix: string, address: string, name: string): Widget => ({
  id,
  prefix,
  address,
  single: true,
  snippet: `(function (w, m) { w.supportAPIMethod = m; w[m] = w[m] || function () { (w[m].q = w[m].q || []).push(arguments); }; })(window, '${name}');`,
  script: `
    const { on, fire } = bus();
    const name = window.supportAPIMethod || (window.supportAPIMethod = '${name}');
    const before = (window[name] && window[name].q) || [];
    window[name] = (verb, event, run) => { if (verb === 'setCallback') on(event, run); };
    for (const args of before) window[name](...args);
    return {
      A: () => fire('openSupport'),
      B: () => fire('clientSendMessage', { text: 'x' }),
      F: () => fire('contactsUpdated', { name: 'Zoe', email: 'zoe@shop.example' }),
    };`,
  tells: { A: OPENED, B: STARTED, F: CONTACT },
});

export const RUSSIA: readonly Widget[] = [
  {
    id: 'carrot-quest',
    prefix: 'CarrotQuest',
    address: 'https://cdn.carrotquest.app/api.min.js',
    snippet: `(function () { function t(t, e) { return function () { window.carrotquestasync.push(t, arguments); } } if (typeof carrotquest === 'undefined') { window.carrotquestasync = []; carrotquest = {}; window.carrotquest = carrotquest; ['connect', 'track', 'identify', 'auth', 'onReady', 'addCallback', 'removeCallback', 'trackMessageInteraction'].forEach(function (e) { carrotquest[e] = t(e); }); } })();`,
    script: `
      const { on, fire } = bus();
      const before = window.carrotquestasync || [];
      window.carrotquest = { addCallback: on, removeCallback() {}, onReady(run) { run(); } };
      for (let at = 0; at < before.length; at += 2) if (before[at] === 'addCallback') on(...before[at + 1]);
      let begun = 0;
      return {
        A: () => fire('messenger_opened'),
        B: () => { if (!begun++) fire('conversation_started', { conversation: { id: 3 } }); },
      };`,
    tells: { A: OPENED, B: STARTED },
  },
  SUPPORT('talk-me', 'TalkMe', 'https://lcab.talk-me.ru/support/support.js?h=x', 'TalkMe'),
  { ...SUPPORT('verbox', 'Verbox', 'https://admin.verbox.ru/support/support.js?h=x', 'Verbox'), alone: true },
  {
    id: 'livetex',
    prefix: 'LiveTex',
    address: 'https://cs15.livetex.ru/js/client.js',
    snippet: `window.liveTex = true; window.liveTexID = 1; window.liveTex_object = true;`,
    script: `
      const { on, fire } = bus();
      window.LiveTex = {};
      return {
        up: () => { window.LiveTex.on = on; window.LiveTex.onLiveTexReady?.(); },
        A: () => fire('chat_open'),
        C: () => fire('offline_action'),
        D: () => { fire('chat_invitation_open'); },
        F: () => fire('lead_action'),
      };`,
    tells: { A: OPENED, C: OFFLINE, F: CONTACT },
  },
  {
    id: 'bitrix24',
    prefix: 'Bitrix24',
    address: 'https://cdn-ru.bitrix24.ru/b1/crm/site_button/loader_1_abc.js',
    script: `
      const { on, fire } = bus();
      window.BX = window.BX || {};
      BX.LiveChatWidget = { SubscriptionType: { userMessage: 'userMessage' } };
      const widget = { subscribe: ({ type, callback }) => { on(type, callback); } };
      const say = (type, data) => { fire(type, data); fire('every', { type, data }); };
      let begun = 0;
      return {
        up: () => tell(window, 'onBitrixLiveChat', { widget }),
        A: () => say('widgetOpen', {}),
        B: () => { if (!begun++) say('sessionStart', { sessionId: 12 }); say('userMessage', { id: 5, text: 'x' }); },
        C: () => say('userForm', { form: 'offline', fields: {} }),
        D: () => say('operatorMessage', { id: 4 }),
        F: () => say('userForm', { form: 'welcome', fields: {} }),
        G: () => say('userVote', { vote: 'like' }),
        H: () => tell(window, 'b24:form:send:success', { object: { identification: { id: 1, sec: 's' } }, data: { resultId: 8 } }),
      };`,
    tells: { A: OPENED, B: STARTED, C: OFFLINE, F: CONTACT, G: RATED, H: FORM },
    after: INVITED,
  },
  {
    id: 'calltouch',
    prefix: 'Calltouch',
    address: 'https://mod.calltouch.ru/init.js?id=x',
    snippet: `(function (w, c) { w[c] = w[c] || function () { (w[c].store = w[c].store || []).push(arguments); }; w.call_value = ''; })(window, 'ct');`,
    script: `
      const { on, fire } = bus();
      const take = (a, b, verb, list) => { if (verb === 'subscribeToEvent') for (const { object, action, callback } of list) on(object + action, callback); };
      const before = (window.ct && window.ct.store) || [];
      window.ct = take;
      window.ctw = { createRequest() {} };
      for (const args of before) take(...args);
      return { A: () => { fire('buttonclick', {}); fire('formshow', {}); }, H: () => fire('requestcreate', {}) };`,
    tells: { A: OPENED, H: CALLBACK },
  },
  {
    id: 'roistat',
    prefix: 'Roistat',
    address: 'https://cloud.roistat.com/dist/module.js',
    snippet: `window.roistatProjectId = 'x'; window.roistatHost = 'cloud.roistat.com';
      window.onRoistatAllModulesLoaded = function () { window.roistatSite = 1; };`,
    script: `
      window.roistat = { leadHunter: {}, getVisit: () => 1 };
      window.onRoistatAllModulesLoaded?.();
      return { F: () => window.roistat.leadHunter.onAfterSubmit?.({ name: 'Zoe', phone: '1' }) };`,
    tells: { F: FORM },
  },
  {
    id: 'tilda',
    prefix: 'Tilda',
    address: 'https://static.tildacdn.com/js/tilda-forms-1.0.min.js',
    script: `
      window.tildaForm = {};
      const form = Object.assign(document.createElement('form'), { className: 'js-form-proccess' });
      document.body.append(form);
      return { H: () => { tell(form, 'tildaform:aftersuccess'); (window.dataLayer ||= []).push({ event: 'submit_form1' }); } };`,
    tells: { H: FORM },
  },
  ...[
    'amocrm https://gso.amocrm.ru/js/button.js',
    'envybox https://cdn.envybox.io/widget/cbk.js?wcb_code=x',
    'callibri https://cdn.callibri.ru/callibri.js',
    'redhelper https://web.redhelper.ru/service/main.js?c=x',
    'yandex-chat https://chat.s3.yandex.net/widget.js',
    'chatra https://call.chatra.io/chatra.js',
    'marquiz https://script.marquiz.ru/v2.js',
  ].map((line): Widget => {
    const [id = '', address = ''] = line.split(' ');
    return { id, prefix: '', address, script: 'return { A() {}, B() {}, C() {}, H() {} };', tells: {} };
  }),
];
