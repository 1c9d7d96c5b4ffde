import { expect, it } from 'vitest';
import { createAgentReader, readAgent } from './agent.ts';

const KHTML = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const WIN = `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${KHTML}`;
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const IPHONE = (os: string) => `Mozilla/5.0 (iPhone; CPU iPhone OS ${os} like Mac OS X) ${WEBKIT}`;
const ANDROID = (device: string) => `Mozilla/5.0 (Linux; ${device}) ${KHTML}`;

/** Agent string; category, browser, version, system, version. */
const CASES: readonly (readonly [string, string])[] = [
  [`${WIN} Chrome/142.0.0.0 Safari/537.36`, 'desktop Chrome 142.0 Windows 10'],
  [`${WIN} Chrome/140.0.0.0 YaBrowser/25.10.0.0 Safari/537.36`, 'desktop Yandex Browser 25.10 Windows 10'],
  [`${WIN} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`, 'desktop Edge 142.0 Windows 10'],
  [`${WIN} Chrome/64.0.3282.140 Safari/537.36 Edge/18.17763`, 'desktop Edge 18.17763 Windows 10'],
  [`${WIN} Chrome/140.0.0.0 Safari/537.36 OPR/124.0.0.0`, 'desktop Opera 124.0 Windows 10'],
  [`${WIN} Chrome/140.0.0.0 Safari/537.36 Vivaldi/7.6`, 'desktop Vivaldi 7.6 Windows 10'],
  [`${WIN} Chrome/136.0.7103.114 Atom/34.0.0.12 Safari/537.36`, 'desktop Atom 34.0 Windows 10'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0',
    'desktop Firefox 145.0 Windows 10',
  ],
  [
    `Mozilla/5.0 (Windows NT 6.1; Win64; x64) ${KHTML} Chrome/109.0.0.0 Safari/537.36`,
    'desktop Chrome 109.0 Windows 7',
  ],
  [
    'Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko',
    'desktop Internet Explorer 11.0 Windows 7',
  ],
  [`${MAC} ${WEBKIT} Version/18.6 Safari/605.1.15`, 'desktop Safari 18.6 macOS 10.15'],
  [`${MAC} ${KHTML} Chrome/142.0.0.0 Safari/537.36`, 'desktop Chrome 142.0 macOS 10.15'],
  [`Mozilla/5.0 (X11; Linux x86_64) ${KHTML} Chrome/142.0.0.0 Safari/537.36`, 'desktop Chrome 142.0 Linux '],
  [
    'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    'desktop Firefox 140.0 Linux ',
  ],
  [
    `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${KHTML} Chrome/141.0.0.0 Safari/537.36`,
    'desktop Chrome 141.0 ChromeOS ',
  ],
  [`${IPHONE('18_6')} Version/18.6 Mobile/15E148 Safari/604.1`, 'mobile Safari 18.6 iOS 18.6'],
  [`${IPHONE('18_6')} CriOS/142.0.7444.46 Mobile/15E148 Safari/604.1`, 'mobile Chrome 142.0 iOS 18.6'],
  [`${IPHONE('18_6')} FxiOS/144.0 Mobile/15E148 Safari/605.1.15`, 'mobile Firefox 144.0 iOS 18.6'],
  [
    `${IPHONE('17_7')} Version/17.0 EdgiOS/141.0.3537.57 Mobile/15E148 Safari/605.1.15`,
    'mobile Edge 141.0 iOS 17.7',
  ],
  [
    `${IPHONE('18_1')} Version/18.0 YaBrowser/24.12.3.432.10 SA/3 Mobile/15E148 Safari/604.1`,
    'mobile Yandex Browser 24.12 iOS 18.1',
  ],
  [
    `${IPHONE('18_1')} Version/16.0 YaApp_iOS/2411.0 YaApp_iOS_Browser/2411.0 Safari/604.1 SA/3 Mobile/15E148`,
    'mobile Yandex App 2411.0 iOS 18.1',
  ],
  [
    `${IPHONE('17_5_1')} GSA/319.0.641614187 Mobile/15E148 Safari/604.1`,
    'mobile Google Search 319.0 iOS 17.5',
  ],
  [
    `${IPHONE('17_5')} Version/17.5 Mobile/15E148 DuckDuckGo/7 Safari/605.1.15`,
    'mobile DuckDuckGo 7 iOS 17.5',
  ],
  [
    `${IPHONE('17_5')} Mobile/15E148 Instagram 330.0.3.29.109 (iPhone14,5; iOS 17_5; en_US)`,
    'mobile Instagram App 330.0 iOS 17.5',
  ],
  [`${IPHONE('17_5')} Mobile/15E148`, 'mobile Safari  iOS 17.5'],
  [
    `Mozilla/5.0 (iPad; CPU OS 17_6 like Mac OS X) ${WEBKIT} Version/17.6 Mobile/15E148 Safari/604.1`,
    'tablet Safari 17.6 iOS 17.6',
  ],
  [`${ANDROID('Android 10; K')} Chrome/142.0.0.0 Mobile Safari/537.36`, 'mobile Chrome 142.0 Android 10'],
  [`${ANDROID('Android 10; K')} Chrome/142.0.0.0 Safari/537.36`, 'tablet Chrome 142.0 Android 10'],
  [`${ANDROID('Android 12; SM-T870')} Chrome/120.0.0.0 Safari/537.36`, 'tablet Chrome 120.0 Android 12'],
  [
    `${ANDROID('Android 15; SM-S928B')} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
    'mobile Samsung Internet 28.0 Android 15',
  ],
  [
    `${ANDROID('Android 13; SAMSUNG SM-X200')} SamsungBrowser/21.0 Chrome/110.0.5481.154 Safari/537.36`,
    'tablet Samsung Internet 21.0 Android 13',
  ],
  [
    `${ANDROID('arm_64; Android 14; SM-A546E')} Chrome/138.0.0.0 YaBrowser/25.8.1.100.00 SA/3 Mobile Safari/537.36`,
    'mobile Yandex Browser 25.8 Android 14',
  ],
  [
    `${ANDROID('Android 10; VOG-L29')} Chrome/130.0.0.0 Mobile Safari/537.36 OPR/76.2.4027.73374`,
    'mobile Opera 76.2 Android 10',
  ],
  [
    `${ANDROID('Android 10; HD1913')} Chrome/142.0.7444.48 Mobile Safari/537.36 EdgA/142.0.3595.53`,
    'mobile Edge 142.0 Android 10',
  ],
  [
    'Opera/9.80 (Android; Opera Mini/36.2.2254/119.132; U; id) Presto/2.12.423 Version/12.16',
    'mobile Opera Mini 36.2 Android ',
  ],
  ['Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0', 'mobile Firefox 145.0 Android 15'],
  ['Mozilla/5.0 (Android 13; Tablet; rv:145.0) Gecko/145.0 Firefox/145.0', 'tablet Firefox 145.0 Android 13'],
  [
    `${ANDROID('U; Android 13; en-US; RMX3710')} Version/4.0 Chrome/100.0.4896.58 UCBrowser/13.7.8.1324 Mobile Safari/537.36`,
    'mobile UC Browser 13.7 Android 13',
  ],
  [
    `${ANDROID('Android 13; 2201117TG')} Version/4.0 Chrome/112.0.5615.136 Mobile Safari/537.36 XiaoMi/MiuiBrowser/14.13.0-gn`,
    'mobile MIUI Browser 14.13 Android 13',
  ],
  [
    `${ANDROID('Android 12; NOH-NX9; HMSCore 6.13.0.302')} Chrome/114.0.5735.196 HuaweiBrowser/15.0.4.312 Mobile Safari/537.36`,
    'mobile Huawei Browser 15.0 Android 12',
  ],
  [
    `${ANDROID('Android 14; Pixel 7 Build/UP1A; wv')} Version/4.0 Chrome/130.0.6723.58 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/486.0.0.66.70;]`,
    'mobile Facebook App 486.0 Android 14',
  ],
  [
    `${ANDROID('Android 13; KFTRWI')} Silk/120.4.1 like Chrome/120.0.6099.230 Safari/537.36`,
    'tablet Amazon Silk 120.4 Android 13',
  ],
  [
    `Mozilla/5.0 (SMART-TV; Linux; Tizen 6.0) ${KHTML} SamsungBrowser/4.0 Chrome/76.0.3809.146 TV Safari/537.36`,
    'tv Samsung Internet 4.0 Tizen 6.0',
  ],
  [
    `Mozilla/5.0 (Web0S; Linux/SmartTV) ${KHTML} Chrome/94.0.4606.128 Safari/537.36 WebAppManager`,
    'tv webOS Browser  webOS ',
  ],
  [
    `${ANDROID('Android 11; BRAVIA 4K VH2 Build/RTT2.210203.001')} Chrome/96.0.4664.104 Safari/537.36`,
    'tv Chrome 96.0 Android 11',
  ],
  [
    `${ANDROID('Andr0id 9; BRAVIA 4K GB')} Chrome/88.0 Safari/537.36 OPR/46.0.2207.0 OMI/4.22`,
    'tv Opera 46.0 Android 9',
  ],
  [
    `${ANDROID('Android 9; AFTMM Build/PS7624; wv')} Version/4.0 Chrome/100.0.4896.127 Mobile Safari/537.36`,
    'tv Chrome 100.0 Android 9',
  ],
  [
    `Mozilla/5.0 (PlayStation; PlayStation 5/2.26) ${WEBKIT} Version/13.0 Safari/605.1.15`,
    'desktop Safari 13.0 PlayStation 2.26',
  ],
  ['curl/8.5.0', 'desktop    '],
  ['', 'desktop    '],
];

it.each(CASES)('%s', (text, expected) => {
  const { category, browser, browserVersion, os, osVersion } = readAgent(text);
  expect(`${category} ${browser} ${browserVersion} ${os} ${osVersion}`).toBe(expected);
});

it('is remembered, and cut before it is read', () => {
  const read = createAgentReader();
  const chrome = `${WIN} Chrome/142.0.0.0 Safari/537.36`;
  expect(read(chrome)).toBe(read(chrome));
  expect(readAgent(`${'('.repeat(100_000)} Chrome/1`).category).toBe('desktop');
});
