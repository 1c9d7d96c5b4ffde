/** [G76] [G89] What the picker on the page may ask; nothing is kept of what is refused. */
import { expect, it } from 'vitest';
import { testCounter } from '../../counters/test-counter.ts';
import { createPickerLinks } from './links.ts';
import { createPicker } from './picker.ts';

const NOW = Date.parse('2026-03-12T09:00:00Z');
const links = createPickerLinks('key');
const linkOf = (type: 'price' | 'button') => links.issue(5, { type, lang: 'en' }, NOW).token;
const open = () =>
  createPicker({
    links,
    previewGoal: async () => {
      throw new Error('no goal is previewed here');
    },
    counters: { get: async () => testCounter() },
    clock: { now: () => NOW },
  });
const GOING_ON = new AbortController().signal;
const place = (value: string, type = 'selector') => ({ type, value });

it('[G89] says how a price is understood, and keeps the place that is used', async () => {
  const picker = open();
  const token = linkOf('price');
  const ask = (question: unknown) => picker.answer(5, token, JSON.stringify(question), GOING_ON);
  expect(await ask({ do: 'read', place: place('.total'), text: '49,90 €' })).toEqual({ read: '€49.90' });
  for (const text of ['on request', '', '1,999 to 2,999', 'x'.repeat(1_000)])
    expect(await ask({ do: 'read', place: place('.total'), text })).toEqual({ read: '' });
  expect(picker.chosen(token)).toBeNull();
  expect(await ask({ do: 'use', place: place(' DATA-Price ', 'data'), text: '' })).toEqual({ used: true });
  expect(picker.chosen(token)).toEqual({
    type: 'price',
    conditions: [],
    price_place: { type: 'data', value: 'data-price' },
  });
});

it('[G89] refuses places that no goal could name, other questions, and links for something else', async () => {
  const picker = open();
  const [price, button] = [linkOf('price'), linkOf('button')];
  const using = { do: 'use', place: place('.total'), text: '5' };
  const refused: [token: string, question: unknown][] = [
    ...['', ' ', 'b[', 'a::before', 'x'.repeat(201)].map((value): [string, unknown] => [
      price,
      { ...using, place: place(value) },
    ]),
    [price, { ...using, place: place('price', 'data') }],
    [price, { ...using, place: place('a.b', 'param') }],
    [price, { ...using, text: 'x'.repeat(2_000) }],
    [price, { ...using, do: 'count' }],
    [price, { do: 'use', conditions: [{ type: 'id', url: 'lead' }] }],
    [price, null],
    [price, 'use'],
    [button, using],
    [`${price}x`, using],
    ['', using],
  ];
  for (const [token, question] of refused) {
    const answer = await picker.answer(5, token, JSON.stringify(question), GOING_ON);
    expect(answer, JSON.stringify(question)).toEqual({ error: expect.stringMatching(/./) });
    expect(picker.chosen(token)).toBeNull();
  }
  expect(await picker.answer(6, price, JSON.stringify(using), GOING_ON)).toEqual({
    error: 'The link is not taken: other_counter.',
  });
});
