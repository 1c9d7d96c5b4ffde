/** Names of parameters whose value is personal or secret, whatever it looks like [P6]. */
import type { MaskKind } from '@goalpost/contract/collection';
import { words } from './words.ts';

/** English, Russian, and Russian in Latin letters. A name is taken apart into words first. */
const WORDS: Readonly<Partial<Record<MaskKind, readonly string[]>>> = {
  email: [
    'email',
    'emails',
    'mail',
    'e-mail',
    'почта',
    'почты',
    'емейл',
    'емайл',
    'имейл',
    'мейл',
    'pochta',
    'emejl',
    'imejl',
  ],
  phone: words(`
    phone phones tel telephone mobile cellphone msisdn whatsapp телефон телефона тел мобильный
    telefon mobilnyj mobilny
  `),
  card: words(`
    card cardnumber creditcard cardno pan cvv cvc cvv2 cvc2 iban карта карты karta
    nomerkarty
  `),
  token: words(`
    token tokens jwt auth authorization session sessionid sid sessid phpsessid jsessionid
    password passwd pwd pass secret apikey otp pin passcode credential signature csrf xsrf
    пароль пароля токен секрет parol sekret пин
  `),
  name: words(`
    firstname lastname surname fullname middlename patronymic birthdate birthday dob
    passport snils ssn inn fio familiya otchestvo pasport фио фамилия отчество паспорт паспорта снилс
    инн деньрождения
  `),
};

/** Words that say it together, such as `access_key`. */
const PAIRS: ReadonlyMap<string, MaskKind> = new Map([
  ['e mail', 'email'],
  ['api key', 'token'],
  ['access key', 'token'],
  ['private key', 'token'],
  ['first name', 'name'],
  ['last name', 'name'],
  ['full name', 'name'],
  ['middle name', 'name'],
  ['birth date', 'name'],
  ['номер карты', 'card'],
  ['nomer karty', 'card'],
]);

const KIND_OF: ReadonlyMap<string, MaskKind> = new Map(
  Object.entries(WORDS).flatMap(([kind, listed]) => listed.map((word) => [word, kind as MaskKind] as const)),
);

/** Names of ids: numbers of theirs are no phones, and what is masked in them stays told apart. */
const ID_WORDS: ReadonlySet<string> = new Set([
  'id',
  'ids',
  'sku',
  'order',
  'orderid',
  'userid',
  'clientid',
  'transaction',
]);

const CLICK_IDS: ReadonlySet<string> = new Set(
  words(`
    gclid wbraid gbraid gclsrc dclid gad_source gad_campaignid yclid ymclid ysclid yzclid
    ttclid twclid tgclid qclid obclid dicbo fbclid msclkid li_fat_id rb_clickid mc_eid
    igshid srsltid epik sccid scclid rdt_cid clickid click_id erid _gl _ga _ym_uid
    mindbox-click-id vmcid rblid
  `),
);
/** `utm_referrer` is an address, and read as one. */
const CAMPAIGN = /^(?:utm_(?!referrer$)|pm_|mtm_|pk_|roistat)/;
const OPENSTAT = '_openstat';

/** `mark`: of `_openstat`, which may be in base64. */
export type NameRole = MaskKind | 'click' | 'campaign' | 'mark' | 'id' | null;

const ENTITY = /^(?:amp;|#0?38;|#x26;)+/i;
const BETWEEN_CASES = /([\p{Ll}\d])(\p{Lu})/gu;
const NO_WORD = /[^\p{L}\p{N}]+/u;
/** No parameter has a longer name. */
const LONGEST = 200;

/** What a name says of its value. */
export function roleOf(name: string): NameRole {
  const asked = name.slice(0, LONGEST).replace(ENTITY, '');
  const lower = asked.toLowerCase();
  if (CLICK_IDS.has(lower)) return 'click';
  if (CAMPAIGN.test(lower)) return 'campaign';
  if (lower === OPENSTAT) return 'mark';
  const whole = KIND_OF.get(lower);
  if (whole !== undefined) return whole;
  const parts = asked
    .replaceAll(BETWEEN_CASES, '$1 $2')
    .toLowerCase()
    .split(NO_WORD)
    .filter((word) => word !== '');
  let isId = false;
  for (const [place, word] of parts.entries()) {
    const kind = KIND_OF.get(word) ?? PAIRS.get(`${word} ${parts[place + 1] ?? ''}`);
    if (kind !== undefined) return kind;
    isId ||= ID_WORDS.has(word);
  }
  return isId ? 'id' : null;
}
