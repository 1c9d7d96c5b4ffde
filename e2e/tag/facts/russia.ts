/** Widgets of Russian makers: all that their pages can hear. */
import { nothing, type VendorFacts } from './vendor-facts.ts';

export const RUSSIA: readonly VendorFacts[] = [
  {
    id: 'carrot-quest',
    prefix: 'CarrotQuest',
    address: 'https://cdn.carrotquest.io/api.min.js',
    script: `
      const { on, fire } = bus();
      window.carrotquest = { addCallback: on };
      return fire;`,
    events: [
      ['conversation_started', `{ id: 4, body: 'x' }`, 'visitor'],
      ['user_replied', `{ id: 5, message: 6 }`, 'site'],
      ['messenger_opened', '', 'opened'],
      ...nothing('conversation_opened', 'messenger_closed'),
    ],
  },
  {
    id: 'talk-me',
    prefix: 'TalkMe',
    address: 'https://lcab.talk-me.ru/support/support.js?h=1',
    snippet: `window.supportAPIMethod = 'TalkMe'; window.TalkMe = function () { (TalkMe.q = TalkMe.q || []).push(arguments) };`,
    script: `
      const { on, fire } = bus();
      const before = window.TalkMe.q || [];
      window.TalkMe = (verb, name, run) => { if (verb === 'setCallback') on(name, run); };
      for (const args of before) window.TalkMe(...args);
      return fire;`,
    events: [
      ['openSupport', '', 'opened'],
      ['clientSendMessage', `{ text: 'x' }`, 'visitor'],
      ['contactsUpdated', `{ name: 'Zoe', email: 'zoe@shop.example', phone: '' }`, 'contact'],
      ...nothing('closeSupport'),
    ],
  },
  {
    id: 'livetex',
    prefix: 'LiveTex',
    address: 'https://cs42.livetex.ru/js/client.js',
    script: `
      const { on, fire } = bus();
      window.LiveTex = { on };
      return fire;`,
    events: [
      ['chat_open', '', 'opened'],
      ['offline_action', '', 'offline'],
      ['lead_action', '', 'contact'],
      ...nothing('chat_invitation_open', 'lead_open', 'offline_open'),
    ],
  },
  {
    id: 'bitrix24',
    prefix: 'Bitrix24',
    address: 'https://cdn-ru.bitrix24.ru/b1/crm/site_button/loader_2_x.js',
    script: `
      const { on, fire } = bus();
      const message = { origin: 'https://shop.bitrix24.ru', data: '{"action":"sendMessage"}' };
      window.BX = { LiveChatWidget: {}, LiveChat: { addEventListener: (of, name, run) => on('userMessage', () => run(message)) } };
      window.handOut = () => tell(window, 'onBitrixLiveChat', { widget: { subscribe: ({ type, callback }) => on(type, callback) } });
      return (name, detail) => name.startsWith('b24:') ? tell(window, name, detail) : fire(name, detail);`,
    events: [
      ['widgetOpen', '{}', 'opened'],
      ['userMessage', `{ id: 4, text: 'x' }`, 'visitor'],
      ['operatorMessage', '{ id: 5 }', 'site'],
      ['userForm', `{ form: 'offline', fields: {} }`, 'offline'],
      ['userForm', `{ form: 'welcome', fields: {} }`, 'contact'],
      ['userVote', '{ vote: 5 }', 'rated'],
      [
        'b24:form:send:success',
        `{ object: { identification: { id: 1, sec: 's' } }, data: { resultId: 9 } }`,
        'form',
      ],
      ...nothing(
        'configLoaded',
        'widgetClose',
        'sessionOperatorChange',
        'sessionFinish',
        'b24:form:init',
        'b24:form:submit',
      ),
    ],
  },
  {
    id: 'calltouch',
    prefix: 'Calltouch',
    address: 'https://mod.calltouch.ru/init.js?id=1',
    snippet: `window.ct = function () { (ct.q = ct.q || []).push(arguments) }; window.ctw = {};`,
    script: `
      const { on, fire } = bus();
      const before = window.ct.q || [];
      window.ct = (a, b, verb, list) => { if (verb === 'subscribeToEvent') list.forEach(({ object, action, callback }) => on(object + ' ' + action, callback)); };
      for (const args of before) window.ct(...args);
      return fire;`,
    events: [
      ['button click', '{}', 'opened'],
      ['request create', '{}', 'callback'],
      ...nothing('module loaded', 'module fail', 'button show', 'form close', 'request fail', 'dialog close'),
    ],
  },
  {
    id: 'roistat',
    prefix: 'Roistat',
    address: 'https://cloud.roistat.com/api/site/1.0/x/init',
    script: `
      window.roistat = { leadHunter: {} };
      window.onRoistatAllModulesLoaded?.();
      return (name, lead) => window.roistat.leadHunter[name]?.(lead);`,
    events: [['onAfterSubmit', `{ name: 'Zoe', phone: '1' }`, 'form']],
  },
  {
    id: 'tilda',
    prefix: 'Tilda',
    address: 'https://static.tildacdn.com/js/tilda-forms-1.0.min.js',
    script: `
      window.tildaForm = {};
      const form = Object.assign(document.createElement('form'), { className: 'js-form-proccess' });
      document.body.append(form);
      return (name, detail) => tell(form, name, detail);`,
    events: [
      ['tildaform:aftersuccess', '', 'form'],
      ['tildaform:aftererror', ''],
    ],
  },
];
