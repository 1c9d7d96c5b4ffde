/** A department through the real server: held to its own hours, and to the inbox it belongs to [C46]. */
import { expect, it } from 'vitest';
import { attend } from '../../packages/server/test/chat-client.ts';
import { dialog, log, message, openChat, send, write } from './stage.ts';
import { setWhole } from './whole.ts';

const whole = setWhole();

it('one that is closed has the form, and its message counts as left while nobody was there; the other has a chat', async () => {
  const tomorrow = (new Date().getUTCDay() % 7) + 1;
  const closed = { timeZone: 'UTC', spans: [{ days: [tomorrow], from: '23:58', to: '23:59' }] };
  const departments = [
    { id: 'sales', name: 'Sales' },
    { id: 'repairs', name: 'Repairs', hours: closed },
  ];
  const counter = await whole.counterWithChat({ fields: [], departments });
  const { console: operator } = await attend(whole.server.url, whole.server.token);
  const page = await (await whole.visitor(false, true)).newPage();
  try {
    await page.goto(whole.pageOf(counter));
    await openChat(page).click();
    const choice = page.getByRole('radiogroup', { name: 'Who should answer?' });
    await choice.getByText('Repairs').click();
    await dialog(page).getByText('Repairs is offline now.').waitFor();
    await dialog(page).getByRole('textbox', { name: 'E-mail' }).fill('ann@example.com');
    await message(page).fill('It is torn');
    await send(page).click();
    await log(page).getByText('Sent', { exact: true }).waitFor();
    const { conversation } = await operator.next(
      'conversation',
      (told) => told.conversation.lastText === 'It is torn',
    );
    expect(conversation).toMatchObject({ department: 'repairs', offline: true });

    operator.send({ type: 'close', conversationId: conversation.id });
    await page.getByRole('button', { name: '5 of 5' }).click();
    await choice.getByText('Sales').click();
    await write(page, 'Do you sell laces?');
    const next = await operator.next(
      'conversation',
      (told) => told.conversation.lastText === 'Do you sell laces?',
    );
    expect(next.conversation).toMatchObject({ department: 'sales', offline: false });
  } finally {
    await page.context().close();
    await operator.close();
  }
  await whole.server.flushed();
  expect(await whole.reached(counter)).toEqual({
    'Jivo auto-goal: customer opened chat': [1, 1, 1],
    'Jivo auto-goal: offline message': [1, 1, 1],
  });
});
