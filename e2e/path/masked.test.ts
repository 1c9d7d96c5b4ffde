/** Masking, proven by reading everything out. What was planted in hits and in the chat stands in no table and no file. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { attend, newKey, visit } from '../../packages/server/test/chat-client.ts';
import { PATIENCE_MS } from '../../packages/server/test/eventually.ts';
import { startServer, type TestServer } from '../../packages/server/test/start-server.ts';
import { createApi, type Api } from './api.ts';
import { sendFile } from './chat-file.ts';
import { findMarks, readOut } from './read-out.ts';
import { newVisitorId, ORDINARY_HEADERS, sendHit } from './wire.ts';

let server: TestServer;
let api: Api;
let counter: number;
beforeAll(async () => {
  server = await startServer();
  api = createApi(server.url, server.token);
  counter = await api.createCounter();
  await api.call('PUT', `/api/v1/counters/${counter}/chat/settings`, { settings: { enabled: true } });
});
afterAll(() => server.close());

interface Secret {
  /** As someone would write it. */
  readonly text: string;
  /** What of it may stand nowhere. */
  readonly marks: readonly string[];
}

/** Put together here, so that no scanner of repositories takes them for keys. */
const key = (...parts: string[]): string => parts.join('');
const JWT = key(
  'eyJhbGciOiJIUzI1NiJ9',
  '.eyJzdWIiOiIxMjM0NTY3ODkwIn0',
  '.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
);
const SERVICE = key('sk_live_', '4eC39HqLyjWDarjtT1zdp7dcMwQ2');

const EMAILS: readonly Secret[] = [
  { text: 'zelda.quirk@hidden.example', marks: ['zelda.quirk'] },
  { text: 'анна.тайная@почта.рф', marks: ['анна.тайная', encodeURIComponent('анна.тайная')] },
];
const PHONES: readonly Secret[] = [
  { text: '+7 (916) 555-12-34', marks: ['555-12-34', '5551234'] },
  { text: '89165557788', marks: ['9165557788'] },
  { text: '+442071838750', marks: ['2071838750'] },
];
const CARDS: readonly Secret[] = [
  { text: '4111 1111 1111 1111', marks: ['1111 1111', '1111%201111', '11111111'] },
  { text: '5500005555555559', marks: ['5500005555555559'] },
];
const TOKENS: readonly Secret[] = [
  { text: JWT, marks: ['dozjgNryP4J3jVm'] },
  { text: SERVICE, marks: ['4eC39HqLyjWDarj'] },
];
const ALL = [...EMAILS, ...PHONES, ...CARDS, ...TOKENS];
const marksOf = (secrets: readonly Secret[]): string[] => secrets.flatMap(({ marks }) => marks);

const once = encodeURIComponent;
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const inAscii = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
const twice = (text: string): string => once(once(text));

/** One request with the secret in one place of a hit, as the tag or any program would send it. */
async function hit(
  fields: Record<string, string>,
  kind = 'pv:1',
  title = 'Shop',
  referer = '',
): Promise<void> {
  const et = Math.floor(Date.now() / 1_000);
  const visitor = newVisitorId();
  const info = `${kind}:vf:public:v:25:et:${et}:rn:${visitor.slice(-7)}:u:${visitor}:s:1280x720x24:t:${title}`;
  const query = new URLSearchParams({ 'page-url': 'https://shop.example/', 'browser-info': info, ...fields });
  const answer = await fetch(`${server.url}/watch/${counter}`, {
    method: 'POST',
    headers: { ...ORDINARY_HEADERS, ...(referer === '' ? {} : { referer }) },
    body: query,
  });
  expect(answer.headers.get('x-goalpost')).toContain('stored');
}

const PLACES: Readonly<Record<string, (text: string) => Promise<void>>> = {
  'a query of the page': (text) => hit({ 'page-url': `https://shop.example/a?q=${once(text)}&x=1` }),
  'a name in the query': (text) => hit({ 'page-url': `https://shop.example/a?${once(text)}=1&x=2` }),
  'a query, escaped twice': (text) => hit({ 'page-url': `https://shop.example/a?q=${twice(text)}` }),
  'the path of the page': (text) => hit({ 'page-url': `https://shop.example/u/${once(text)}/orders` }),
  'the fragment of the page': (text) => hit({ 'page-url': `https://shop.example/a#/u?me=${once(text)}` }),
  'an address inside the address': (text) =>
    hit({ 'page-url': `https://shop.example/a?back=${once(`/login?who=${once(text)}`)}` }),
  'the referrer': (text) => hit({ 'page-ref': `https://from.example/?q=${once(text)}` }),
  'the header Referer': (text) => hit({}, 'pv:1', 'Shop', `https://shop.example/b?q=${once(text)}`),
  'the title': (text) => hit({}, 'pv:1', `Order of ${text}`),
  'params of the visit': (text) => hit({ 'site-info': JSON.stringify({ order: { by: text } }) }),
  'a name of params': (text) => hit({ 'site-info': JSON.stringify({ [text]: 1 }) }),
  'params of the visitor': (text) =>
    hit({ 'site-info': JSON.stringify({ __ymu: { group: text } }) }, 'pa:1:ar:1'),
  'params of a goal': (text) =>
    hit({ 'page-url': 'goal://shop.example/order', 'site-info': JSON.stringify({ by: text }) }, 'ar:1'),
  'params that were turned into text twice': (text) =>
    hit({ 'site-info': JSON.stringify(JSON.stringify({ order: { password: text } })) }),
  'params that are no JSON': (text) => hit({ 'site-info': `{order: {'who': '${text}', note: "${text}"` }),
  'prices of the page': (text) =>
    hit({ 'site-info': JSON.stringify({ __ym: { prices: { [text]: text, '#sum': `5 ${text}` } } }) }),
  'a purchase': (text) =>
    hit({
      'site-info': JSON.stringify({
        __ym: {
          ecommerce: [{ purchase: { actionField: { id: '1', coupon: text }, products: [{ name: text }] } }],
        },
      }),
    }),
  'a thread of another chat': (text) =>
    hit(
      { 'page-url': 'goal://shop.example/chat', 'site-info': JSON.stringify({ __ym: { chat: text } }) },
      'ar:1',
    ),
  'a form': (text) =>
    hit({ 'page-url': `form://shop.example/?i=order&n=${once(text)}&p=${once(text)}` }, 'ar:1'),
  'a download': (text) =>
    hit(
      { 'page-url': `https://shop.example/files/${once(text)}.pdf`, 'page-ref': 'https://shop.example/' },
      'dl:1',
    ),
  'the address of the page in params': (text) =>
    hit({ 'site-info': JSON.stringify({ at: `https://shop.example/?q=${twice(text)}` }) }),
  'JSON in params, its letters as escapes': (text) =>
    hit({
      'site-info': JSON.stringify({ a: JSON.stringify({ b: text }) }).replaceAll(/[^ -?A-~]/g, inAscii),
    }),
  // A number alone is that of an ad there [P7].
  'a mark of an advertising system': (text) =>
    hit({
      'page-url': `https://shop.example/?_openstat=${once(base64(`ads.example;1;ad of ${text.replace(/^8(?=\d{10}$)/, '+7')};top`))}`,
    }),
  'a referrer in the address': (text) =>
    hit({
      'page-url': `https://shop.example/?utm_referrer=${once(`https://from.example/?q=${once(text)}`)}`,
    }),
  'a query of another character set': (text) =>
    hit({ 'page-url': `https://shop.example/?q=%EF%EE%F7%F2%E0%20${once(text)}` }),
  'what the tag says of itself': (text) => hit({}, `pv:1:odd:of ${text}`),
  'a key that nobody knows': (text) => hit({ odd: text }),
  'a link that was followed': (text) =>
    hit(
      { 'page-url': `https://out.example/?q=${once(text)}`, 'page-ref': 'https://shop.example/' },
      'ln:1:ar:1',
    ),
};

it('[P1]–[P6] nothing that was planted in hits is in any table, part, journal, checkpoint or file', async () => {
  for (const place of Object.values(PLACES)) for (const { text } of ALL) await place(text);
  // Once while it waits in the journal, and once when it is in the store.
  const early = await readOut(server.dataDir);
  await server.flushed();
  const late = await readOut(server.dataDir);
  const found = [early, late].flatMap(({ tables, files }) => findMarks([...tables, ...files], marksOf(ALL)));
  expect([...new Set(found)]).toEqual([]);
  // They were there, and reports work with what is left.
  const hits = late.tables.find(({ place }) => place === 'analytics: hits')?.text ?? '';
  for (const word of ['(email)', '(phone)', '(card)', '(token)']) expect(hits).toContain(word);
  const health = await api.call<object>('GET', `/api/v1/counters/${counter}/health`);
  expect(JSON.stringify(health.body)).toContain('mask');
});

it('[P8] nor what was planted in the chat: cards anywhere, all else in addresses and titles', async () => {
  const { console: desk } = await attend(server.url, server.token);
  for (const { text } of ALL) {
    const { tab } = await visit(server.url, counter, {
      url: `https://shop.example/chat?q=${once(text)}`,
      referrer: `https://from.example/?who=${once(text)}`,
    });
    tab.send({
      type: 'page',
      page: { url: `https://shop.example/u/${once(text)}`, title: `Of ${text}`, referrer: '' },
    });
    tab.send({ type: 'ping' });
    await tab.next('pong');
    await tab.close();
  }
  for (const { text } of CARDS) {
    const { tab, secret } = await visit(server.url, counter);
    tab.send({ type: 'message', key: newKey(), text: `My card is ${text}, thanks`, fileId: null });
    const { message } = await tab.next('stored');
    const { conversationId } = message;
    tab.send({ type: 'custom', fields: [{ title: 'Card', content: text }] });
    tab.send({ type: 'attributes', attributes: { card: text } });
    tab.send({ type: 'contact', contact: { name: text } });
    tab.send({ type: 'typing', text });
    const fileId = await sendFile(server.url, counter, {
      secret,
      name: once(`card ${text}.txt`),
      text: 'a file of the test',
    });
    tab.send({ type: 'message', key: newKey(), text: `and ${text}`, fileId });
    await tab.next('stored');
    desk.send({ type: 'message', conversationId, key: newKey(), text: `Was it ${text}?`, fileId: null });
    desk.send({ type: 'note', conversationId, key: newKey(), text: `They said ${text}` });
    desk.send({ type: 'tags', conversationId, tags: [text] });
    desk.send({ type: 'contact', conversationId, contact: { name: text } });
    desk.send({ type: 'close', conversationId });
    await desk.next(
      'conversation',
      ({ conversation }) => conversation.id === conversationId && conversation.state === 'closed',
    );
    tab.send({ type: 'rate', rating: 5, comment: `charge ${text}` });
    tab.send({ type: 'ping' });
    await tab.next('pong');
    await tab.close();
  }
  await desk.close();
  await server.flushed();
  const { tables, files } = await readOut(server.dataDir);
  expect([...new Set(findMarks([...tables, ...files], marksOf(ALL)))]).toEqual([]);
  expect(tables.find(({ place }) => place.includes('messages'))?.text).toContain('(card)');
});

/** Bodies of those vendors that need no signature; each leaf that a person may fill is the secret. */
const WEBHOOKS: Readonly<Record<string, (text: string, visitor: string) => object>> = {
  chatwoot: (text, visitor) => ({
    event: 'message_created',
    message_type: 'incoming',
    content: text,
    conversation: {
      id: text,
      meta: { sender: { email: text, name: text, custom_attributes: { goalpost_visitor: visitor } } },
    },
  }),
  crisp: (text, visitor) => ({
    event: 'message:send',
    data: { session_id: text, content: text, user: { email: text, data: { goalpost_visitor: visitor } } },
  }),
  jivo: (text, visitor) => ({
    event_name: 'offline_message',
    offline_message_id: text,
    message: text,
    user_token: visitor,
    visitor: { email: text, name: text, phone: text },
  }),
  'live-helper-chat': (text, visitor) => ({
    event: 'chat_started',
    chat: { id: text, goalpost_visitor: visitor, nick: text, email: text },
  }),
  'rocket-chat': (text, visitor) => ({
    type: 'LivechatOfflineMessage',
    sentAt: new Date().toISOString(),
    visitor: { name: text, email: text, livechatData: { goalpost_visitor: visitor } },
    offlineMessage: text,
  }),
};

it('[P52] nor what webhooks of other chats bring, though some take a phone or an address for the id', async () => {
  const visitor = newVisitorId();
  await sendHit(server.url, { counter, visitor, pageUrl: 'https://shop.example/' });
  await server.flushed();
  let taken = 0;
  for (const [vendor, bodyOf] of Object.entries(WEBHOOKS)) {
    const path = `/api/v1/counters/${counter}/vendors/${vendor}/webhook`;
    const door = await api.call<{ url: string }>('PUT', path, { signing_secret: null });
    for (const { text } of ALL) {
      // A number alone is an order's in ids [P7].
      const sent = bodyOf(text.replace(/^8(?=\d{10}$)/, '+7'), visitor);
      const answer = await fetch(`${server.url}${new URL(door.body.url).pathname}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(sent),
      });
      expect([vendor, answer.status]).toEqual([vendor, 200]);
      taken += 1;
    }
  }
  await server.flushed();
  const { tables, files } = await readOut(server.dataDir);
  expect([...new Set(findMarks([...tables, ...files], marksOf(ALL)))]).toEqual([]);
  // Masked ids stay apart, so that each conversation counts for itself.
  const { text = '[]' } = tables.find(({ place }) => place === 'records: vendor_conversations') ?? {};
  const threads = (JSON.parse(text) as { vendor: string; thread: string }[]).map(
    (one) => `${one.vendor} ${one.thread}`,
  );
  expect([new Set(threads).size, threads.length]).toEqual([taken, taken]);
});

it('[P9] where masking is off, reading out finds them: the proof above can fail', async () => {
  const off = { counter: { masking: { on: false } } };
  expect((await api.call('PUT', `/management/v1/counter/${counter}`, off)).status).toBe(200);
  await PLACES['params of the visit']?.(EMAILS[0]?.text ?? '');
  await server.flushed();
  const found = async () => findMarks((await readOut(server.dataDir)).tables, ['zelda.quirk']).join();
  await expect.poll(found, { timeout: PATIENCE_MS }).toContain('analytics: hits');
});
