/** Search engines, as data: one row each. */
import type { System } from '../../goals/index.ts';

export interface SearchEngine extends System {
  /** Query parameters of its result pages that hold the phrase. */
  readonly phrases: readonly string[];
}

const engine = (
  id: string,
  name: string,
  hosts: readonly string[],
  phrases: readonly string[] = ['q'],
  aliases: readonly string[] = [],
): SearchEngine => ({ id, name, hosts, phrases, aliases });

export const SEARCH_ENGINES: readonly SearchEngine[] = [
  engine('google', 'Google', [
    '=google.*',
    '=m.google.*',
    '=images.google.*',
    '=lens.google.com',
    '=cse.google.com',
    '=com.google.android.googlequicksearchbox',
  ]),
  engine(
    'yandex',
    'Yandex',
    ['=yandex.*', '=ya.ru', '=m.yandex.*', '=images.yandex.*', '=video.yandex.*', '=ru.yandex.searchplugin'],
    ['text', 'query'],
    ['ya'],
  ),
  engine('bing', 'Bing', ['bing.com', '=com.microsoft.bing']),
  engine('duckduckgo', 'DuckDuckGo', ['duckduckgo.com', '=com.duckduckgo.mobile.android']),
  engine('mailru', 'Mail.ru', ['=go.mail.ru', '=nova.rambler.mail.ru'], ['q'], ['mail.ru', 'mail_ru']),
  engine('rambler', 'Rambler', ['=nova.rambler.ru', '=search.rambler.ru', '=rambler.ru'], ['query', 'words']),
  engine('yahoo', 'Yahoo', ['=yahoo.com', 'search.yahoo.com', '=search.yahoo.co.jp'], ['p', 'q']),
  engine('baidu', 'Baidu', ['baidu.com'], ['wd', 'word', 'kw']),
  engine('ecosia', 'Ecosia', ['ecosia.org']),
  engine('brave', 'Brave Search', ['=search.brave.com']),
  engine('startpage', 'Startpage', ['startpage.com'], ['query', 'q']),
  engine('qwant', 'Qwant', ['qwant.com']),
  engine('naver', 'Naver', ['naver.com'], ['query']),
  engine('daum', 'Daum', ['=search.daum.net']),
  engine('seznam', 'Seznam', ['=seznam.cz', '=search.seznam.cz']),
  engine('sogou', 'Sogou', ['sogou.com'], ['query', 'keyword']),
  engine('so360', '360 Search', ['=so.com', '=m.so.com']),
  engine('coccoc', 'Cốc Cốc', ['coccoc.com'], ['query', 'q']),
  engine('petal', 'Petal Search', ['=petalsearch.com'], ['query']),
  engine('ask', 'Ask', ['ask.com']),
  engine('aol', 'AOL', ['=search.aol.com'], ['q', 'query']),
  engine('kagi', 'Kagi', ['kagi.com']),
  engine('mojeek', 'Mojeek', ['mojeek.com']),
  engine('swisscows', 'Swisscows', ['swisscows.com'], ['query']),
  engine('presearch', 'Presearch', ['presearch.com', 'presearch.org']),
  engine('metager', 'MetaGer', ['metager.org', 'metager.de'], ['eingabe']),
  engine('sputnik', 'Sputnik', ['sputnik.ru']),
  engine('onet', 'Onet', ['=szukaj.onet.pl'], ['qt', 'q']),
  engine('ukrnet', 'UKR.NET', ['=search.ukr.net']),
  engine('tutby', 'TUT.BY', ['=search.tut.by'], ['query']),
];
