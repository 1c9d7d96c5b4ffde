/** The demo shop's counter and its owner's goals, made through the public API. */
const COUNTER_ID = 10_000_001;

const GOALS = [
  {
    name: 'Order sent',
    type: 'action',
    is_favorite: 1,
    flag: 'order',
    conditions: [{ type: 'exact', url: 'order_sent' }],
  },
  {
    name: 'Left contacts in chat',
    type: 'action',
    conditions: [{ type: 'exact', url: 'Jivo_User_gave_contacts_during_chat' }],
  },
  { name: 'Opened the cart', type: 'url', conditions: [{ type: 'contain', url: '/cart' }] },
  {
    name: 'From a product to an order',
    type: 'step',
    steps: [
      { name: 'Product', type: 'url', conditions: [{ type: 'contain', url: '/product/' }] },
      { name: 'Cart', type: 'url', conditions: [{ type: 'contain', url: '/cart' }] },
      { name: 'Order', type: 'action', conditions: [{ type: 'exact', url: 'order_sent' }] },
    ],
  },
];

const TIME_ZONE = 'Europe/Belgrade';

/** Someone of the shop sells at any time; anyone who looks after orders has hours, shorter ones at weekends. */
const CHAT = {
  enabled: true,
  departments: [
    { id: 'sales', name: 'Choosing shoes' },
    {
      id: 'orders',
      name: 'Orders and returns',
      hours: {
        timeZone: TIME_ZONE,
        spans: [
          { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' },
          { days: [6, 7], from: '10:00', to: '15:00' },
        ],
      },
    },
  ],
};

const INVITATION = {
  name: 'Looking around',
  conditions: [
    { on: 'pages_seen', atLeast: 2 },
    { on: 'time_on_site', seconds: 30 },
    { on: 'online', is: true },
  ],
  texts: ['Looking for your size? Ask me, I see what is in stock.'],
  author: 'Mira',
  controlPercent: 20,
};

async function setChatUp(server: string, token: string): Promise<void> {
  const save = async (method: string, what: string, body: unknown): Promise<void> => {
    const response = await fetch(`${server}/api/v1/counters/${COUNTER_ID}/chat/${what}`, {
      method,
      headers: { authorization: `OAuth ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
  };
  await save('PUT', 'settings', { settings: CHAT });
  await save('POST', 'rules', { rule: INVITATION });
}

/** Makes what is missing; the same call again changes nothing. */
export async function createShopCounter(server: string, token: string): Promise<number> {
  const call = async (path: string, body: unknown): Promise<number> => {
    const response = await fetch(`${server}/management/v1/${path}`, {
      method: 'POST',
      headers: { authorization: `OAuth ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok && response.status !== 409) throw new Error(await response.text());
    return response.status;
  };
  const counter = {
    id: COUNTER_ID,
    name: 'Sneaker shop',
    site2: { site: 'shop.example' },
    mirrors2: [{ site: '127.0.0.1' }],
    currency: 'EUR',
    time_zone_name: TIME_ZONE,
  };
  const isNew = (await call('counters', { counter })) !== 409;
  if (isNew) for (const goal of GOALS) await call(`counter/${COUNTER_ID}/goals`, { goal });
  if (isNew) await setChatUp(server, token);
  return COUNTER_ID;
}
