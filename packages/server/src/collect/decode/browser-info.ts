/** The `browser-info` key of the wire [W3]: `key:value:key:value…`, with the title last as `t:`. */

/** Values as sent; an empty string where the key is absent. */
export interface BrowserInfo {
  /** Flags by which the kind of a hit is told [W4]. */
  view: boolean;
  artificial: boolean;
  params: boolean;
  notBounce: boolean;
  link: boolean;
  download: boolean;
  engagement: boolean;
  visitor: string;
  hid: string;
  rn: string;
  rqn: string;
  et: string;
  etms: string;
  ms: string;
  /** Of engagement: active seconds, and percent scrolled [V42]. */
  active: string;
  scrolled: string;
  screen: string;
  language: string;
  window: string;
  pixelRatio: string;
  zone: string;
  localTime: string;
  cookies: string;
  tagVersion: string;
  title: string;
}

type FlagKey = 'view' | 'artificial' | 'params' | 'notBounce' | 'link' | 'download' | 'engagement';
type TextKey = Exclude<keyof BrowserInfo, FlagKey | 'title'>;

const TEXTS: ReadonlyMap<string, TextKey> = new Map([
  ['u', 'visitor'],
  ['hid', 'hid'],
  ['rn', 'rn'],
  ['rqn', 'rqn'],
  ['et', 'et'],
  ['etms', 'etms'],
  ['ms', 'ms'],
  ['at', 'active'],
  ['sd', 'scrolled'],
  ['s', 'screen'],
  ['la', 'language'],
  ['w', 'window'],
  ['sk', 'pixelRatio'],
  ['z', 'zone'],
  ['i', 'localTime'],
  ['c', 'cookies'],
  ['v', 'tagVersion'],
]);

const FLAGS: ReadonlyMap<string, FlagKey> = new Map([
  ['pv', 'view'],
  ['ar', 'artificial'],
  ['pa', 'params'],
  ['nb', 'notBounce'],
  ['ln', 'link'],
  ['dl', 'download'],
  ['eng', 'engagement'],
]);

/** Unknown keys are ignored, the first of two wins, a broken tail is dropped. Never throws. */
export function readBrowserInfo(text: string): BrowserInfo {
  const info: BrowserInfo = {
    view: false,
    artificial: false,
    params: false,
    notBounce: false,
    link: false,
    download: false,
    engagement: false,
    visitor: '',
    hid: '',
    rn: '',
    rqn: '',
    et: '',
    etms: '',
    ms: '',
    active: '',
    scrolled: '',
    screen: '',
    language: '',
    window: '',
    pixelRatio: '',
    zone: '',
    localTime: '',
    cookies: '',
    tagVersion: '',
    title: '',
  };
  let seen = '';
  let from = 0;
  while (from < text.length) {
    const colon = text.indexOf(':', from);
    if (colon === -1) return info;
    const key = text.slice(from, colon);
    if (key === 't') {
      info.title = text.slice(colon + 1);
      return info;
    }
    let end = text.indexOf(':', colon + 1);
    if (end === -1) end = text.length;
    const place = TEXTS.get(key);
    if (place !== undefined) {
      if (info[place] === '') info[place] = text.slice(colon + 1, end);
    } else {
      const flag = FLAGS.get(key);
      if (flag !== undefined && !seen.includes(key)) {
        info[flag] = end - colon === 2 && text.charCodeAt(colon + 1) === 49;
        seen += `${key},`;
      }
    }
    from = end + 1;
  }
  return info;
}
