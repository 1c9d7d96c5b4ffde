/** Advertising systems, as data: one row each. */

export interface AdSystem {
  readonly id: string;
  readonly name: string;
  /** Query parameters of the page that its clicks leave: each alone makes the visit an advertisement's. */
  readonly clickIds: readonly string[];
  /** Values of `utm_source` that name it where the medium is a paid one. */
  readonly utmSources: readonly string[];
}

const system = (
  id: string,
  name: string,
  clickIds: readonly string[],
  utmSources: readonly string[] = [],
): AdSystem => ({ id, name, clickIds, utmSources });

export const AD_SYSTEMS: readonly AdSystem[] = [
  system(
    'google_ads',
    'Google Ads',
    ['gclid', 'wbraid', 'gbraid', 'gclsrc', 'dclid', 'gad_source', 'gad_campaignid'],
    ['google', 'adwords', 'google_ads', 'googleads', 'google-ads', 'gads'],
  ),
  system(
    'yandex_direct',
    'Yandex Direct',
    ['yclid'],
    [
      'yandex',
      'direct',
      'yandex_direct',
      'yandex-direct',
      'yandexdirect',
      'yandex.direct',
      'direct.yandex.ru',
      'ya',
      'yd',
      'ydirect',
    ],
  ),
  system('yandex_market', 'Yandex Market', ['ymclid'], ['market', 'yandex_market', 'yandexmarket']),
  system('microsoft_ads', 'Microsoft Advertising', ['msclkid'], ['bing', 'microsoft', 'bingads']),
  system(
    'vk_ads',
    'VK Ads',
    ['rb_clickid', 'vk_clickid'],
    ['vk', 'vkontakte', 'vk_ads', 'vkads', 'mytarget', 'my_target', 'target'],
  ),
  system(
    'meta_ads',
    'Meta Ads',
    [],
    ['facebook', 'fb', 'instagram', 'ig', 'meta', 'facebook_ads', 'meta_ads'],
  ),
  system('tiktok_ads', 'TikTok Ads', ['ttclid'], ['tiktok', 'tiktok_ads']),
  system('twitter_ads', 'X Ads', ['twclid'], ['twitter', 'x', 'twitter_ads']),
  system('linkedin_ads', 'LinkedIn Ads', ['li_fat_id'], ['linkedin', 'linkedin_ads']),
  system('pinterest_ads', 'Pinterest Ads', ['epik'], ['pinterest']),
  system('reddit_ads', 'Reddit Ads', ['rdt_cid'], ['reddit']),
  system('snapchat_ads', 'Snapchat Ads', ['sccid'], ['snapchat', 'snap']),
  system('telegram_ads', 'Telegram Ads', ['tgclid'], ['telegram', 'tg', 'telegram_ads', 'tgads']),
  system('quora_ads', 'Quora Ads', ['qclid'], ['quora']),
  system('taboola_ads', 'Taboola', ['tblci'], ['taboola']),
  system('outbrain_ads', 'Outbrain', ['dicbo', 'obclid'], ['outbrain']),
  system('criteo', 'Criteo', ['cto_pld'], ['criteo']),
  system('admitad', 'Admitad', ['admitad_uid'], ['admitad']),
  system('cityads', 'CityAds', ['click_id_cityads'], ['cityads']),
  system('actionpay', 'Actionpay', ['actionpay'], ['actionpay']),
  system('awin', 'Awin', ['awc'], ['awin']),
  system('impact', 'impact.com', ['irclickid'], ['impact']),
  system('cj', 'CJ', ['cjevent'], ['cj']),
  system('hybrid', 'Hybrid', [], ['hybrid']),
  system('avito', 'Avito Ads', [], ['avito', 'avito_ads']),
  system('ozon', 'Ozon', [], ['ozon']),
  system('2gis', '2GIS', [], ['2gis']),
  system('apple_search_ads', 'Apple Search Ads', [], ['apple', 'apple_search_ads']),
];

/** Click ids of systems that mark unpaid clicks too: what they say where nothing else does. */
export const RESULT_IDS: readonly {
  readonly parameter: string;
  readonly trafficSource: 'organic' | 'social' | 'recommend' | 'qrcode';
  readonly engine: string;
}[] = [
  { parameter: 'yqrid', trafficSource: 'qrcode', engine: 'yandex' },
  { parameter: 'yzclid', trafficSource: 'recommend', engine: 'dzen' },
  { parameter: 'ysclid', trafficSource: 'organic', engine: 'yandex' },
  { parameter: 'srsltid', trafficSource: 'organic', engine: 'google' },
  { parameter: 'fbclid', trafficSource: 'social', engine: 'facebook' },
  { parameter: 'igshid', trafficSource: 'social', engine: 'instagram' },
  { parameter: 'igsh', trafficSource: 'social', engine: 'instagram' },
];
