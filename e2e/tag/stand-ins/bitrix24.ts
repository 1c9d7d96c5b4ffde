/** Bitrix24 as its public facts describe it. An event of the window brings the widget, which takes one subscription for each type. */
import type { StandIn } from './stand-in.ts';

export const bitrix24: StandIn = {
  id: 'bitrix24',
  prefix: 'Bitrix24',
  address: 'https://cdn-ru.bitrix24.ru/b1/crm/site_button/loader_1.js',
  script: `
    window.BX = { LiveChatWidget: { SubscriptionType: { userMessage: 'userMessage' } } };
    const { on, say } = bus();
    const widget = { subscribe: ({ type, callback }) => on(type, callback) };
    const tell = (type, data) => { say(type, data); say('every', { type, data }); };
    return {
      // It takes subscriptions once it is ready.
      heard: () => true,
      ready: () => event(window, 'onBitrixLiveChat', { widget }),
      open: () => tell('widgetOpen'),
      start: () => tell('sessionStart', { sessionId: 5 }),
      operator: () => tell('operatorMessage', { id: 1 }),
      visitor: () => tell('userMessage', { id: 2, text: 'hello' }),
      away: () => tell('userForm', { form: 'offline', fields: { phone: '+7' } }),
      welcome: () => tell('userForm', { form: 'welcome', fields: { name: 'Zoe' } }),
      vote: () => tell('userVote', {}),
      form: () => {
        event(window, 'b24:form:submit', { object: { validated: true } });
        event(window, 'b24:form:send:success', { object: { identification: { id: 1, sec: 'x' } }, data: { resultId: 3 } });
      },
    };`,
  stories: [
    [
      'ready open start visitor operator visitor vote form',
      ['Window_opened', 'Client_initiate_chat', 'Chat_rated', 'Form_sent'],
    ],
    ['ready operator visitor welcome', ['Proactive_invitation_accepted', 'User_gave_contacts_during_chat']],
    ['ready away', ['Offline_message_sent']],
  ],
};
