import { ChatSettings } from '@goalpost/contract/chat';
import { expect, it } from 'vitest';
import { savedSettings, upgraded } from './saved-settings.ts';
import { createSettingsBook } from './settings.ts';
import { createTestDocuments } from '../test-store.ts';

const SPAN = { days: [1, 2], from: '09:00', to: '18:00' };
const OLD = { timeZone: 'UTC', ...SPAN };
const NOW = { timeZone: 'UTC', spans: [SPAN] };

it('brings hours of one span into those of many, of departments too', () => {
  const saved = {
    enabled: true,
    color: '#123456',
    hours: OLD,
    departments: [
      { id: 'a', name: 'A', hours: OLD, members: ['ann'] },
      { id: 'b', name: 'B', hours: null, members: [] },
      { id: 'c', name: 'C', hours: NOW },
    ],
  };
  expect(savedSettings(saved)).toEqual({
    lost: [],
    settings: ChatSettings.parse({
      enabled: true,
      color: '#123456',
      hours: NOW,
      departments: [
        { id: 'a', name: 'A', hours: NOW, members: ['ann'] },
        { id: 'b', name: 'B', hours: null },
        { id: 'c', name: 'C', hours: NOW },
      ],
    }),
  });
});

it.each([[{ enabled: true }], [{ enabled: true, hours: null }], [{ hours: NOW, departments: [] }]])(
  'leaves %j as it is',
  (saved) => expect(upgraded(saved)).toEqual(saved),
);

it.each([[null], ['nonsense'], [{ enabled: 'perhaps' }], [{ departments: 7 }], [{ hours: { from: 1 } }]])(
  'takes %j for nothing saved',
  (saved) => expect(savedSettings(saved).settings).toEqual(ChatSettings.parse({})),
);

it('keeps what can be read, field by field, and says what could not', () => {
  const good = { id: 'a', name: 'A', members: ['ann'] };
  const { settings, lost } = savedSettings({
    enabled: true,
    color: 'red',
    side: 'left',
    texts: { en: { title: 'Hi', greeting: '', offlineText: '' }, de: { title: 5 } },
    departments: [{ id: 'x', name: '' }, good, { id: 'b', name: 'B', members: [7, 'bob'] }],
    waiting: { soon: 1, late: 90 },
    mail: { team: 'no address', answerAfter: 5 },
    unknown: 'field',
  });
  expect(settings).toEqual(
    ChatSettings.parse({
      enabled: true,
      side: 'left',
      texts: { en: { title: 'Hi', greeting: '', offlineText: '' } },
      departments: [good, { id: 'b', name: 'B', members: ['bob'] }],
      waiting: { late: 90 },
      mail: { answerAfter: 5 },
    }),
  );
  const places = new Set(lost.map((line) => line.split(':')[0]));
  for (const place of ['color', 'departments.0.name', 'texts.de.title', 'waiting.soon', 'mail.team'])
    expect(places).toContain(place);
  expect(lost.join()).not.toContain('no address');
});

it('gives up on a document that is nothing but faults', () => {
  const fields = Array.from({ length: 300 }, () => 7);
  const { settings, lost } = savedSettings({ enabled: true, fields });
  expect(settings).toEqual(ChatSettings.parse({}));
  expect(lost.at(-1)).toBe('everything: too many faults');
});

it('says so once for each counter, until it is something else', async () => {
  const documents = createTestDocuments();
  const said: object[] = [];
  let now = 0;
  const book = createSettingsBook(
    documents,
    { now: () => now },
    { warn: (fields) => void said.push(fields) },
  );
  await documents.save(5, 'settings', { enabled: true, color: 'red' });
  const read = async () => {
    now += 60_000;
    return (await book.get(5)).enabled;
  };
  expect([await read(), await read(), said.length]).toEqual([true, true, 1]);
  expect(said).toEqual([{ counterId: 5, why: expect.stringContaining('color: ') }]);
  await documents.save(5, 'settings', { enabled: true, side: 'up' });
  expect([await read(), said.length]).toEqual([true, 2]);
  await book.save(5, ChatSettings.parse({ enabled: true }));
  expect([await read(), said.length]).toEqual([true, 2]);
});
