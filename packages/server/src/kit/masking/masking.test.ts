import { describe, expect, it } from 'vitest';
import { createMasks, MASKING_DEFAULTS, type MaskingSettings } from './masks.ts';
import { maskCardsIn } from './shapes.ts';
import { faultOfName, faultOfShape } from './own-masks.ts';

const PAGE = 'https://shop.example/a';
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const HEX = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b';

function masksOf(settings: Partial<MaskingSettings> = {}) {
  const masks = createMasks({ ...MASKING_DEFAULTS, ...settings }, (value) => `m${value.length}`);
  const found: string[] = [];
  return {
    found,
    masks,
    address: (address: string, contact = false) =>
      masks.address(address, (kind) => void found.push(kind), contact),
    text: (text: string) => masks.text(text, (kind) => void found.push(kind)),
    params: (value: unknown) => masks.params(value, (kind) => void found.push(kind)),
  };
}

describe('an address', () => {
  it.each([
    ['[P2] an e-mail', '?x=ivan%40mail.ru', '?x=(email)'],
    ['[P2] one escaped twice', '?x=ivan%2540mail.ru', '?x=(email)'],
    ['[P2] one escaped four times', '?x=ivan%25252540mail.ru', '?x=(email)'],
    [
      '[P2] one in an address within',
      '?r=%2Flogin%3Fx%3Divan%2540mail.ru%26b%3D1',
      '?r=%2Flogin%3Fx%3D(email)%26b%3D1',
    ],
    ['[P2] one in the path', '/unsubscribe/ivan@mail.ru/now', '/unsubscribe/(email)/now'],
    ['[P2] one after the hash', '#/me?x=ivan@mail.ru', '#/me?x=(email)'],
    [
      '[P2] one in Cyrillic letters',
      '?x=%D0%B8%D0%B2%D0%B0%D0%BD@%D0%BF%D0%BE%D1%87%D1%82%D0%B0.%D1%80%D1%84',
      '?x=(email)',
    ],
    ['[P2] one without a name', '?ivan@mail.ru', '?(email)'],
    ['[P39] one whose @ is spelled', '?x=ivan(at)mail.ru', '?x=(email)'],
    ['[P39] one with spaces, escaped', '?x=ivan%20%28at%29%20mail.ru&y=1', '?x=(email)&y=1'],
    ['[P39] one with all of it spelled', '?x=ivan+[at]+mail+[dot]+ru', '?x=(email)'],
    [
      '[P39] one spelled in Russian',
      '?x=%D0%B8%D0%B2%D0%B0%D0%BD(%D1%81%D0%BE%D0%B1%D0%B0%D0%BA%D0%B0)mail.ru',
      '?x=(email)',
    ],
    ['[P39] one with an entity', '?x=ivan%26%2364%3Bmail.ru', '?x=(email)'],
    ['[P39] words in brackets are none', '?x=meet%20(at)%20noon', '?x=meet%20(at)%20noon'],
    [
      '[P5] a key of two parts',
      '?x=SG.abcdefghijklmnopqrstuv.abcdefghijklmnopqrstuvwxyz-abcdefghijklmnop',
      '?x=(token)',
    ],
    ['[P3] a phone', '?x=%2B79161234567', '?x=(phone)'],
    ['[P3] one in groups', '?x=8+(916)+123-45-67', '?x=(phone)'],
    ['[P3] eleven digits', '?x=79161234567', '?x=(phone)'],
    ['[P3] one from elsewhere', '?x=%2B44%2020%207946%200958', '?x=(phone)'],
    ['[P3] ten digits in groups', '?x=(415)%20555-2671', '?x=(phone)'],
    ['[P4] a card', '?x=4111111111111111', '?x=(card)'],
    ['[P4] one in groups', '?x=4111-1111-1111-1111', '?x=(card)'],
    ['[P4] one of Mir', '?x=2200+0000+0000+0004', '?x=(card)'],
    ['[P4] an American one', '?x=3782%20822463%2010005', '?x=(card)'],
    ['[P5] a web token', `?x=${JWT}`, '?x=(token)'],
    ['[P5] one in the path', `/reset/${JWT}`, '/reset/(token)'],
    ['[P5] a long secret', `?x=${HEX}`, '?x=(token)'],
    ['[P5] a key', '?x=sk_live_abcdefghijklmnop', '?x=(token)'],
    ['[P6] a name', '?token=1', '?token=(token)'],
    [
      '[P6] a name among words',
      '?customer%5BEmail%5D=x&userToken=y&billing_phone=1',
      '?customer%5BEmail%5D=(email)&userToken=(token)&billing_phone=(phone)',
    ],
    [
      '[P6] a Russian name',
      '?%D0%BF%D0%BE%D1%87%D1%82%D0%B0=x&телефон=1&пароль=2',
      '?%D0%BF%D0%BE%D1%87%D1%82%D0%B0=(email)&телефон=(phone)&пароль=(token)',
    ],
    ['[P6] one in Latin letters', '?pochta=x&familiya=y', '?pochta=(email)&familiya=(masked)'],
    ['[P6] one behind an entity', '?a=1&amp;token=2', '?a=1&amp;token=(token)'],
  ])('loses %s', (_name, sent, wanted) => {
    const { address, masks } = masksOf();
    expect(address(PAGE + sent)).toBe(PAGE + wanted);
    // Else the door would not ask for it [P10].
    expect(masks.mayHold(PAGE + sent)).toBe(true);
  });

  it.each([
    [
      '[P7] click ids',
      '?yclid=4111111111111111&gclid=EAIaIQobChMI1234567890abcdefXYZ_1a2B3c4D5e&fbclid=79161234567',
    ],
    [
      '[P7] campaign tags',
      '?utm_source=yandex&utm_medium=cpc&utm_campaign=79161234567&utm_content=17912345678',
    ],
    ['[P7] ids', '?order_id=79161234567&product_id=89991234567'],
    [
      '[P7] what is no phone',
      '?t=1700000000&ms=1700000000000&date=2024-01-15&price=1299.90&page=2&zip=101000',
    ],
    [
      '[P7] what is no token',
      '/catalog/best-2024-product-ever-long-name-something-else?x=550e8400-e29b-41d4-a716-446655440000',
    ],
    ['[P7] names that only hold such a word', '?tokenizer=1&compass=2&hotel=3&keyboard=4&author=5&discard=6'],
    ['[P7] empty values', '?email=&token='],
    ['[P7] broken escapes', '?x=%zz&y=%D0&z=100%'],
    ['[P7] letters as they were sent', '?q=%D0%BA%D1%80%D0%BE%D1%81%D1%81+%2B7&a=b%20c'],
  ])('keeps %s', (_name, sent) => {
    const { address, found } = masksOf();
    expect(address(PAGE + sent)).toBe(PAGE + sent);
    expect(found).toEqual([]);
  });

  it('[P7] loses a user and a password before the host', () => {
    expect(masksOf().address('https://ivan:secret@shop.example/x')).toBe('https://shop.example/x');
  });

  it.each([
    'tel:+74951234567',
    'mailto:info@shop.example',
    'https://wa.me/74951234567',
    'viber://chat?number=%2B74951234567',
  ])('[P7] that the page offers stays: %s', (link) => expect(masksOf().address(link, true)).toBe(link));
});

describe('parameters', () => {
  it('[P1] lose what is personal, at any depth', () => {
    const { params, found } = masksOf();
    expect(
      params({
        email: 'x',
        phone: 79161234567,
        a: [{ note: 'call +79161234567' }],
        n: 4111111111111111,
        ok: 5,
      }),
    ).toEqual({ email: '(email)', phone: '(phone)', a: [{ note: 'call (phone)' }], n: '(card)', ok: 5 });
    expect(found.toSorted()).toEqual(['card', 'email', 'phone', 'phone']);
  });

  it('[P7] keep ids apart that are masked', () => {
    expect(masksOf().params({ user_id: 'ivan@mail.ru', order_id: '79161234567' })).toEqual({
      user_id: '(email m12)',
      order_id: '79161234567',
    });
  });
});

describe('a text', () => {
  it.each([
    ['[P8] a card', 'my card is 4111 1111 1111 1111, ok?', 'my card is (card), ok?'],
    ['[P8] one after another number', 'order 1234 4111 1111 1111 1111', 'order 1234 (card)'],
    [
      '[P8] no card',
      'call 8 800 555 35 35 or 1234 5678 9012 3456',
      'call 8 800 555 35 35 or 1234 5678 9012 3456',
    ],
  ])('of the chat: %s', (_name, sent, wanted) => {
    expect(maskCardsIn(sent, () => undefined)).toBe(wanted);
  });
});

describe('[P38] signs of other scripts and of typography', () => {
  const SEPARATORS = [
    ' ',
    '-',
    '\u00a0',
    '\u2007',
    '\u2009',
    '\u202f',
    '\u2010',
    '\u2011',
    '\u2013',
    '\u2014',
    '\u2212',
    ' - ',
    ' – ',
  ];
  const ZEROS = ['0', '\uff10', '\u0660', '\u06f0'];
  const inScript = (text: string, zero: string) =>
    text.replace(/\d/g, (digit) => String.fromCharCode(zero.charCodeAt(0) + Number(digit)));
  const cases = ZEROS.flatMap((zero) =>
    SEPARATORS.flatMap((between): [text: string, kind: string][] => [
      [`+7 916 555${between}12${between}34`, 'phone'],
      [`8${between}(916)${between}555${between}12${between}34`, 'phone'],
      [`＋7${between}916${between}555${between}12${between}34`, 'phone'],
      ...(between.length > 1
        ? []
        : [['4111', '1111', '1111', '1111'].join(between)].map((card): [string, string] => [card, 'card'])),
    ]).map(([text, kind]): [string, string] => [inScript(text, zero), kind]),
  );

  it.each(cases)('%s is a %s, raw, escaped and in an address', (text, kind) => {
    const { masks, text: mask, address } = masksOf();
    const sentence = `Заказ — ${text}`;
    for (const raw of [
      sentence,
      encodeURIComponent(sentence),
      encodeURIComponent(encodeURIComponent(sentence)),
    ])
      expect([raw, masks.mayHoldText(raw)]).toEqual([raw, true]);
    expect(mask(sentence)).toMatch(new RegExp(`^Заказ [—-] ＋?\\(${kind}\\)$`));
    const page = `${PAGE}?q=${encodeURIComponent(text)}`;
    expect(masks.mayHold(page)).toBe(true);
    expect(decodeURIComponent(address(page)).replace('＋', '')).toBe(`${PAGE}?q=(${kind})`);
    if (kind === 'card') expect(maskCardsIn(sentence, () => undefined)).toMatch(/\(card\)$/);
  });

  it('are e-mail addresses, too, and stay as they are where nothing is masked', () => {
    const { masks, text, address } = masksOf();
    expect(masks.mayHoldText('zelda＠hidden.example')).toBe(true);
    expect(text('zelda＠hidden.example')).toBe('(email)');
    expect(address(`${PAGE}?q=${encodeURIComponent('zelda＠hidden.example')}`)).toBe(`${PAGE}?q=(email)`);
    for (const plain of ['Скидка 20 % — до 5–7 дней', '１２３４５', 'Размер 42–44', 'iPhone 15 — 128 ГБ'])
      expect(text(plain)).toBe(plain);
  });
});

describe("an owner's masks", () => {
  it('[P9] add names and shapes, and leave names alone', () => {
    const { address } = masksOf({ names: ['promo*', 'X'], keep: ['sid'], shapes: ['ORD-######', 'c*z!'] });
    expect(address(`${PAGE}?promoCode=1&x=2&sid=3&o=ord-123456&w=cooz!`)).toBe(
      `${PAGE}?promoCode=(masked)&x=(masked)&sid=3&o=(masked)&w=(masked)`,
    );
  });

  it.each(['*', 'a*', '**', '', 'a b', 'a&b', 'x'.repeat(101)])('[P9] refuse the name %j', (mask) => {
    expect(faultOfName(mask)).not.toBeNull();
  });

  it.each(['*', '##', 'a*', '* *', 'a*b*cde', 'x'.repeat(101)])('[P9] refuse the shape %j', (mask) => {
    expect(faultOfShape(mask)).not.toBeNull();
  });

  it('[P9] that are refused match nothing, should they be there', () => {
    expect(masksOf({ names: ['*'], shapes: ['*'] }).address(`${PAGE}?a=1`)).toBe(`${PAGE}?a=1`);
  });
});

describe('the quick look', () => {
  it.each([
    ['a plain address', `${PAGE}?color=red&size=42&utm_source=yandex`, false],
    ['an e-mail', `${PAGE}?x=i%2540mail.ru`, true],
    ['a phone', `${PAGE}?x=8+(916)+123-45-67`, true],
    ['a name', `${PAGE}?session=1`, true],
  ])('[P10] tells %s', (_name, address, may) => {
    const { masks } = masksOf();
    expect(masks.mayHold(encodeURIComponent(address))).toBe(may);
  });

  it('[P10] sees everything that an address loses', () => {
    const { masks, address } = masksOf();
    const names = [
      'email',
      'phone',
      'cvv',
      'iban',
      'jwt',
      'auth',
      'sid',
      'pin',
      'otp',
      'fio',
      'dob',
      'inn',
      'ssn',
      'snils',
    ];
    const all = [
      ...names,
      'passport',
      'csrf',
      'parol',
      'first_name',
      'api_key',
      'pass',
      'pan',
      'tel',
      'mobile',
      'почта',
      'инн',
    ];
    for (const name of all) {
      const sent = `${PAGE}?${encodeURIComponent(name)}=1`;
      expect([name, address(sent) !== sent, masks.mayHold(encodeURIComponent(sent))]).toEqual([
        name,
        true,
        true,
      ]);
    }
  });
});
