/** Events of other vendors' chats that an owner has named without code [W60]. */
import { expect, it } from 'vitest';
import { chatsPage } from './chats-page.ts';
import { isGoal, setStage } from './stage.ts';

const stage = setStage();
const { told, open } = chatsPage(stage);

it('[W49] [W60] events that the owner has named count, and vendors that are switched off do not', async () => {
  stage.recorder.choose({
    off: ['tawk'],
    own: [
      ['click', '.call-me', 'Envybox_Callback_requested', ''],
      ['click', '..broken', 'Envybox_Form_sent', ''],
      ['message', 'quiz-done', 'marquiz-finish', 'quiz.example'],
      ['message', 'sent', 'Callibri_Form_sent', 'https://one.example'],
      ['message', 'own', 'RedHelper_Form_sent', ''],
      ['data-layer', 'lead', 'AmoCRM_Form_sent', ''],
      ['data-layer', 'chat', 'Envybox_Client_initiate_chat', ''],
    ],
  });
  const page = await open(
    `<script>window.Tawk_API = {}; window.dataLayer = [null, 5, { event: "lead" }];
      // What comes a minute later is not the same again [C115].
      const now = Date.now; let later = 0; Date.now = () => now() + (later += 60_001)</script>`,
    ['own'],
  );
  await page.evaluate(`document.body.innerHTML = '<b class="call-me">Call</b>'; dataLayer.push({ event: 'lead' });
    const say = (type, ...origins) => origins.forEach((origin) => dispatchEvent(new MessageEvent('message', { origin, data: { type } })));
    say('quiz-done', 'https://evil.example', 'https://notquiz.example', 'null', '', 'https://a.quiz.example');
    say('sent', 'https://evil.example', 'http://one.example', 'https://a.one.example', 'https://one.example');
    say('own', 'https://evil.example', 'https://evil.example.', location.origin);
    for (const data of ['{"type":"own"}', '{"event":"own"}', 'own', '{"own":1}', '"own', 'null', '[]', null, 7]) dispatchEvent(new MessageEvent('message', { origin: location.origin, data }));
    for (let n = 0; n < 3; n++) dataLayer.push({ event: 'chat' }, { event: 'lead' });
    dispatchEvent(new CustomEvent('tawkChatMessageVisitor'))`);
  await page.click('.call-me');
  await stage.recorder.wait(13, isGoal);
  await stage.settled(page);
  expect(told()).toEqual([
    'AmoCRM_Form_sent',
    'AmoCRM_Form_sent',
    'marquiz-finish',
    'Callibri_Form_sent',
    // An object, its JSON by type and by event, and a text.
    ...Array.from({ length: 4 }, () => 'RedHelper_Form_sent'),
    'AmoCRM_Form_sent',
    'Envybox_Client_initiate_chat',
    'AmoCRM_Form_sent',
    'AmoCRM_Form_sent',
    'Envybox_Callback_requested',
  ]);
});

it('[C115] what is told twice of one press counts once, and again a minute later', async () => {
  stage.recorder.choose({
    own: [
      ['click', '.call-me', 'Envybox_Callback_requested', ''],
      ['click', '.chat', 'Envybox_Window_opened', ''],
      ['message', 'done', 'marquiz-finish', ''],
      ['data-layer', 'lead', 'AmoCRM_Form_sent', ''],
    ],
  });
  const page = await open(
    '<script>let later = 0; const now = Date.now; Date.now = () => now() + later</script>',
    ['own'],
  );
  const press = async (): Promise<void> => {
    await page.evaluate(`document.body.innerHTML = '<b class="call-me">Call</b><b class="chat">Chat</b>'`);
    await page.dblclick('.call-me');
    await page.dblclick('.chat');
    await page.evaluate(
      `for (const n of [1, 2]) { dataLayer.push({ event: 'lead' }); dispatchEvent(new MessageEvent('message', { origin: location.origin, data: 'done' })) }`,
    );
  };
  const again = ['AmoCRM_Form_sent', 'Envybox_Callback_requested', 'marquiz-finish'];
  await press();
  await stage.settled(page);
  expect(told().toSorted()).toEqual([...again, 'Envybox_Window_opened'].toSorted());
  await page.evaluate('later = 61_000');
  await press();
  await stage.settled(page);
  expect(told().toSorted()).toEqual([...again, ...again, 'Envybox_Window_opened'].toSorted());
});
