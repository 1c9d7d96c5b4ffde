import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TRAFFIC_SOURCES } from '../ports.ts';
import { hostOf } from '../../goals/index.ts';
import { parametersOf, pathOf } from './address.ts';
import { sourceOf } from './source-of.ts';

const SHOP = 'https://shop.example/';
const openstat = (mark: string) => Buffer.from(mark).toString('base64');

/** Query of the page, referrer, traffic source, engine. */
const CASES: readonly (readonly [query: string, referrer: string, source: string, engine: string])[] = [
  // Advertisements: by click id, by paid medium.
  ['gclid=x', 'https://www.google.com/', 'ad', 'google_ads'],
  ['wbraid=x', '', 'ad', 'google_ads'],
  ['gbraid=x', '', 'ad', 'google_ads'],
  ['yclid=1', 'https://yandex.ru/', 'ad', 'yandex_direct'],
  ['ymclid=1', '', 'ad', 'yandex_market'],
  ['msclkid=1', 'https://www.bing.com/', 'ad', 'microsoft_ads'],
  ['ttclid=1', '', 'ad', 'tiktok_ads'],
  ['twclid=1', 'https://t.co/x', 'ad', 'twitter_ads'],
  ['li_fat_id=1', '', 'ad', 'linkedin_ads'],
  ['rb_clickid=1', 'https://vk.com/', 'ad', 'vk_ads'],
  ['GCLID=x', '', 'ad', 'google_ads'],
  ['gclid=', '', 'direct', ''],
  ['utm_source=google&utm_medium=cpc&utm_campaign=x', '', 'ad', 'google_ads'],
  ['utm_source=yandex&utm_medium=cpc', 'https://yandex.ru/', 'ad', 'yandex_direct'],
  ['utm_source=Facebook&utm_medium=Paid_Social', 'https://l.facebook.com/', 'ad', 'meta_ads'],
  ['fbclid=x&utm_source=ig&utm_medium=paid', '', 'ad', 'meta_ads'],
  ['utm_source=somenet&utm_medium=display', '', 'ad', 'somenet'],
  ['utm_source=somenet&utm_medium=banner', '', 'ad', 'somenet'],
  ['utm_medium=retargeting', '', 'ad', ''],
  [
    `_openstat=${encodeURIComponent(openstat('direct.yandex.ru;1;2;yandex.ru:premium'))}`,
    '',
    'ad',
    'yandex_direct',
  ],
  ['_openstat=begun.ru;12;34;place', '', 'ad', 'begun.ru'],
  ['_openstat=rubbish', '', 'direct', ''],
  // QR codes.
  ['utm_medium=qr', '', 'qrcode', ''],
  ['utm_source=flyer&utm_medium=qr_code', '', 'qrcode', 'flyer'],
  ['yqrid=1', '', 'qrcode', 'yandex'],
  // E-mail.
  ['utm_source=newsletter&utm_medium=email', '', 'email', 'newsletter'],
  ['', 'https://mail.google.com/mail/u/0/', 'email', 'gmail'],
  ['', 'android-app://com.google.android.gm/', 'email', 'gmail'],
  ['', 'https://e.mail.ru/', 'email', 'mailru_mail'],
  ['', 'https://mail.yandex.ru/', 'email', 'yandex_mail'],
  // Messengers.
  ['', 'https://t.me/', 'messenger', 'telegram'],
  ['', 'https://web.telegram.org/k/', 'messenger', 'telegram'],
  ['', 'android-app://org.telegram.messenger/', 'messenger', 'telegram'],
  ['utm_source=telegram', '', 'messenger', 'telegram'],
  ['utm_source=tg&utm_medium=messenger', '', 'messenger', 'telegram'],
  ['', 'https://l.wl.co/', 'referral', 'l.wl.co'],
  ['', 'https://web.whatsapp.com/', 'messenger', 'whatsapp'],
  // Social networks.
  ['', 'https://vk.com/', 'social', 'vkontakte'],
  ['', 'https://away.vk.com/away.php', 'social', 'vkontakte'],
  ['', 'https://m.ok.ru/', 'social', 'odnoklassniki'],
  ['', 'https://l.facebook.com/', 'social', 'facebook'],
  ['fbclid=x', '', 'social', 'facebook'],
  ['', 'https://l.instagram.com/', 'social', 'instagram'],
  ['utm_source=instagram&utm_medium=social', '', 'social', 'instagram'],
  ['', 'https://t.co/abc', 'social', 'twitter'],
  ['', 'https://x.com/', 'social', 'twitter'],
  ['', 'https://netflix.com/', 'referral', 'netflix.com'],
  ['', 'https://www.linkedin.com/feed', 'social', 'linkedin'],
  ['', 'https://www.pinterest.co.uk/', 'social', 'pinterest'],
  ['', 'https://www.reddit.com/r/x', 'social', 'reddit'],
  ['', 'https://m.youtube.com/', 'social', 'youtube'],
  ['', 'https://www.tiktok.com/', 'social', 'tiktok'],
  // Recommendation systems and assistants.
  ['', 'https://dzen.ru/a/x', 'recommend', 'dzen'],
  ['', 'https://zen.yandex.ru/', 'recommend', 'dzen'],
  ['yzclid=1', '', 'recommend', 'dzen'],
  ['', 'https://trc.taboola.com/', 'recommend', 'taboola'],
  ['utm_source=outbrain', '', 'recommend', 'outbrain'],
  ['', 'https://news.google.com/', 'recommend', 'google_discover'],
  ['utm_source=chatgpt.com', '', 'recommend', 'chatgpt'],
  ['', 'https://www.perplexity.ai/', 'recommend', 'perplexity'],
  ['', 'https://gemini.google.com/', 'recommend', 'gemini'],
  // Search engines.
  ['', 'https://www.google.com/', 'organic', 'google'],
  ['', 'https://www.google.co.uk/', 'organic', 'google'],
  ['', 'https://www.google.com.tr/', 'organic', 'google'],
  ['', 'https://google.de/', 'organic', 'google'],
  ['', 'https://docs.google.com/', 'referral', 'docs.google.com'],
  ['', 'android-app://com.google.android.googlequicksearchbox/', 'organic', 'google'],
  ['', 'https://yandex.ru/search/?text=x', 'organic', 'yandex'],
  ['', 'https://yandex.kz/', 'organic', 'yandex'],
  ['', 'https://ya.ru/', 'organic', 'yandex'],
  ['ysclid=1', '', 'organic', 'yandex'],
  ['', 'https://www.bing.com/', 'organic', 'bing'],
  ['', 'https://duckduckgo.com/', 'organic', 'duckduckgo'],
  ['', 'https://go.mail.ru/search', 'organic', 'mailru'],
  ['', 'https://nova.rambler.ru/search', 'organic', 'rambler'],
  ['', 'https://m.baidu.com/', 'organic', 'baidu'],
  ['', 'https://search.yahoo.com/', 'organic', 'yahoo'],
  ['', 'https://r.search.yahoo.com/', 'organic', 'yahoo'],
  ['', 'https://www.ecosia.org/', 'organic', 'ecosia'],
  ['', 'https://search.brave.com/', 'organic', 'brave'],
  ['', 'https://www.startpage.com/', 'organic', 'startpage'],
  ['', 'https://www.qwant.com/', 'organic', 'qwant'],
  ['', 'https://search.naver.com/', 'organic', 'naver'],
  ['', 'https://search.seznam.cz/', 'organic', 'seznam'],
  ['utm_source=google', '', 'organic', 'google'],
  ['utm_source=gmb&utm_medium=organic', 'https://www.google.com/', 'organic', 'gmb'],
  ['utm_medium=organic', 'https://www.google.com/', 'organic', 'google'],
  // Own pages, other pages, nothing.
  ['', 'https://shop.example/cart', 'internal', ''],
  ['', 'https://www.shop.example/cart', 'internal', ''],
  ['', 'http://blog.shop.example:8080/post', 'internal', ''],
  ['', 'https://notshop.example/', 'referral', 'notshop.example'],
  ['', 'https://mirror.example/', 'internal', ''],
  ['utm_source=banner', 'https://shop.example/', 'internal', ''],
  ['', 'https://www.partner.example/x', 'referral', 'partner.example'],
  ['utm_source=partner', '', 'referral', 'partner'],
  ['utm_source=partner&utm_medium=referral', 'https://www.google.com/', 'referral', 'partner'],
  ['utm_referrer=https%3A%2F%2Fwww.google.com%2F', 'https://shop.example/', 'organic', 'google'],
  ['page=2', '', 'direct', ''],
  ['', '', 'direct', ''],
  ['', 'not an address', 'direct', ''],
];

describe('where a visit came from', () => {
  it.each(CASES)('[V14] ?%s from %s is %s %s', (query, referrer, trafficSource, engine) => {
    const page = query === '' ? SHOP : `${SHOP}?${query}`;
    const found = sourceOf(page, referrer, ['shop.example', 'mirror.example']);
    expect([found.trafficSource, found.sourceEngine]).toEqual([trafficSource, engine]);
    expect(found.isAdClick).toBe(trafficSource === 'ad');
  });

  it('[V14] the page of a network is the site itself, not a source', () => {
    for (const page of ['https://vk.com/shop', 'https://vk.com/shop?page=2']) {
      expect(sourceOf(page, 'https://vk.com/feed', []).trafficSource).toBe('internal');
    }
  });

  it('[V14] marks are decoded, cut at 255 characters, and found in the fragment, too', () => {
    const found = sourceOf(
      `${SHOP}#utm_source=Yandex&utm_medium=cpc&utm_campaign=%D0%9B%D0%B5%D1%82%D0%BE+2026&utm_term=${'x'.repeat(300)}&utm_content=%FF`,
      '',
      [],
    );
    expect(found).toMatchObject({
      trafficSource: 'ad',
      sourceEngine: 'yandex_direct',
      utmSource: 'Yandex',
      utmMedium: 'cpc',
      utmCampaign: 'Лето 2026',
      utmContent: '\ufffd',
      utmTerm: 'x'.repeat(255),
    });
  });

  it.each([
    [
      'https://yandex.ru/search/?text=%D0%BA%D1%80%D0%BE%D1%81%D1%81%D0%BE%D0%B2%D0%BA%D0%B8+nike',
      'кроссовки nike',
    ],
    ['https://www.bing.com/search?q=red+shoes', 'red shoes'],
    ['https://www.google.com/', ''],
    ['https://www.baidu.com/s?wd=x', 'x'],
  ])('the phrase of %s', (referrer, phrase) => {
    expect(sourceOf(SHOP, referrer, []).searchPhrase).toBe(phrase);
  });

  it('never throws, and always finds one of the known sources', () => {
    const text = fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(text, text, (page, referrer) => {
        const found = sourceOf(page, referrer, ['shop.example']);
        expect(TRAFFIC_SOURCES).toContain(found.trafficSource);
        expect(found.sourceEngine.length).toBeLessThanOrEqual(255);
      }),
    );
  });
});

describe('addresses', () => {
  it.each([
    ['https://www.Shop.Example:8080/a?b#c', 'shop.example', '/a'],
    ['http://user:pass@shop.example', 'shop.example', '/'],
    ['http://shop.example?x=/y', 'shop.example', '/'],
    ['http://shop.example#/y', 'shop.example', '/'],
    ['http://shop.example./x/', 'shop.example', '/x/'],
    ['http://[::1]:80/x', '[::1]', '/x'],
    ['android-app://com.x/', 'com.x', '/'],
    ['goal://shop.example/x', 'shop.example', '/x'],
    ['https://Пример.рф/x', 'xn--e1afmkfd.xn--p1ai', '/x'],
    [`https://${'a.'.repeat(150)}example/x`, '', '/x'],
    ['about:blank', '', ''],
    ['', '', ''],
    ['://x', '', ''],
  ])('%s', (address, host, path) => {
    expect(hostOf(address)).toBe(host);
    expect(pathOf(address)).toBe(path);
  });

  it('agree with the URL parser where it has a say', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const url = new URL(address);
        expect(hostOf(address)).toBe(url.hostname.replace(/^www\./, ''));
        expect(parametersOf(`${url.origin}/?A=b%20c&d`, new Set(['a', 'd']))).toEqual(
          new Map([['a', 'b c']]),
        );
      }),
    );
  });
});

describe('[W26] tags of addresses as they are really sent', () => {
  const tagsOf = (query: string) => {
    const { utmSource, utmMedium, utmCampaign, trafficSource } = sourceOf(`${SHOP}${query}`, '', []);
    return [utmSource, utmMedium, utmCampaign, trafficSource];
  };

  it.each(['&', '&amp;', '&AMP;', '&amp;amp;', '&#038;', '&#38;', '&#x26;', '&amp%3B'])(
    'parted by %s',
    (mark) => {
      const tags = ['utm_source=vkads', 'utm_medium=cpc', 'utm_campaign=x'];
      expect(tagsOf(`?${tags.join(mark)}`)).toEqual(['vkads', 'cpc', 'x', 'ad']);
      expect(tagsOf(`#${tags.join(mark)}`)).toEqual(['vkads', 'cpc', 'x', 'ad']);
      expect(tagsOf(`?a=1${mark}yclid=5`)[3]).toBe('ad');
    },
  );

  it('a name that only begins like an escape is itself, and values are not touched', () => {
    expect(tagsOf('?utm_source=a%26amp;b&amp=1&38;x=1&utm_medium=email')).toEqual([
      'a&amp;b',
      'email',
      '',
      'email',
    ]);
  });

  it('behind any number of other parameters', () => {
    expect(tagsOf(`?${'x=1&'.repeat(5_000)}utm_source=vkads&utm_medium=cpc`)[0]).toBe('vkads');
    expect(tagsOf(`?${'x'.repeat(60_000)}&utm_source=vkads`)[0]).toBe('vkads');
  });
});

describe('marks of a source', () => {
  const marksOf = (query: string, referrer = '') => {
    const { from, openstat: mark, profile, gclid } = sourceOf(`${SHOP}?${query}`, referrer, ['shop.example']);
    return { from, mark, profile, gclid };
  };
  const none = { from: '', mark: '', profile: '', gclid: false };

  it('[V45] are the tags `from`, `_openstat` and `gclid`, and the page of a network', () => {
    const mark = 'direct.yandex.ru;1;2;yandex.ru:premium';
    expect(marksOf(`from=letter&_openstat=${encodeURIComponent(openstat(mark))}`)).toEqual({
      ...none,
      from: 'letter',
      mark,
    });
    expect(marksOf('gclid=x')).toEqual({ ...none, gclid: true });
    expect(marksOf('gclid=&from=%20&_openstat=rubbish')).toEqual(none);
    expect(marksOf('', 'https://www.vk.com/club1?w=2')).toEqual({ ...none, profile: 'vk.com/club1' });
    expect(marksOf('', 'https://vk.com/')).toEqual(none);
    expect(marksOf('', 'https://www.google.com/search')).toEqual(none);
  });

  it('[V45] are short, whatever an address holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 900 }), (text) => {
        const said = encodeURIComponent(text.toWellFormed());
        const { from, mark, profile } = marksOf(
          `from=${said}&_openstat=a;b;c;${said}`,
          `https://vk.com/${text}`,
        );
        for (const one of [from, mark, profile]) expect(one.length).toBeLessThanOrEqual(255);
      }),
    );
  });
});
