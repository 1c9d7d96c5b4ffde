/** Refusals about sites and their settings. */
export const counters: Readonly<Record<string, string>> = {
  '"counter.site2" is missing.': 'Не указан адрес сайта.',
  '"counter.{}" is not changed by this request. {}': 'Этот запрос не меняет «{1}». {2}',
  'All counters here are of the type "simple".': 'Все счётчики здесь одного типа: «simple».',
  'Counters are deleted by DELETE and restored by POST …/undelete.':
    'Счётчики удаляют запросом DELETE и восстанавливают запросом POST …/undelete.',
  'Counters have no labels here.': 'Меток у счётчиков здесь нет.',
  'Did you mean "{}"?': 'Может быть, «{1}»?',
  'Goals are made by POST /management/v1/counter/{counterId}/goals.':
    'Цели создают запросом POST /management/v1/counter/{counterId}/goals.',
  'Grants are given by POST /management/v1/counter/{counterId}/grants.':
    'Доступ дают запросом POST /management/v1/counter/{counterId}/grants.',
  'Known: {}.': 'Есть: {1}.',
  'Only a deleted counter can be purged: delete it first.':
    'Окончательно стереть можно только удалённый счётчик: сначала удалите его.',
  'The counter number {} is taken.': 'Номер счётчика {1} уже занят.',
  'The number of a counter stays as it is.': 'Номер счётчика не меняется.',
  'There are no filters of counters here.': 'Фильтров счётчиков здесь нет.',
  'There are no measurement tokens here.': 'Токенов Measurement Protocol здесь нет.',
  'There are no operations of counters here.': 'Операций счётчиков здесь нет.',
  'There is no counter {}.': 'Счётчика {1} нет.',
  'There is no field {}. {}': 'Поля {1} нет. {2}',
  'There is no such browser.': 'Такого браузера нет.',
  'There is no such counter.': 'Такого счётчика нет.',
  'There is no such erasure.': 'Такого удаления данных нет.',
  'There is no such vendor.': 'Такого чата нет в списке.',
  'Nothing is kept of such a person on this counter.': 'О таком человеке этот счётчик ничего не хранит.',
  'Wrong value of "counter.{}": {}.': 'Неверное значение «{1}»: {2}.',
  'Wrong value of "{}": it says something else than "counter.{}". Send one of them.':
    'Значение «{1}» расходится с «{2}». Передайте одно из них.',
  'a CSS selector such as .chat-button is needed': 'нужен CSS-селектор, например .chat-button',
  'a currency is three capital letters of ISO 4217, such as USD':
    'валюта — три заглавные буквы по ISO 4217, например USD',
  'a network address or a range such as 203.0.113.0/24 is needed':
    'нужен сетевой адрес или диапазон, например 203.0.113.0/24',
  'a rate is a number above 0, at least {}': 'курс — число больше нуля, не меньше {1}',
  'a rate is at most {}': 'курс — не больше {1}',
  'a table has at most {} rates': 'курсов в таблице — не больше {1}',
  'An address that begins with https:// is needed.': 'Нужен адрес, который начинается с https://.',
  'The address leads into a private network, where rates may not be fetched.':
    'Адрес ведёт в частную сеть, оттуда курсы не загружаются.',
  'Rates of this counter are fetched from nowhere.': 'Курсы этого счётчика ниоткуда не загружаются.',
  'Rates were fetched too often. Wait a minute.': 'Курсы загружались слишком часто. Подождите минуту.',
  'The counter has no upload {}.': 'У счётчика нет загрузки {1}.',
  'A counter has at most {} uploads. Delete old ones first.':
    'У счётчика может быть не больше {1} загрузок. Сначала удалите старые.',
  'At most {} files an hour are taken.': 'Принимаем не больше {1} файлов в час.',
  'A counter has at most {} uploads of costs. Delete old ones first.':
    'Загрузок расходов у счётчика — не больше {1}. Сначала удалите старые.',
  'At most {} files of costs an hour are taken.': 'Принимается не больше {1} файлов с расходами в час.',
  'The counter has no upload of costs {}.': 'Загрузки расходов {1} у счётчика нет.',
  'The file is empty.': 'Файл пуст.',
  'file: {}': 'Файл: {1}',
  'line {}: a quote has no end, or text stands behind it':
    'строка {1}: кавычка не закрыта, или после неё стоит текст',
  'line {}: {}': 'строка {1}: {2}',
  'line {}, {}: {}': 'строка {1}, {2}: {3}',
  'a file has at most {} MB': 'в файле не больше {1} МБ',
  'a file has at most {} lines': 'в файле не больше {1} строк',
  'the file is not in UTF-8': 'файл не в кодировке UTF-8',
  'it has a NUL character': 'в нём есть символ NUL',
  'the file has no lines below its first one': 'в файле нет строк, кроме первой',
  'the lines of a file are about at most {} days together': 'строки файла вместе — не больше чем о {1} днях',
  'there is no column {}; known: {}': 'столбца {1} нет; есть: {2}',
  'the column {} stands there twice': 'столбец {1} указан дважды',
  'at most {} characters are taken': 'не больше {1} знаков',
  '1 or 0 is needed': 'нужны 1 или 0',
  'a whole number of seconds is needed, 0 or more': 'нужно целое число секунд, 0 или больше',
  'Unix seconds since 2000 are needed, such as 1772359507':
    'нужны секунды Unix начиная с 2000 года, например 1772359507',
  'it lies in the future': 'это время ещё не наступило',
  'a sum such as 1500.00 is needed, 0 or more, and a currency such as EUR':
    'нужна сумма вида 1500.00, 0 или больше, и валюта, например EUR',
  'the line names no person: one of {} is needed': 'в строке не назван посетитель: нужен один из {1}',
  "a visitor's number is needed, as ym(…, 'getClientID') gives it":
    "нужен номер посетителя, какой даёт ym(…, 'getClientID')",
  "the identifier of a goal's event is missing": 'не указан идентификатор события цели',
  'the messenger is missing, such as Telegram': 'не указан мессенджер, например Telegram',
  'the number of the order is missing': 'не указан номер заказа',
  'one of {} is needed': 'нужно одно из: {1}',
  'the column {} is missing': 'нет столбца {1}',
  'the source is missing: costs are known by UTM marks': 'не указан источник: расходы привязаны к UTM-меткам',
  'a sum such as 12.34 is needed, 0 or more and at most {}': 'нужна сумма вида 12.34, от 0 до {1}',
  'a whole number is needed, 0 or more and at most {}': 'нужно целое число от 0 до {1}',
  'a day such as 2026-01-31 is needed, or two of them parted by /':
    'нужен день вида 2026-01-31 или два дня через /',
  'days from {} to {} are taken': 'принимаются дни с {1} по {2}',
  'at most {} days stand in one line': 'в одной строке — не больше {1} дней',
  'the form has no part "file"': 'в форме нет части «file»',
  'at least one currency is needed': 'нужна хотя бы одна валюта',
  'at most {} currencies are fetched': 'загружается не больше {1} валют',
  'rates are fetched in {}': 'курсы загружаются в валюте {1}',
  'the currency {} is named twice': 'валюта {1} названа дважды',
  'your own rates are in {}': 'ваши собственные курсы указаны в {1}',
  '{} is the currency that rates are kept in': '{1} — валюта, в которой хранятся курсы',
  'an IANA time zone such as Europe/Berlin is needed':
    'нужен часовой пояс из базы IANA, например Europe/Moscow',
  'an address such as shop.example or shop.example/store is needed':
    'нужен адрес, например shop.example или shop.example/store',
  'an origin such as https://quiz.example, or a host such as quiz.example, is needed':
    'нужен адрес https://quiz.example или имя quiz.example',
  'at least 1: nothing can be kept for 0 days': 'не меньше 1: ноль дней хранить нельзя',
  'Sums need hits and visits that are kept for at least {} days, since visits grow so long.':
    'Для сумм хиты и визиты нужно хранить не меньше {} дней: столько растут визиты.',
  'counter numbers are needed': 'нужны номера счётчиков',
  'logs are kept for at least {} days or {} months': 'журналы хранятся не меньше {1} дней или {2} месяцев',
  'only messages have one': 'это есть только у сообщений',
  'the currency that rates are in is needed': 'нужна валюта, в которой заданы курсы',
  'there is no such currency in ISO 4217': 'такой валюты в ISO 4217 нет',
  'there is no such vendor': 'такого чата нет в списке',
  'this event is named twice': 'это событие названо дважды',
  'this vendor does not sign its webhooks': 'этот чат не подписывает свои вебхуки',
  'this vendor has no automatic goal of it': 'для этого чата такой автоматической цели нет',
  'this vendor signs its webhooks: give the secret that it signs with':
    'этот чат подписывает вебхуки: укажите секрет, которым он подписывает',
  'this vendor’s page API cannot be told a visitor’s number':
    'этому чату со страницы нельзя передать номер посетителя',
  'three capital letters of ISO 4217': 'три заглавные буквы по ISO 4217',
  'two capital letters of ISO 3166-1': 'две заглавные буквы по ISO 3166-1',
  '{} has a rate of {} already, at rates.{}': 'у {1} уже есть курс на {2} (строка {3})',
  '{} is the currency of the table itself': '{1} — валюта самой таблицы',
};
