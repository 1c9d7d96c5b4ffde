/** A person's marks go out of what others wrote, and nothing else does. */
import { expect, it } from 'vitest';
import { mentionsOf } from './mentions.ts';

const ANN = {
  visitors: ['1764500000123456789'],
  people: ['p0001abcd'],
  conversations: ['c0ffee0123456789'],
  names: ['ann@shop.example', '+7 916 555-12-34', 'ann', 'client-1042', "o'neil@shop.example", 'Анна П'],
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
  ['Rang 8 (916) 555 12 34? no: +7 916 5551234.', 'Rang (erased)? no: +(erased).'],
  ['916-555-12-34, 007 916 555 12 34', '(erased), (erased)'],
  ['1234 916 555 12 34 and 19165551234567', '1234 (erased) and 19165551234567'],
  ["ym:pv:URL=@'/?mail=ann%40shop.example&a=1'", "ym:pv:URL=@'/?mail=(erased)&a=1'"],
  ['/go?to=%2Fa%3Fmail%3DAnn%2540shop.example and %41', '/go?to=/a?mail=(erased) and %41'],
  ['?filters=ym%3As%3AclientID%3D%3D%271764500000123456789%27', '?filters=ym:s:clientID==%270%27'],
  ['?filters=ym%3Au%3AuserID%3D%3D%27ann%27', '?filters=ym:u:userID==%27(erased)%27'],
  ['{"a":"?u=%D0%90%D0%BD%D0%BD%D0%B0%27"}', '{"a":"?u=%D0%90%D0%BD%D0%BD%D0%B0%27"}'],
  ['?f=%27%D0%90%D0%BD%D0%BD%D0%B0%20%D0%9F%27&b', '?f=%27(erased)%27&b'],
  [String.raw`ym:u:userID=='o\'neil@shop.example'`, "ym:u:userID=='(erased)'"],
  ['phone=%2B7%20916%20555-12-34&tel=%207(916)5551234', 'phone=+(erased)&tel=%20(erased)'],
  ['joann%40shop.example', 'joann%40shop.example'],
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
