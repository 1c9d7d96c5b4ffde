/** Tells in one pass that raw text certainly holds nothing to mask: most of it does not [P10]. */
import { words } from './words.ts';

/** Between two digits of a number, as they are or escaped. */
const GAP = String.raw`(?:[ ().+\-\u00A0]|%(?:25)*(?:2[0-9BbDd]|[Cc]2|[Aa]0|%)){0,6}`;
/** Nine digits near each other, an @, what tokens begin with, long runs of letters and digits. */
const SHAPES = String.raw`@|%(?:25){0,4}40|\\u|\d(?:${GAP}\d){8}|[\w-]{32}|eyJ|_live_|_test_|gh[opsu][_-]|glpat|akia|asia|aiza|xox`;
/** Beginnings of the words of `names.ts`, and letters of any alphabet that they may be written in. */
const NAMES = words(String.raw`
  mail pochta ejl phone tel mobil msisdn whatsapp card pan cv[vc] iban kart
  token jwt auth sess sid pass pwd secret sekret key otp pin credential
  signature srf parol name patronymic birth dob snils ssn inn fio familiya
  otchestvo pasport [^\u0000-\u007f] %(?:25)*[Dd][01] %(?:25)*[46][0-9A-Fa-f]
`).join('|');

const TEXT = new RegExp(SHAPES, 'i');
const NAMED = new RegExp(`${SHAPES}|${NAMES}`, 'i');

export const mayHold = (raw: string): boolean => NAMED.test(raw);
export const mayHoldText = (raw: string): boolean => TEXT.test(raw);
