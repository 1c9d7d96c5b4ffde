/** Tells in one pass that raw text certainly holds nothing to mask: most of it does not [P10]. */
import { createBeginnings } from './beginnings.ts';
import { ODD_BETWEEN, ODD_BY_ITSELF } from './folded.ts';
import { SPELLED_AT } from './spelled.ts';
import { words } from './words.ts';

/** Between two digits of a number, as they are or escaped. */
const GAP = String.raw`(?:[ ().+\-\u00A0]|%(?:25)*(?:2[0-9BbDd]|[Cc]2|[Aa][0Dd]|%)|${ODD_BETWEEN}){0,6}`;
/** Nine digits near each other, an @, long runs of letters and digits. */
const RUNS = String.raw`@|${ODD_BY_ITSELF}|${SPELLED_AT}|%(?:25){0,4}40|(?:\\|%(?:25)*5[Cc])u|\d(?:${GAP}\d){8}|[\w-]{32}`;
const TOKENS = words(
  'eyJ _live_ _test_ gho_ gho- ghp_ ghp- ghs_ ghs- ghu_ ghu- ghr_ ghr- github_pat npm_ npm- whsec glpat akia asia aiza xox sk-proj sk-ant sk-or-',
);
/** Beginnings of the words of `names.ts`. */
const NAMES = words(`
  mail pochta ejl phone tel mobil msisdn whatsapp card pan cvv cvc iban kart
  token jwt auth sess sid pass pwd secret sekret key otp pin credential
  signature srf parol name patronymic birth dob snils ssn inn fio familiya
  otchestvo pasport openstat
`);
/** Letters of any alphabet that names may be written in, as they are or escaped. */
const LETTERS = String.raw`[^\u0000-\u007f]|%(?:25)*[Dd][01]|%(?:25)*[46][0-9A-Fa-f]`;

/** What each look tells in the end. */
export const EXACTLY = {
  text: new RegExp([RUNS, ...TOKENS].join('|'), 'i'),
  named: new RegExp([RUNS, ...TOKENS, ...NAMES, LETTERS].join('|'), 'i'),
};
const beginsText = createBeginnings(TOKENS);
const beginsNamed = createBeginnings([...TOKENS, ...NAMES]);

/** Some seventy alternatives at each place are slow to try: one cheap pass rules them out for most texts. */
export const mayHold = (raw: string): boolean => beginsNamed(raw) && EXACTLY.named.test(raw);
export const mayHoldText = (raw: string): boolean => beginsText(raw) && EXACTLY.text.test(raw);
