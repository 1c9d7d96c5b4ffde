/** Who made a phone or tablet, and its model, by the agent string. */

export interface Phone {
  readonly phoneMake: string;
  readonly phoneModel: string;
}

export const NO_PHONE: Phone = { phoneMake: '', phoneModel: '' };

const MAX_LENGTH = 40;

/** What stands behind Android's version, up to the build: `Android 13; SM-S911B Build/…)`. */
const ANDROID = /\bAndroid [\d.]+;(?: [a-z]{2}[-_][A-Za-z]{2};)? ?([^;)]{1,80})[;)]/;
/** Browsers that name no model say `K`, or only what kind of device it is. */
const NO_MODEL = /^(?:K|Mobile|Tablet|wv|U|rv:.*|Linux|arm.*)$/i;

/** Beginnings of models, and who makes them; the first that fits wins. */
const MAKES: readonly (readonly [beginning: RegExp, make: string])[] = [
  [/^(?:SM-|SAMSUNG|GT-[A-Z]|SGH-|SCH-|Galaxy)/i, 'Samsung'],
  [/^(?:Redmi|POCO|Mi[ -]|MIX|Xiaomi|M20\d\d|M21\d\d|2[0-4]\d{2,3}[A-Z0-9]{4,}|HM )/i, 'Xiaomi'],
  [/^(?:HUAWEI|[A-Z]{3}-(?:LX|AL|TL|L|NX|W)\d|MED-|VOG-|ELE-)/i, 'Huawei'],
  [/^(?:HONOR|[A-Z]{3}-(?:N|AN)\d)/i, 'Honor'],
  [/^(?:RMX\d|realme)/i, 'realme'],
  [/^(?:CPH\d|OPPO|P[A-H][A-Z]{2}\d0)/i, 'OPPO'],
  [/^(?:vivo|V\d{4}A?\b|I\d{4}\b)/i, 'vivo'],
  [/^(?:Infinix|X6\d\d|X5\d\d)/i, 'Infinix'],
  [/^(?:TECNO)/i, 'TECNO'],
  [/^(?:itel)/i, 'itel'],
  [/^(?:Pixel|Nexus)/i, 'Google'],
  [/^(?:ONEPLUS|NE2\d|LE2\d|IN20|KB20|HD19|GM19|AC20|DN21|EB21|BE20)/i, 'OnePlus'],
  [/^(?:moto|XT\d{4}|Motorola)/i, 'Motorola'],
  [/^(?:Nokia|TA-1\d|Lumia)/i, 'Nokia'],
  [/^(?:LM-|LG-|LGE|VS\d{3}|LG )/i, 'LG'],
  [/^(?:ZTE|BLADE|Blade)/i, 'ZTE'],
  [/^(?:ASUS|ZC\d|ZB\d|ZE\d|ZS\d|AI2\d)/i, 'ASUS'],
  [/^(?:Lenovo|TB-|TB\d|L\d{5}\b)/i, 'Lenovo'],
  [/^(?:SO-|SOV|XQ-|[A-I]\d{4}\b|Sony|Xperia)/i, 'Sony'],
  [/^(?:HTC|Desire)/i, 'HTC'],
  [/^(?:MEIZU|M\d{3}[A-Z]\b|meizu)/i, 'Meizu'],
  [/^(?:Alcatel|TCL|T\d{3}[A-Z])/i, 'TCL'],
  [/^(?:BV\d|Blackview)/i, 'Blackview'],
  [/^(?:DOOGEE)/i, 'DOOGEE'],
  [/^(?:Philips)/i, 'Philips'],
  [/^(?:BQ|BQ-)\d*/, 'BQ'],
  [/^(?:KF[A-Z]{2,}|AFT)/, 'Amazon'],
  [/^(?:Nothing|A063|A142|A065)/i, 'Nothing'],
];

/** @param vendor and `known` as the parser of agents has them, which knows Apple's */
export function phoneOf(agent: string, vendor: string | undefined, known: string | undefined): Phone {
  const sent = ANDROID.exec(agent)?.[1];
  const model = sent === undefined ? '' : (sent.split(' Build/', 1)[0] ?? '').trim().slice(0, MAX_LENGTH);
  if (model === '' || NO_MODEL.test(model)) return { phoneMake: vendor ?? '', phoneModel: known ?? '' };
  const make = MAKES.find(([beginning]) => beginning.test(model))?.[1] ?? vendor ?? '';
  return { phoneMake: make, phoneModel: model };
}
