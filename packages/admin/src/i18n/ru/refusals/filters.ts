/** Refusals about the text of a filter. */
export const filters: Readonly<Record<string, string>> = {
  '"(" after {}': '«(» после {1}',
  '"," or ")"': '«,» или «)»',
  'AND, OR or the end': 'AND, OR или конец',
  'WITHIN takes a whole number of days from 1 to {}': 'WITHIN принимает целое число дней от 1 до {1}',
  'a condition has at most {} values': 'значений в условии — не больше {1}',
  'a day as YYYY-MM-DD, today, yesterday or NdaysAgo is needed, or a moment as YYYY-MM-DD hh:mm:ss':
    'нужен день вида ГГГГ-ММ-ДД, today, yesterday или NdaysAgo либо момент вида ГГГГ-ММ-ДД чч:мм:сс',
  'a dimension or a metric such as ym:s:browser': 'группировка или показатель, например ym:s:browser',
  'a filter has at most {} characters': 'знаков в фильтре — не больше {1}',
  'a filter has at most {} conditions with those of its segments':
    'условий в фильтре вместе с условиями его сегментов — не больше {1}',
  'a filter has at most {} conditions': 'условий в фильтре — не больше {1}',
  'a filter has at most {} sets with those of its segments':
    'групп «делал / не делал» в фильтре вместе с сегментами — не больше {1}',
  'a filter names at most {} different dimensions and metrics':
    'разных группировок и показателей в фильтре — не больше {1}',
  'a filter within a metric, […], is not supported': 'фильтр внутри показателя, […], не поддерживается',
  'a number is needed': 'нужно число',
  'a quote that is opened here is never closed': 'кавычка, открытая здесь, не закрыта',
  "a value in '…' or a number": "значение в '…' или число",
  'an operator': 'оператор',
  'brackets and NOT stand at most {} deep': 'скобки и NOT вкладываются не глубже {1}',
  'expected {}, found {}': 'ожидалось: {1}; найдено: {2}',
  'not a regular expression: {}': 'это не регулярное выражение: {1}',
  'null goes with == and != only': 'null сочетается только с == и !=',
  'one of {}': 'одно из {1}',
  'segment {} names itself': 'сегмент {1} ссылается на себя',
  'segment {}: {}': 'сегмент {1}: {2}',
  'segments stand at most {} deep in one another': 'сегменты вкладываются друг в друга не глубже {1}',
  'the end': 'конец',
  'the number of a segment is needed': 'нужен номер сегмента',
  'there are none': 'таких нет',
  'there is no segment {} of the counter': 'сегмента {1} у счётчика нет',
  'unexpected {}': 'лишнее {1}',
  '{} is a metric: it may stand only at the top, joined by AND':
    '{1} — показатель: он может стоять только на верхнем уровне, соединённый через AND',
  '{} is a metric: {} does not compare numbers': '{1} — показатель: {2} чисел не сравнивает',
  '{} is none of the values known here: {}': '{1} — не из известных значений: {2}',
  '{} knows only the operators == != =. !.': '{1} знает только операторы == != =. !.',
  '{} knows only the operators {}': '{1} знает только операторы {2}',
  '{} must be among the metrics of the request to filter by it':
    'чтобы отобрать по {1}, показатель должен быть в отчёте',
  '{} stand at most {} times in a filter': '{1} в фильтре — не больше {2} раз',
  '{}, character {}: {}': '{1}, знак {2}: {3}',
  '{}, item {}: {}': '{1}, номер {2}: {3}',
};
