/** What docs/vendors.md tells people to copy works as it is printed. */
import { readFileSync } from 'node:fs';
import { OUTCOME_NAMES, OUTCOME_SUFFIXES } from '@goalpost/contract/vendors/outcomes';
import { expect, it } from 'vitest';
import { goals, isGoal, setStage } from './stage.ts';

const stage = setStage();

const printed = readFileSync(new URL('../../docs/vendors.md', import.meta.url), 'utf8');
const [, lines = ''] = /## For vendors[^]*?```js\n([^]*?)```/.exec(printed) ?? [];
/** The document's own list of the names, and the goal that it promises. */
const [, said = ''] = /`event` is one of (.*?)\. /.exec(printed) ?? [];
const names = [...said.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
const [, promised = ''] = /this reports is `(\w+)`/.exec(printed) ?? [];

const told = (): string[] =>
  goals(stage.recorder.hits)
    .map(({ keys }) => (keys['page-url'] ?? '').replace('goal://127.0.0.1/', ''))
    .filter((goal) => goal !== 'settled');

it.each(['before the tag', 'after the tag', 'before and after it'])(
  '[W50] the lines for vendors, letter for letter, %s',
  async (when) => {
    const script = `<script>${lines}</script>`;
    stage.recorder.carry(['chats']);
    const page = await stage.open({
      ...(when === 'after the tag' ? {} : { head: script }),
      ...(when === 'before the tag' ? {} : { body: script }),
    });
    await stage.recorder.wait(1, isGoal);
    // The same event of the same conversation.
    await page.evaluate(lines);
    await stage.settled(page);
    expect(told()).toEqual([promised]);
    expect(stage.errors).toEqual([]);
  },
);

it('[W50] the lines for vendors do nothing where no tag is', async () => {
  const page = await stage.newPage();
  await page.setContent(`<script>${lines}</script>`);
  expect(await page.evaluate('goalpostChats.length')).toBe(1);
  expect(told()).toEqual([]);
});

it('[W50] each event that the document names makes the goal of its ending', async () => {
  expect(names).toEqual(OUTCOME_NAMES);
  stage.recorder.carry(['chats']);
  const page = await stage.open();
  for (const name of names) await page.evaluate(lines.replace("'started'", `'${name}'`));
  await stage.recorder.wait(names.length, isGoal);
  await stage.settled(page);
  expect(told().toSorted()).toEqual(
    OUTCOME_NAMES.map((name) => `YourName_${OUTCOME_SUFFIXES[name]}`).toSorted(),
  );
});
