import { afterAll, beforeAll, expect, it } from 'vitest';
import { newKey } from '../../packages/server/test/chat-client.ts';
import { colleague } from './colleague.ts';
import { createConsoleStage, guest, log, ready, rowOf, type ConsoleStage } from './stage.ts';

let stage: ConsoleStage;
beforeAll(async () => {
  stage = await createConsoleStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

const DEPARTMENTS = [
  { id: 'sales', name: 'Sales' },
  { id: 'repairs', name: 'Repairs' },
];

async function save(counter: number, settings: Record<string, unknown>): Promise<void> {
  const answer = await stage.api.call('PUT', `/api/v1/counters/${counter}/chat/settings`, {
    settings: { enabled: true, ...settings },
  });
  expect(answer.status).toBe(200);
}

it('[C9] hands a conversation over to a colleague, those who are there first', async () => {
  const counter = await stage.counter({ name: 'Colleagues' });
  const anton = await colleague(stage, counter, 'Anton');
  const zoe = await colleague(stage, counter, 'Zoe');
  await save(counter, { operators: [{ id: zoe.id, name: 'Zoe of Sales' }], departments: DEPARTMENTS });
  const console = await zoe.attend();
  const page = await stage.open(`/counter/${counter}/chat/inbox`);
  await ready(page);
  const anna = await guest(stage, counter);
  await anna.write('Who knows shoes?');
  await rowOf(page, 'Who knows shoes?').click();
  await page.getByRole('button', { name: 'Assign' }).click();
  await page.getByRole('menuitem', { name: 'Sales 2 online' }).waitFor();
  const items = await page.getByRole('menuitem').allTextContents();
  expect(items).toEqual(['Zoe of Salesonline', 'Antonoffline', 'Sales2 online', 'Repairs2 online']);
  await page.getByRole('menuitem', { name: 'Zoe of Sales' }).click();
  const { conversation } = await console.next(
    'conversation',
    (event) => event.conversation.assignedTo?.id === zoe.id,
  );
  expect(conversation.assignedTo?.name).toBe('Zoe of Sales');
  await page.getByText('with Zoe of Sales').waitFor();
  await page.getByRole('button', { name: 'Take over' }).click();
  await log(page)
    .getByText(/took over the conversation/)
    .waitFor();
  expect(anton.email).toBe('anton@example.com');
});

it('lets the owner name the team and put it into departments', async () => {
  const counter = await stage.counter({ name: 'Naming' });
  const boris = await colleague(stage, counter, 'Boris');
  const page = await stage.open(`/counter/${counter}/settings/chat`);
  const his = page.getByRole('group', { name: boris.email });
  await his.getByRole('textbox', { name: 'Name' }).fill('Boris B.');
  await his.getByRole('textbox', { name: 'Position' }).fill('Repairs');
  await page.getByRole('button', { name: 'Add a department' }).click();
  await page.getByRole('textbox', { name: 'Name of the department' }).fill('Repairs');
  await page
    .getByRole('combobox', { name: 'Operators' })
    .or(page.getByRole('textbox', { name: 'Operators' }))
    .click();
  await page.getByRole('option', { name: `Boris B. (${boris.email})` }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Too long after' }).fill('30');
  await page.getByText('Must not be less than the first').waitFor();
  await page.getByRole('textbox', { name: 'Pressing after' }).fill('20');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  const { body } = await stage.api.call<{ settings: unknown }>(
    'GET',
    `/api/v1/counters/${counter}/chat/settings`,
  );
  expect(body.settings).toMatchObject({
    operators: [{ id: boris.id, name: 'Boris B.', title: 'Repairs' }],
    departments: [{ name: 'Repairs', members: [boris.id] }],
    waiting: { soon: 20, late: 30 },
  });
});

it('narrows the inbox to a department, its counts too', async () => {
  const counter = await stage.counter({ name: 'Narrow' });
  await save(counter, { departments: DEPARTMENTS });
  const page = await stage.open(`/counter/${counter}/chat/inbox`);
  await ready(page);
  const [anna, boris] = [await guest(stage, counter), await guest(stage, counter)];
  const key = newKey();
  anna.tab.send({ type: 'message', key, text: 'I want to buy', fileId: null, department: 'sales' });
  await anna.tab.next('stored', (event) => event.key === key);
  await boris.write('Anything');
  await rowOf(page, 'Anything').waitFor();
  const department = page.getByRole('combobox', { name: 'Department' });
  await department.selectOption('Sales');
  await rowOf(page, 'Anything').waitFor({ state: 'detached' });
  await rowOf(page, 'I want to buy').getByText('Sales').waitFor();
  const shows = page.getByRole('radiogroup', { name: 'Which conversations' });
  await shows.getByText('All').locator('..').getByText('1', { exact: true }).waitFor();
  expect(new URL(page.url()).searchParams.get('department')).toBe('sales');
  await department.selectOption('All departments');
  await rowOf(page, 'Anything').waitFor();
});

it('colours the waiting time by the counter’s own limits', async () => {
  const counter = await stage.counter({ name: 'Patience' });
  await save(counter, { waiting: { soon: 600, late: 1_200 } });
  const page = await stage.open(`/counter/${counter}/chat/inbox`);
  await ready(page);
  const anna = await guest(stage, counter);
  await anna.write('I can wait');
  const waits = rowOf(page, 'I can wait').locator('[data-late]');
  const after = async (seconds: number, late: string): Promise<void> => {
    await page.clock.setFixedTime(Date.now() + seconds * 1_000);
    await page.locator(`.gp-row [data-late="${late}"]`).waitFor();
    expect(await waits.getAttribute('data-late')).toBe(late);
  };
  await after(300, 'fine');
  await after(700, 'late');
  await after(1_300, 'tooLate');
});
