/** Who visits the demo shop, with what, and where they come from: data for `visits.ts`. */

export interface Channel {
  readonly referrer: string;
  /** Query string of the landing address, with `{click}` for a click id. */
  readonly query: string;
  /** How likely, against the average, its visitors are to do something worth counting. */
  readonly eagerness: number;
}

const channel = (referrer: string, query = '', eagerness = 1): Channel => ({ referrer, query, eagerness });

export const CHANNELS: readonly (readonly [number, Channel])[] = [
  [24, channel('https://www.google.com/')],
  [15, channel('https://yandex.ru/search/?text=red+sneakers')],
  [3, channel('https://www.bing.com/search?q=running+shoes')],
  [2, channel('https://duckduckgo.com/')],
  [
    9,
    channel(
      'https://www.google.com/',
      'utm_source=google&utm_medium=cpc&utm_campaign=sneakers-autumn&utm_term=buy+sneakers&gclid={click}',
      1.7,
    ),
  ],
  [7, channel('https://yandex.ru/', 'utm_source=yandex&utm_medium=cpc&utm_campaign=brand&yclid={click}', 2)],
  [
    5,
    channel(
      'https://l.instagram.com/',
      'utm_source=instagram&utm_medium=social&utm_campaign=look-of-the-week',
      0.8,
    ),
  ],
  [4, channel('https://vk.com/', '', 0.9)],
  [
    3,
    channel('https://www.facebook.com/', 'utm_source=facebook&utm_medium=paid&utm_campaign=retargeting', 1.5),
  ],
  [3, channel('https://t.me/', 'utm_source=telegram&utm_medium=messenger&utm_campaign=channel', 1.3)],
  [4, channel('', 'utm_source=newsletter&utm_medium=email&utm_campaign=november', 1.8)],
  [2, channel('https://dzen.ru/', '', 0.5)],
  [3, channel('https://runnersworld.example/best-shoes')],
  [16, channel('', '', 1.2)],
];

export interface Device {
  readonly agent: string;
  readonly screen: string;
  readonly phone: boolean;
}

const phone = (agent: string, screen: string): Device => ({ agent, screen, phone: true });
const desktop = (agent: string, screen: string): Device => ({ agent, screen, phone: false });

export const DEVICES: readonly (readonly [number, Device])[] = [
  [
    26,
    phone(
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
      '412x915x24',
    ),
  ],
  [
    18,
    phone(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
      '390x844x32',
    ),
  ],
  [
    6,
    phone(
      'Mozilla/5.0 (Linux; Android 15; SM-S928B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
      '384x832x24',
    ),
  ],
  [
    24,
    desktop(
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
      '1920x1080x24',
    ),
  ],
  [
    8,
    desktop(
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 YaBrowser/25.10.0.0 Safari/537.36',
      '1536x864x24',
    ),
  ],
  [
    7,
    desktop(
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
      '1512x982x30',
    ),
  ],
  [
    5,
    desktop(
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0',
      '1920x1080x24',
    ),
  ],
  [
    4,
    desktop(
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
      '2560x1440x24',
    ),
  ],
];

export const PLACES: readonly (readonly [number, { readonly country: string; readonly language: string }])[] =
  [
    [46, { country: 'RU', language: 'ru-RU' }],
    [11, { country: 'KZ', language: 'ru-KZ' }],
    [9, { country: 'DE', language: 'de-DE' }],
    [8, { country: 'GB', language: 'en-GB' }],
    [7, { country: 'US', language: 'en-US' }],
    [6, { country: 'RS', language: 'sr-RS' }],
    [5, { country: 'TR', language: 'tr-TR' }],
    [4, { country: 'AM', language: 'hy-AM' }],
    [4, { country: 'FR', language: 'fr-FR' }],
  ];

export interface ShopPage {
  readonly path: string;
  readonly title: string;
}

export const ENTRANCES: readonly (readonly [number, ShopPage])[] = [
  [30, { path: '/', title: 'Sneaker shop' }],
  [22, { path: '/catalogue/running', title: 'Running shoes' }],
  [14, { path: '/catalogue/city', title: 'City sneakers' }],
  [12, { path: '/product/red-runner', title: 'Red Runner' }],
  [9, { path: '/product/blue-city', title: 'Blue City' }],
  [7, { path: '/sale', title: 'Sale' }],
  [6, { path: '/blog/how-to-choose', title: 'How to choose running shoes' }],
];

export const INNER_PAGES: readonly (readonly [number, ShopPage])[] = [
  [20, { path: '/catalogue/running', title: 'Running shoes' }],
  [16, { path: '/catalogue/city', title: 'City sneakers' }],
  [18, { path: '/product/red-runner', title: 'Red Runner' }],
  [14, { path: '/product/blue-city', title: 'Blue City' }],
  [9, { path: '/product/trail-king', title: 'Trail King' }],
  [10, { path: '/delivery', title: 'Delivery and payment' }],
  [13, { path: '/cart', title: 'Cart' }],
];

/** Share of visitors at each hour of the shop's day, 0 to 23. */
export const HOURS: readonly number[] = [
  6, 4, 3, 2, 2, 3, 6, 12, 22, 34, 42, 46, 48, 46, 45, 46, 48, 50, 54, 58, 60, 52, 34, 16,
];
