/** What the agent-string parser does not know, or calls otherwise; data, one row each. */

/** The parser's name → ours. */
export const BROWSER_NAMES: Readonly<Record<string, string>> = {
  'Microsoft Edge': 'Edge',
  'Samsung Internet for Android': 'Samsung Internet',
  'Opera Coast': 'Opera',
  'Opera Touch': 'Opera',
  'WebOS Browser': 'webOS Browser',
  Miui: 'MIUI Browser',
};

export const OS_NAMES: Readonly<Record<string, string>> = {
  'Chrome OS': 'ChromeOS',
  WebOS: 'webOS',
};

/** Browsers by a word of their own, with the version behind it; the first that fits wins. */
export const MORE_BROWSERS: readonly (readonly [word: RegExp, name: string])[] = [
  [/\bYaApp_(?:iOS|Android)(?:_Browser)?\/([\d.]+)/, 'Yandex App'],
  [/\bYaSearchBrowser\/([\d.]+)/, 'Yandex App'],
  [/\bHuaweiBrowser\/([\d.]+)/, 'Huawei Browser'],
  [/\bUCBrowser\/([\d.]+)/, 'UC Browser'],
  [/\bOpera Mini\/([\d.]+)/, 'Opera Mini'],
  [/\bOPiOS\/([\d.]+)/, 'Opera Mini'],
  [/\bAtom\/([\d.]+)/, 'Atom'],
  [/\b(?:DuckDuckGo|Ddg)\/([\d.]+)/, 'DuckDuckGo'],
  [/\bInstagram ([\d.]+)/, 'Instagram App'],
  [/\bFBA[NV]\/?[^;\]]*?([\d.]*)[;\]]/, 'Facebook App'],
  [/\bTelegram(?:-Android|Bot)?\/([\d.]+)/, 'Telegram App'],
  [/\b(?:musical_ly|BytedanceWebview|trill)[_/]([\d.]+)/, 'TikTok App'],
  [/\bVivoBrowser\/([\d.]+)/, 'Vivo Browser'],
  [/\bHeyTapBrowser\/([\d.]+)/, 'HeyTap Browser'],
  [/\bSputnikBrowser\/([\d.]+)/, 'Sputnik'],
];

/** Systems that the parser leaves out. */
export const MORE_SYSTEMS: readonly (readonly [word: RegExp, name: string])[] = [
  [/\bPlayStation (?:\d|Vita)[^\d]?([\d.]*)/, 'PlayStation'],
  [/\bXbox\b()/, 'Xbox'],
  [/\bNintendo (?:Switch|WiiU|3DS)\b()/, 'Nintendo'],
  [/\bHarmonyOS ?([\d.]*)/, 'HarmonyOS'],
  [/\bKAIOS\/([\d.]+)/, 'KaiOS'],
  [/\bAndr0id ([\d.]+)/, 'Android'],
];

/** Television sets and boxes. */
export const TELEVISION =
  /\b(?:SMART-TV|Smart-?TV|SmartTV|Web0S|NetCast|HbbTV|GoogleTV|Android TV|AndroidTV|AppleTV|CrKey|BRAVIA|AFT[A-Z]{1,4}|MiTV|MiBOX\w*|DTV|Roku|VIDAA|OMI\/[\d.]+|PhilipsTV)\b| TV Safari/;

/** Every system that a visit can come from: the parser's own, under our names, and those above. */
export const SYSTEMS_OF_AGENTS: readonly string[] = [
  ...new Set([
    ...[
      'Android',
      'Bada',
      'BlackBerry',
      'Chrome OS',
      'HarmonyOS',
      'iOS',
      'Linux',
      'macOS',
      'PlayStation 4',
      'Roku',
      'Tizen',
      'WebOS',
      'Windows',
      'Windows Phone',
    ].map((name) => OS_NAMES[name] ?? name),
    ...MORE_SYSTEMS.map(([, name]) => name),
  ]),
];
