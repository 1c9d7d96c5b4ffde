/** A person's marks go out of what others wrote, and nothing else does. */
import { expect, it } from 'vitest';
import { mentionsOf } from './mentions.ts';

const ANN = {
  visitors: ['1764500000123456789'],
  people: ['p0001abcd'],
  conversations: ['c0ffee0123456789'],
  names: ['ann@shop.example', '+7 916 555-12-34', 'ann', 'client-1042'],
};
const clean = mentionsOf(ANN);

it.each([
  ["ym:s:clientID=='1764500000123456789'", "ym:s:clientID=='0'"],
  ["ym:s:clientID=.('5','1764500000123456789')", "ym:s:clientID=.('5','0')"],
  ["EXISTS ym:u:userID WITH (ym:u:userID=='ann')", "EXISTS ym:u:userID WITH (ym:u:userID=='(erased)')"],
  ["ym:pv:URL=*'*ann*'", "ym:pv:URL=*'*ann*'"],
  ["ym:u:userID=='annette'", "ym:u:userID=='annette'"],
  ["ym:s:paramsLevel2=='ANN@shop.example'", "ym:s:paramsLevel2=='(erased)'"],
  [String.raw`ym:pv:URL=~'ann@shop\.example'`, "ym:pv:URL=~'(erased)'"],
  ['name: Calls of ann@shop.example, expression', 'name: Calls of (erased), expression'],
  ['joann@shop.example wrote', 'joann@shop.example wrote'],
  ['ann@shop.examples', 'ann@shop.examples'],
  ['Rang 8 (916) 555 12 34? no: +7 916 5551234.', 'Rang 8 (916) 555 12 34? no: +(erased).'],
  ['client-1042 came twice, client-10420 once', '(erased) came twice, client-10420 once'],
  ['{"filters":"ym:s:clientID==\'1764500000123456789\'"}', '{"filters":"ym:s:clientID==\'0\'"}'],
  ['about c0ffee0123456789', 'about (erased)'],
  ['21764500000123456789', '21764500000123456789'],
  ['', ''],
])('[P34] %s', (text, cleaned) => expect(clean(text)).toBe(cleaned));

it('[P34] of a person without names nothing is taken out', () => {
  const none = mentionsOf({ visitors: [], people: [], conversations: [], names: [] });
  expect(none("ym:s:clientID=='1'")).toBe("ym:s:clientID=='1'");
});
