/** What shops print for a currency, as data: one line each. Compared in lower case, without dots and spaces. */

export interface CurrencyWords {
  /** What the words may mean. */
  readonly codes: readonly string[];
  /** What they mean where nothing else tells; empty: that cannot be told. */
  readonly alone: string;
  readonly words: string;
}

const line = (codes: string, words: string): CurrencyWords => {
  const all = codes.replace('?', '').split(' ');
  return { codes: all, alone: codes.endsWith('?') ? '' : (all[0] ?? ''), words };
};

/** The first code is meant where nothing else tells, unless the codes end with `?`. */
export const CURRENCY_WORDS: readonly CurrencyWords[] = [
  line('RUB', '₽ rur росруб российскихрублей российскийрубль рубрф rubles roubles ruble rouble rubel'),
  line('RUB BYN', 'р руб рубль рубля рублей рубли рублях рублём рублі рублів rb p'),
  line('BYN', 'br byr byb белруб белоррублей белорусскихрублей'),
  line('UAH', '₴ грн гривна гривны гривен гривня гривні гривень hrn uak'),
  line('KZT', '₸ тг тнг тенге теңге tenge'),
  line('KGS', '⃀ сом сомы сома сомов'),
  line('UZS', "сум сумы сума сумов сўм so'm sum sumov"),
  line('KGS UZS?', 'som'),
  line('TJS', 'сомони сомон смн somoni'),
  line('TMT', 'тмт манаттмт tmm'),
  line('AZN', '₼ azm manat манат манаты маната манатов'),
  line('AMD', '֏ драм драмы драма драмов dram դր'),
  line('GEL', '₾ ლ лари lari'),
  line('MDL RON', 'lei leu лей лея леев lej ley l'),
  line('RON', 'rol'),
  line('EUR', '€ евро euro euros євро ευρώ evro'),
  line('USD CAD AUD NZD MXN ARS CLP COP HKD SGD TWD UYU BBD BSD JMD', '$'),
  line('USD', 'us$ $us usd$ u$s дол долл доллар доллары доллара долларов доларів долар dollar dollars bucks'),
  line('CAD', 'ca$ c$ $ca cad$ can$'),
  line('AUD', 'a$ au$ $au aud$'),
  line('NZD', 'nz$ $nz'),
  line('HKD', 'hk$ $hk'),
  line('SGD', 's$ sg$ $sg'),
  line('TWD', 'nt$ $nt'),
  line('MXN', 'mx$ $mx mex$ mxp'),
  line('ARS', 'ar$ $ar'),
  line('XCD', 'ec$ $ec'),
  line('BRL', 'r$ br$ reais real'),
  line('GBP EGP', '£'),
  line('GBP', 'uk£ £gb gb£ фунт фунты фунта фунтов фунтовстерлингов pounds pound stg'),
  line('EGP', 'e£ £e eg£ le جم'),
  line('CHF', 'fr sfr франк франки франка франков'),
  line('JPY CNY', '¥'),
  line('JPY', 'jp¥ ¥jp 円 йен йена йены иен иена иены yen'),
  line('CNY', 'cn¥ ¥cn 元 rmb юань юани юаня юаней yuan'),
  line('KRW', '₩ 원 вон вона воны won'),
  line('INR', '₹'),
  line('INR PKR LKR NPR MUR?', 'rs ₨'),
  line('PLN', 'zł zl złoty złotych złote злотых злотый злотые plz'),
  line('CZK', 'kč kc'),
  line('SEK NOK DKK ISK?', 'kr кр krona kronor kroner'),
  line('NOK', 'nkr'),
  line('DKK', 'dkr'),
  line('SEK', 'skr'),
  line('HUF', 'ft forint'),
  line('BGN', 'лв лева лев lv leva bgl'),
  line('RSD MKD DZD?', 'din дин'),
  line('RSD', 'динара динаров'),
  line('MKD', 'ден'),
  line('BAM', 'km'),
  line('ALL', 'lek lekë'),
  line('TRY', '₺ tl trl лир лира лиры türklirası'),
  line('ILS', '₪ nis шек шекелей шекель шекели шекеля'),
  line('VND', '₫ đ vnđ'),
  line('THB', '฿ baht бат баты бата батов'),
  line('MNT', '₮ төг төгрөг'),
  line('PHP', '₱'),
  line('NGN', '₦'),
  line('GHS', 'gh₵ ₵ ghc'),
  line('CRC', '₡'),
  line('PYG', '₲ gs'),
  line('PEN', 's/'),
  line('ZAR', 'r'),
  line('ZMW', 'zmk'),
  line('MZN', 'mzm'),
  line('VES', 'bss vef'),
  line('IDR', 'rp'),
  line('MYR', 'rm'),
  line('AED', 'dh dhs دإ дирхам дирхамы дирхама дирхамов'),
  line('SAR', '﷼ رس ⃁'),
  line('IRR', 'ریال'),
  line('XOF XAF', 'fcfa cfa'),
  line('XPF', 'fcfp cfpf'),
];

/** Hundredths of a currency, as in "1 999 руб. 90 коп.". */
export const MINOR_WORDS: ReadonlySet<string> = new Set(
  'коп копейка копейки копеек копійок копійки kop тиын тийин пяпік ¢ c cent cents ct cts цент цента центов gr grosz groszy pence p penny бани bani'.split(
    ' ',
  ),
);
