/** Refusals about what is asked of reports. */
export const reports: Readonly<Record<string, string>> = {
  '{}, item {}: {} cannot be asked beside others: {}':
    '{1}, № {2}: {3} нельзя спросить вместе с другими: {4}',
  'costs are known by day and UTM marks alone': 'расходы известны только по дням и UTM-меткам',
  'ids: costs are known of the whole counter, and your access is limited':
    'расходы известны по всему счётчику, а ваш доступ ограничен',
  '"last_ad" is answered at /api/v1/attribution': 'на модель «last_ad» отвечает /api/v1/attribution',
  'about: an action is needed, such as {"type":"chat"}': 'about: нужно действие, например {"type":"chat"}',
  'after: this is no place in the list; take it from `next`':
    'after: такого места в списке нет; возьмите его из `next`',
  'attribution: {} is known in tables, charts and drill-downs, and at /api/v1/attribution':
    'атрибуция {1} есть в таблицах, графиках, при раскрытии строк и в /api/v1/attribution',
  'callback: {}': 'callback: {1}',
  'a path of plain identifiers is needed, such as app.show': 'нужен путь из простых имён, например app.show',
  'it needs a token; a session alone is not enough': 'для этого нужен токен, одного входа мало',
  'a list of 1 to {} rows is needed': 'нужен список строк, от одной до {1}',
  'a list of ids is needed: texts, numbers or null': 'нужен список значений: тексты, числа или null',
  'each row must be a list of ids: texts, numbers or null':
    'каждая строка — список значений: тексты, числа или null',
  'dimensions, item {}: {} cannot be asked together with {}':
    'группировка {1}: {2} нельзя взять вместе с {3}',
  'dimensions, item {}: {} has not one value a visit, and goals cannot be shared out by it':
    'группировка {1}: у {2} в визите не одно значение, и цели по ней не распределить',
  'dimensions: a drill-down needs at least one': 'чтобы раскрыть строку, нужна хотя бы одна группировка',
  'dimensions: at most one is possible here': 'группировка здесь возможна только одна',
  'dimensions: at most {}': 'группировок — не больше {1}',
  'dimensions: journeys are not broken down': 'пути не разбиваются по группировкам',
  'dimensions: one dimension is needed': 'нужна одна группировка',
  'dimensions: retention is not broken down': 'удержание не разбивается по группировкам',
  'dimensions: {} has not one value a visit': 'у группировки {1} в визите не одно значение',
  'filters: a regular expression is too large': 'регулярное выражение в фильтре слишком велико',
  'filters: attribution knows no conditions on metrics': 'атрибуция не знает условий на показатели',
  'filters: conditions on metrics choose no visits': 'условия на показатели визитов не выбирают',
  'filters: there are no conditions on metrics here': 'условий на показатели здесь не бывает',
  'goal_id: there is no goal {}': 'цели {1} нет',
  'group: more than {} intervals; choose longer ones':
    'на графике вышло бы больше {1} точек; выберите интервал длиннее',
  'ids: at least one counter number is needed': 'нужен номер хотя бы одного счётчика',
  'at most {} counters': 'счётчиков — не больше {1}',
  'at most {} names, found {}': 'названий — не больше {1}, а передано {2}',
  'at most {}': 'не больше {1}',
  'limit: a whole number from 1 to 100 is needed': 'limit: нужно целое число от 1 до 100',
  'metric: one count or sum is needed, such as ym:s:visits; rows of a rate do not add up to it':
    'нужно количество или сумма, например ym:s:visits; строки доли в неё не складываются',
  'metrics, item {}: {} cannot be shared out; reaches of goals and revenue can':
    'показатель {1}: {2} распределить нельзя; можно достижения целей и доход',
  'metrics: at least one metric or a preset is needed': 'нужен хотя бы один показатель или готовый отчёт',
  'not JSON': 'это не JSON',
  'not understood': 'не разобрать',
  'offset: a chart has no pages; see top_keys': 'offset: у графика нет страниц; см. top_keys',
  'parent_id: at most {} ids, one less than dimensions, found {}':
    'parent_id: значений — не больше {1}, на одно меньше, чем группировок; передано {2}',
  "sort, item {}: {} is not among the request's metrics and dimensions":
    'сортировка {1}: {2} нет среди показателей и группировок запроса',
  'step: nobody is lost after the last step': 'после последнего шага никто не теряется',
  'steps: a JSON list of steps is needed': 'нужен список шагов',
  'there is no step before the first': 'перед первым шагом ничего нет',
  'unit: the period has more than {} of them; choose longer ones or fewer days':
    'интервалов в периоде больше {1}; возьмите интервал длиннее или меньше дней',
  'unknown model {}': 'неизвестная модель {1}',
  'unknown report {}': 'неизвестный отчёт {1}',
  'report {} cannot be known here: {}': 'отчёт {1} здесь узнать нельзя: {2}',
  'unknown {} {}': 'неизвестно: {1!} {2}',
  metric: 'показатель',
  dimension: 'группировка',
  'window: {} is no time such as 30m, 12h or 7d, of at most {} days':
    'окно: {1} — не срок вида 30m, 12h или 7d, не больше {2} дней',
  'age, gender and interests of visitors are not collected':
    'возраст, пол и интересы посетителей не собираются',
  'articles of publishers are not collected': 'статьи изданий не собираются',
  'browsers do not tell whether they block advertising': 'браузеры не сообщают, блокируют ли они рекламу',
  'experiments are made and kept by another service': 'эксперименты ведёт и хранит другая служба',
  'files of cities do not tell districts': 'в базе городов нет районов',
  'files of cities do not tell how large they are': 'в базе городов нет их размера',
  'it is told by an account at an advertising system alone': 'это знает только кабинет рекламной системы',
  'network addresses are not kept [W15]': 'сетевые адреса не хранятся [W15]',
  '{} is a metric, and one action has none': '{1} — показатель, а у одного действия их нет',
  '{} is named twice': '{1} назван дважды',
  '{} is neither YYYY-MM-DD nor today, yesterday or NdaysAgo':
    '{1} — не день вида ГГГГ-ММ-ДД и не today, yesterday или NdaysAgo',
  '{} is neither true nor false': '{1} — не true и не false',
  '{} is none of auto, {}': '{1} — не auto и ничего из списка: {2}',
  '{} is none of {}': '{1} — ничего из списка: {2}',
  '{} is not a counter number': '{1} — не номер счётчика',
  '{} is not a whole number from 1 to {}': '{1} — не целое число от 1 до {2}',
  '{} is not a whole number from {} to {}': '{1} — не целое число от {2} до {3}',
  '{} is not the number of a segment': '{1} — не номер сегмента',
  '{} is not three capital letters': '{1} — не три заглавные буквы',
  '{} is not ±hh:mm': '{1} — не ±чч:мм',
  '{} {} cannot be known here: {}': '{1!} {2} здесь узнать нельзя: {3}',
  '{}, item {}: {} is of {}, and the question of {}':
    '{1}, номер {2}: {3} считают по {4!}, а отчёт — по {5!}',
  visits: 'визитам',
  costs: 'расходам',
  'page views': 'просмотрам страниц',
  events: 'событиям',
  downloads: 'загрузкам',
  'user params': 'параметрам посетителей',
  '{}: a comparison knows no conditions on metrics': 'сравнение не знает условий на показатели ({1})',
  '{}: a number from 1 to {} is needed': '{1}: нужно число от 1 до {2}',
  '{}: only names that start with {} are known here':
    '{1}: здесь известны только названия, которые начинаются с {2}',
  '{}: shares know no conditions on metrics': 'при распределении по визитам условий на показатели нет ({1})',
  '{}: there is no goal {}': '{1}: цели {2} нет',
  '{}: there is no segment {} of the counter': 'Сегмента {2} у счётчика нет',
  '{}: {} is after {}, {}': '{1}: {2} позже, чем {3}, {4}',
  '{}: {} is none of {}': '{1}: {2} — ничего из списка: {3}',
};
