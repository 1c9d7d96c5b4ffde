/** Other vendors' chats on a page, as stand-ins of what their public facts say, and the goals they make [W45–W50]. */
import { describe, expect, it } from 'vitest';
import { chatsPage } from './chats-page.ts';
import { goals, isGoal, setStage } from './stage.ts';

const stage = setStage(/refused the stand-in|a getter that throws/);

const { told, open } = chatsPage(stage);

/** Of each vendor: its stand-in, what happens, and the goals in their order. */
const STORIES: Record<string, readonly [stub: string, act: string, goals: readonly string[]]> = {
  chatwoot: [
    'window.$chatwoot = {}; say = (detail) => dispatchEvent(new CustomEvent("chatwoot:on-message", { detail }))',
    `dispatchEvent(new CustomEvent('chatwoot:opened'));
     say({ message_type: 0, conversation_id: 7 }); say({ message_type: 1, conversation_id: 7 }); say({ message_type: 0, conversation_id: 7 });
     say({ message_type: 1, conversation_id: 8 }); say({ message_type: 0, conversation_id: 8 })`,
    ['Chatwoot_Window_opened', 'Chatwoot_Client_initiate_chat', 'Chatwoot_Proactive_invitation_accepted'],
  ],
  tawk: [
    'window.Tawk_API = {}; say = (name) => dispatchEvent(new CustomEvent("tawk" + name))',
    `say('ChatStarted'); say('ChatMessageVisitor'); say('ChatSatisfaction'); say('PrechatSubmit')`,
    ['Tawk_Client_initiate_chat', 'Tawk_Chat_rated', 'Tawk_User_gave_contacts_during_chat'],
  ],
  tidio: [
    'window.tidioChatApi = {}; say = (name) => document.dispatchEvent(new CustomEvent("tidioChat-" + name))',
    `say('messageFromOperator'); say('conversationStart'); say('messageFromVisitor')`,
    ['Tidio_Proactive_invitation_accepted'],
  ],
  crisp: [
    'window.$crisp = [["on", "message:sent", () => { window.sites = 1 }]]',
    `for (const [, name, run] of $crisp) if (name === 'chat:opened') run();
     $crisp.filter(([, name]) => name === 'message:sent').at(-1)[2]({})`,
    ['Crisp_Window_opened', 'Crisp_Client_initiate_chat'],
  ],
  livechat: [
    'on = {}; window.LiveChatWidget = { on: (name, run) => { on[name] = run } }',
    `on.greeting_displayed({ id: 1 }); on.new_event({ author: { type: 'agent' }, greeting: { id: 1 } });
     on.new_event({ author: { type: 'customer' } }); on.form_submitted({ type: 'ticket' }); on.rating_submitted('good')`,
    ['LiveChat_Proactive_invitation_accepted', 'LiveChat_Offline_message_sent', 'LiveChat_Chat_rated'],
  ],
  zendesk: [
    'on = {}; window.zE = (what, name, run) => { on[name] = run }',
    `on.open(); on.proactiveMessageDisplayed(); on.conversationStarted(); on.conversationStarted()`,
    ['Zendesk_Window_opened', 'Zendesk_Proactive_invitation_accepted'],
  ],
  'live-helper-chat': [
    'on = {}; window.$_LHC = { eventListener: { addListener: (name, run) => { on[name] = run } } }',
    `on.readInvitation({ name: 'Manual' }); on.chatStarted({ id: 5 }); on.offlineMessage()`,
    ['LiveHelperChat_Client_answer_on_agent_request', 'LiveHelperChat_Offline_message_sent'],
  ],
  bitrix24: [
    `on = {}; window.BX = { LiveChatWidget: function () {} };`,
    `dispatchEvent(new CustomEvent('onBitrixLiveChat', { detail: { widget: { subscribe: ({ type, callback }) => { on[type] = callback } } } }));
      on.userForm({ form: 'offline' }); on.userMessage({ id: 1 });
      dispatchEvent(new CustomEvent('b24:form:send:success', { detail: {} }))`,
    ['Bitrix24_Offline_message_sent', 'Bitrix24_Form_sent'],
  ],
  calltouch: [
    'window.ctw = {}; on = {}; window.ct = (a, b, c, [{ object, action, callback }]) => { on[object + action] = callback }',
    `on.requestcreate()`,
    ['Calltouch_Callback_requested'],
  ],
  roistat: [
    'window.roistatProjectId = {}; window.roistat = { leadHunter: { onAfterSubmit: () => { window.sites = 1; return 5 } } }',
    `roistat.leadHunter.onAfterSubmit({ phone: '1' })`,
    ['Roistat_Form_sent'],
  ],
  tilda: [
    'window.tildaForm = {}',
    `document.body.dispatchEvent(new CustomEvent('tildaform:aftersuccess', { bubbles: true }))`,
    ['Tilda_Form_sent'],
  ],
  olark: [
    'on = {}; window.olark = (name, run) => { on[name] = run }',
    `on['api.chat.onMessageToVisitor'](); on['api.chat.onMessageToOperator'](); on['api.chat.onOfflineMessageToOperator']()`,
    ['Olark_Proactive_invitation_accepted', 'Olark_Offline_message_sent'],
  ],
};

describe('[W47] [C98] [C99] the goals of a vendor come from its public events', () => {
  it.each(Object.entries(STORIES))('%s', async (vendor, [stub, act, expected]) => {
    const page = await open(`<script>window.say = window.on = null; ${stub}</script>`, [vendor]);
    await page.evaluate(act);
    await stage.recorder.wait(expected.length, isGoal);
    await stage.settled(page);
    expect(told()).toEqual(expected);
    if (stub.includes('window.sites')) expect(await page.evaluate('window.sites')).toBe(1);
  });
});

it('[W65] a vendor is told the visitor’s number where the owner wants it, and no other vendor', async () => {
  stage.recorder.choose({ hand: ['chatwoot'] });
  const page = await open(
    `<script>window.heard = []; window.$chatwoot = { setCustomAttributes: (told) => heard.push(told.goalpost_visitor) };
      window.$crisp = []</script>`,
    ['chatwoot', 'crisp', 'hand-chatwoot'],
  );
  await expect.poll(() => page.evaluate('heard.length')).toBeGreaterThan(0);
  const number = await page.evaluate(`new Promise((done) => ym(4242, 'getClientID', done))`);
  expect(await page.evaluate('heard[0]')).toBe(number);
  expect(await page.evaluate('JSON.stringify($crisp)')).not.toContain(number);
});

it('[W45] [W46] where no chat is, one cached request is made, and none before the page is idle', async () => {
  const page = await open('');
  await stage.settled(page);
  expect(stage.recorder.scripts.filter((address) => address.includes('/tag/chats'))).toEqual([
    '/tag/chats.js',
  ]);
});

it('[W46] a vendor that comes late is seen, one whose object throws is not, and the page is unharmed', async () => {
  const page = await open(
    `<script>Object.defineProperty(window, 'Intercom', { get() { throw new Error('a getter that throws') } })</script>`,
  );
  stage.recorder.script('/packs/js/sdk.js', 'window.$chatwoot = {}');
  await page.evaluate(
    `document.head.append(Object.assign(document.createElement('script'), { src: '/packs/js/sdk.js' }))`,
  );
  await page.waitForFunction(
    `performance.getEntriesByType('resource').some(({ name }) => name.includes('/hear.js'))`,
  );
  await expect
    .poll(async () => {
      await page.evaluate(
        `dispatchEvent(new CustomEvent('chatwoot:on-message', { detail: { message_type: 0, conversation_id: 1 } }))`,
      );
      return told();
    })
    .toEqual(['Chatwoot_Client_initiate_chat']);
  expect(stage.recorder.scripts.join()).not.toContain('intercom');
});

it('[W46] a name that a click brings is seen before any script of it', async () => {
  const page = await open(
    `<script>addEventListener('click', () => { window.FrontChat = (verb, run) => { window.listener = run; return () => {} } })</script>`,
  );
  await page.mouse.click(5, 5);
  await page.waitForFunction('window.listener');
  await page.evaluate('listener({ is_window_visible: true })');
  await stage.settled(page);
  expect(told()).toEqual(['Front_Window_opened']);
});

describe('[W74] what is ignored of a vendor is told once a page, and harms nothing', () => {
  const odd = (): string[] =>
    stage.recorder.scripts.filter((address) => address.includes('odd-')).map((path) => path.slice(11));
  const message = (origin: string, data: string): string =>
    `dispatchEvent(new MessageEvent('message', { origin: '${origin}', data: ${data} }))`;

  it.each<[string, string, string, string, readonly string[]]>([
    [
      'a name that throws when it is read',
      `Object.defineProperty(window, 'Intercom', { get() { throw new Error('a getter that throws') } }); Tawk_API = {}`,
      'tawk',
      `dispatchEvent(new CustomEvent('tawkChatMessageVisitor'))`,
      ['odd-object.js'],
    ],
    [
      'a name that throws when it is read, where promises have no `catch`',
      `delete Promise.prototype.catch; Object.defineProperty(window, 'Intercom', { get() { throw new Error('a getter that throws') } }); Tawk_API = {}`,
      'tawk',
      `dispatchEvent(new CustomEvent('tawkChatMessageVisitor'))`,
      ['odd-object.js'],
    ],
    [
      'a part that throws when it is read',
      `BX = { get LiveChatWidget() { throw new Error('a getter that throws') } }; Tawk_API = {}`,
      'tawk',
      `dispatchEvent(new CustomEvent('tawkChatMessageVisitor'))`,
      ['odd-object.js'],
    ],
    [
      'messages from foreign addresses',
      'window.Calendly = {}',
      'calendly',
      ['https://evil.example', 'null', '', 'https://calendly.com.evil.example']
        .map((origin) => message(origin, "{ event: 'calendly.event_scheduled' }"))
        .join(';'),
      ['odd-origin.js'],
    ],
    [
      'details of other types',
      'window.$chatwoot = {}',
      'chatwoot',
      ['null', '5', '"x"', '[]', 'true', '{ message_type: {} }', '{ message_type: 0, conversation_id: {} }']
        .map((detail) => `dispatchEvent(new CustomEvent('chatwoot:on-message', { detail: ${detail} }))`)
        .join(';'),
      ['odd-value.js'],
    ],
    [
      'entries of our own API of other types',
      'window.goalpostChats = []',
      'api',
      `goalpostChats.push(null, 5, 'x', [], {}, { vendor: 'Helpy', event: 'constructor' }, { vendor: {}, event: [] })`,
      ['odd-value.js'],
    ],
    [
      'messages that are of no vendor',
      'window.Calendly = {}',
      'calendly',
      ['null', '5', '"x"', '{ event: "resize" }', '[[]]']
        .map((data) => message('https://evil.example', data))
        .join(';'),
      [],
    ],
  ])('%s', async (_name, stub, vendor, act, expected) => {
    const page = await open(`<script>${stub}</script>`, vendor === 'api' ? [] : [vendor]);
    await page.evaluate(act);
    await expect.poll(odd).toEqual(expected);
    await page.evaluate(act);
    await stage.settled(page);
    expect(odd()).toEqual(expected);
  });
});

it('[C100] a conversation counts once, though the page is loaded again in its midst', async () => {
  const head =
    '<script>window.Tawk_API = {}; say = (name) => dispatchEvent(new CustomEvent("tawk" + name))</script>';
  const page = await open(head, ['tawk']);
  await page.evaluate(`say('ChatMessageVisitor'); say('ChatMessageAgent')`);
  await stage.recorder.wait(1, isGoal);
  await open(head, ['tawk'], page, '/again');
  await page.evaluate(`say('ChatMessageAgent'); say('ChatMessageVisitor')`);
  await stage.settled(page);
  expect(told()).toEqual(['Tawk_Client_initiate_chat']);
});

it('[C100] a conversation that a vendor tells to all tabs at once counts once', async () => {
  const head = `<script>window.$chatwoot = {}; window.Tawk_API = {};
    addEventListener('storage', ({ key }) => { if (key !== 'go') return;
      for (let n = 0; n < 9; n++) dispatchEvent(new CustomEvent('chatwoot:on-message', { detail: { message_type: 0, conversation_id: n } }));
      dispatchEvent(new CustomEvent('tawkChatMessageVisitor')) })</script>`;
  const tabs = [
    await open(head, ['chatwoot', 'tawk']),
    await open(head, ['chatwoot', 'tawk'], await stage.newPage(), '/two'),
    await open(head, ['chatwoot', 'tawk'], await stage.newPage(), '/three'),
  ];
  const teller = await stage.open({ path: '/teller', init: false });
  await teller.evaluate(`localStorage.setItem('go', '1')`);
  await stage.recorder.wait(10, isGoal);
  for (const tab of tabs) await stage.settled(tab);
  const made = goals(stage.recorder.hits).map(({ keys }) => `${keys['page-url']} ${keys['site-info'] ?? ''}`);
  expect(made.filter((goal) => !goal.includes('settled')).toSorted()).toEqual([
    ...Array.from(
      { length: 9 },
      (_, n) => `goal://127.0.0.1/Chatwoot_Client_initiate_chat {"__ym":{"chat":"${n}"}}`,
    ),
    'goal://127.0.0.1/Tawk_Client_initiate_chat ',
  ]);
});

it('[W48] messages of frames count from the hosts of the vendor alone', async () => {
  const page = await open('<script>window.Calendly = {}</script>', ['calendly']);
  const message = (origin: string): string =>
    `dispatchEvent(new MessageEvent('message', { origin: '${origin}', data: { event: 'calendly.event_scheduled' } }))`;
  await page.evaluate(`${message('https://evil.example')}; ${message('https://notcalendly.com')}`);
  await page.evaluate(message('https://calendly.com'));
  await stage.settled(page);
  expect(told()).toEqual(['Calendly_Meeting_booked']);
});

it('[W50] a vendor that speaks to us by our own API needs nothing else', async () => {
  const say = (event: string, thread: number): string =>
    `(window.goalpostChats = window.goalpostChats || []).push({ vendor: 'Helpy', event: '${event}', thread: ${thread} });`;
  const page = await open(`<script>${say('started', 1)}${say('started', 1)}</script>`, ['api']);
  await stage.recorder.wait(1, isGoal);
  await page.evaluate(
    `${say('offline', 1)}; goalpostChats.push(null, { vendor: '<b>', event: 'started' }, { vendor: 'Helpy', event: 'constructor' })`,
  );
  await stage.recorder.wait(2, isGoal);
  await stage.settled(page);
  expect(told()).toEqual(['Helpy_Client_initiate_chat', 'Helpy_Offline_message_sent']);
});

it('[C103] what a vendor reports by itself is not counted twice', async () => {
  const page = await open(
    `<script>window.Calltouch = 1; window.ctw = {}; on = {}; window.ct = (a, b, c, [{ object, action, callback }]) => { on[object + action] = callback }</script>`,
    ['calltouch'],
  );
  await page.evaluate(`on.requestcreate(); ym(4242, 'reachGoal', 'Calltouch_Callback_requested')`);
  // What is held is said when the page is left.
  await page.evaluate("dispatchEvent(new Event('pagehide'))");
  await stage.settled(page);
  expect(told()).toEqual(['Calltouch_Callback_requested']);
});
