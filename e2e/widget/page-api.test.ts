/** A site's existing integration code works unchanged; and our own typed interface beside it. */
import { describe, expect, it } from 'vitest';
import { dialog, log, message, openChat, setStage, write } from './stage.ts';

const stage = setStage();

const NAMES = [
  'LoadCallback',
  'Open',
  'Close',
  'ChangeState',
  'MessageSent',
  'ClientStartChat',
  'Introduction',
  'Accept',
  'MessageReceived',
  'ResizeCallback',
  'WidgetDestroy',
];
const CALLBACKS = `<script>window.called = [];
  for (const name of ${JSON.stringify(NAMES)}) window['jivo_on' + name] = (...args) => called.push([name, ...args].join(' '));
</script>`;
const called = (page: { evaluate(code: string): Promise<unknown> }) => page.evaluate('called');
const ready = { head: CALLBACKS };

describe('callbacks', () => {
  it('come when they should, with what they should', async () => {
    stage.server.nextEvent = 'Jivo_Client_initiate_chat';
    const page = await stage.open(ready);
    await page.waitForFunction('called.length === 1');
    await openChat(page).click();
    await write(page, 'Hi');
    await log(page).getByText('Sent', { exact: true }).waitFor();
    stage.server.nextEvent = null;
    await write(page, 'Again');
    stage.server.tell({ type: 'event', event: 'Jivo_Chat_established' });
    stage.server.says('Hello');
    await log(page).getByText('Hello', { exact: true }).waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill('Ann');
    await page.getByRole('button', { name: 'Save' }).click();
    await stage.server.wait('contact');
    await page.keyboard.press('Escape');
    await page.evaluate('jivo_destroy()');
    expect(await page.evaluate('document.querySelector("goalpost-chat")')).toBeNull();
    const all = (await called(page)) as string[];
    expect(all.filter((one) => one !== 'ResizeCallback').toSorted()).toEqual(
      [
        'LoadCallback',
        'Open',
        'ChangeState chat',
        'MessageSent',
        'ClientStartChat',
        'Accept',
        'MessageReceived',
        'Introduction',
        'Close',
        'ChangeState chat/min',
        'WidgetDestroy',
      ].toSorted(),
    );
    expect(all.indexOf('MessageSent')).toBeLessThan(all.indexOf('ClientStartChat'));
  });

  it('say once that the chat is loaded, and again when it is made anew', async () => {
    const page = await stage.open(ready);
    await page.waitForFunction('called.length === 1');
    await page.evaluate("goalpost.chat.on('ready', () => called.push('late'))");
    await page.waitForFunction("called.includes('late')");
    expect(await called(page)).toEqual(['LoadCallback', 'late']);
    await page.evaluate("jivo_destroy(); history.pushState(null, '', '/elsewhere')");
    expect(await page.evaluate('document.querySelector("goalpost-chat")')).toBeNull();
    await page.evaluate('jivo_init()');
    await openChat(page).click();
    await write(page, 'Back again');
    await log(page).getByText('Sent', { exact: true }).waitFor();
    expect(((await called(page)) as string[]).filter((name) => name === 'LoadCallback')).toHaveLength(2);
  });

  it('one that throws harms nothing', async () => {
    const page = await stage.open({
      head: `<script>window.jivo_onLoadCallback = window.jivo_onOpen = () => { throw new Error('mine') }</script>`,
    });
    await openChat(page).click();
    await dialog(page).waitFor();
  });
});

describe('jivo_api', () => {
  it('works from the callback, as sites use it', async () => {
    const page = await stage.open({
      head: `<script>function jivo_onLoadCallback() {
        window.answers = [
          jivo_api.setContactInfo({ name: 'John', email: 'john@example.com', phone: '+14084987855', description: 'VIP' }),
          jivo_api.setCustomData([{ title: 'Plan', content: 'Gold', link: 'https://shop.example/p' }]),
          jivo_api.setUserToken('token'),
          jivo_api.getContactInfo(),
          jivo_api.chatMode(),
          jivo_api.getUtm(),
          jivo_api.getUnreadMessagesCount(),
          jivo_api.sendPageTitle('Cart', true, 'https://shop.example/cart'),
        ];
        jivo_api.getVisitorNumber((error, number) => answers.push([error, number]));
        jivo_api.isCallbackEnabled((answer) => answers.push(answer.result));
        answers.push(jivo_api.startCall('+1').result);
        window.done = 1;
      }</script>`,
    });
    const [contact] = await stage.server.wait('contact');
    expect(contact?.contact).toEqual({
      name: 'John',
      email: 'john@example.com',
      phone: '+14084987855',
      description: 'VIP',
    });
    expect((await stage.server.wait('custom'))[0]?.fields).toEqual([
      { title: 'Plan', content: 'Gold', link: 'https://shop.example/p' },
    ]);
    expect((await stage.server.wait('token'))[0]?.token).toBe('token');
    expect((await stage.server.wait('page'))[0]?.page).toMatchObject({
      title: 'Cart',
      url: 'https://shop.example/cart',
    });
    await page.waitForFunction('answers.length === 11');
    expect(await page.evaluate('answers')).toEqual([
      { result: 'ok' },
      { result: 'ok' },
      { result: 'ok' },
      { client_name: 'John', email: 'john@example.com', phone: '+14084987855', description: 'VIP' },
      'online',
      { source: null, medium: null, campaign: null, content: null, term: null },
      0,
      { result: 'ok' },
      'fail',
      'fail',
      [null, 12],
    ]);
  });

  it('opens, invites, colours, closes, and forgets', async () => {
    const page = await stage.open();
    await page.waitForFunction('jivo_api.getContactInfo().client_name === null');
    expect(await page.evaluate('jivo_api.open()')).toEqual({ result: 'ok' });
    await dialog(page).waitFor();
    expect(await page.evaluate("jivo_api.open({ start: 'call' }).result")).toBe('fail');
    expect(await page.evaluate('jivo_api.close()')).toEqual({ result: 'ok' });
    await dialog(page).waitFor({ state: 'hidden' });
    expect(await page.evaluate("jivo_api.showProactiveInvitation('Need help?', 3)")).toEqual({
      result: 'ok',
    });
    await log(page).getByText('Need help?').waitFor();
    expect((await stage.server.wait('invitation'))[0]).toMatchObject({
      event: 'shown',
      ruleId: null,
      text: 'Need help?',
    });
    await page.evaluate("jivo_api.setWidgetColor('#ffe066', '#ffd43b')");
    const colour =
      'getComputedStyle(document.querySelector("goalpost-chat").shadowRoot.querySelector("button.launch")).color';
    expect(await page.evaluate(colour)).toBe('rgb(0, 0, 0)');
    await write(page, 'Hi');
    await page.evaluate('jivo_api.clearHistory()');
    await log(page).getByText('Hi', { exact: true }).waitFor({ state: 'detached' });
    const hellos = await stage.server.wait('hello', 2);
    expect(hellos.at(-1)?.secret).toBeNull();
  });

  it('tells the owner’s attributes by their ids, ten times an hour, and says what it does not take', async () => {
    const page = await stage.open({
      head: `<script>function jivo_onLoadCallback() {
        window.answers = [{ plan: 'Gold', logins: 12 }, { plan: true }, { plan: 'x'.repeat(1001) }, { ['y'.repeat(65)]: 'x' }, {}, ['a'], null,
          ...Array.from({ length: 10 }, (_, index) => ({ logins: index }))].map((one) => jivo_api.setClientAttributes(one));
      }</script>`,
    });
    await page.waitForFunction('window.answers?.length === 17');
    const answers = (await page.evaluate('answers')) as { result: string; reason?: string }[];
    expect(answers.map(({ result }) => result)).toEqual([
      'ok',
      ...Array.from({ length: 6 }, () => 'fail'),
      ...Array.from({ length: 9 }, () => 'ok'),
      'fail',
    ]);
    expect(answers[1]?.reason).toContain('plan');
    expect(answers.at(-1)?.reason).toBe('at most 10 calls an hour');
    const told = (await stage.server.wait('attributes')).map(({ attributes }) => attributes);
    // Those that came before the connection have joined.
    expect(Object.assign({}, ...told)).toEqual({ plan: 'Gold', logins: 8 });
    await stage.open({ path: '/next', page });
    await page.waitForFunction("goalpost.chat.attributes({ plan: 'Iron' }).result === 'fail'");
  });

  it('rules set by script stand in for the owner’s', async () => {
    const page = await stage.open();
    await page.waitForFunction('jivo_api.getContactInfo().client_name === null');
    const answer = await page.evaluate(
      `[jivo_api.setRules('nonsense').result, jivo_api.setRules([{ conditions: [{ on: 'time_on_page', seconds: 0 }], text: 'From the page' }]).result]`,
    );
    expect(answer).toEqual(['fail', 'ok']);
    await log(page).getByText('From the page').waitFor();
  });

  it('prefills the offline form, which the visitor still has to send', async () => {
    stage.server.online = false;
    const page = await stage.open();
    await page.waitForFunction('jivo_api.getContactInfo().client_name === null');
    expect(
      await page.evaluate(
        "jivo_api.sendOfflineMessage({ name: 'Ann', email: 'a@example.com', message: 'Call' })",
      ),
    ).toEqual({ result: 'ok' });
    await page.waitForFunction(
      'document.querySelector("goalpost-chat").shadowRoot.querySelector("form.off textarea")?.value === "Call"',
    );
    expect(await dialog(page).getByRole('textbox', { name: 'E-mail' }).inputValue()).toBe('a@example.com');
    expect(await message(page).inputValue()).toBe('Call');
    expect(stage.server.frames.some(({ type }) => type === 'offline')).toBe(false);
  });

  it('is called before the rest has come, and is answered when it has', async () => {
    const page = await stage.open({
      head: `<script>const wait = setInterval(() => { if (!window.jivo_api) return;
        clearInterval(wait); jivo_api.open(); jivo_api.setContactInfo({ name: 'Early' }) }, 1)</script>`,
    });
    await dialog(page).waitFor();
    expect((await stage.server.wait('contact'))[0]?.contact).toEqual({ name: 'Early' });
  });

  it('another chat’s is left alone', async () => {
    const page = await stage.open({ head: '<script>window.jivo_api = { mine: 1 }</script>' });
    expect(await page.evaluate('jivo_api')).toEqual({ mine: 1 });
    await page.evaluate('goalpost.chat.open()');
    await dialog(page).waitFor();
  });

  it('whatever it is called with, nothing is thrown', async () => {
    const page = await stage.open();
    await page.waitForFunction('jivo_api.getContactInfo().client_name === null');
    await page.evaluate(`(() => {
      const strange = [undefined, null, NaN, 0, '', 'text', [], {}, [[]], [null], () => { throw new Error('mine') },
        new Proxy({}, { get() { throw new Error('mine') } }), Symbol('s'), 10n, document, '\\ud800', 'x'.repeat(1e5),
        { toString() { throw new Error('mine') } }, { conditions: [{}], text: 'x' }];
      for (const name of Object.keys(jivo_api)) for (const one of strange) for (const two of [undefined, one]) jivo_api[name](one, two);
      for (const name of Object.keys(goalpost.chat)) for (const one of strange) goalpost.chat[name](one, one);
    })()`);
  });
});

describe('goalpost.chat', () => {
  it('has real events', async () => {
    stage.server.nextEvent = 'Jivo_Proactive_invitation_accepted';
    const page = await stage.open({
      body: `<script>window.heard = [];
        const wait = setInterval(() => { if (!window.goalpost) return; clearInterval(wait);
          for (const name of ['ready', 'open', 'message', 'invitation-shown', 'invitation-accepted', 'unread', 'rating'])
            goalpost.chat.on(name, (detail) => heard.push([name, detail])) }, 1)</script>`,
    });
    await page.waitForFunction('heard.length === 1');
    await page.evaluate("goalpost.chat.invite('Need help?')");
    await log(page).getByText('Need help?').waitFor();
    await write(page, 'Yes');
    await page.waitForFunction("heard.some(([name]) => name === 'invitation-accepted')");
    const heard = (await page.evaluate('heard')) as [string, unknown][];
    expect(heard.filter(([name]) => name !== 'unread')).toEqual([
      ['ready', null],
      ['invitation-shown', { ruleId: null, text: 'Need help?' }],
      ['open', null],
      ['message', { from: 'visitor', text: 'Yes' }],
      ['invitation-accepted', null],
    ]);
    expect(await page.evaluate('goalpost.chat.state()')).toEqual({
      online: true,
      open: true,
      unread: 0,
      conversation: 'open',
    });
  });
});
