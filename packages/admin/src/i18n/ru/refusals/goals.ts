/** Refusals about goals and the workbench. */
export const goals: Readonly<Record<string, string>> = {
  'A counter has at most {} goals; automatic ones are not counted.':
    'Целей у счётчика — не больше {1}; автоматические не в счёт.',
  'A goal with exactly this condition stands already, and one of the two is automatic: every event would count twice. Delete that goal, or change the condition.':
    'Цель ровно с таким условием уже есть, и одна из двух автоматическая: каждое событие считалось бы дважды. Удалите ту цель или измените условие.',
  'The counter has no goal {}.': 'Цели {1} у счётчика нет.',
  'This counter has no goal {}.': 'Цели {1} у счётчика нет.',
  'The goal has no backfill.': 'У цели нет пересчёта за прошлое.',
  'The goal is backfilled already: remove that first.':
    'Цель уже пересчитана за прошлое: сначала уберите пересчёт.',
  'The goals of a counter name at most {} places of the page for prices: the tag looks at each with every hit.':
    'Мест на странице, откуда берётся цена, у целей счётчика — не больше {1}: код счётчика смотрит на каждое при каждом хите.',
  'The regular expressions of the goals of the counter are too large together: use fewer or smaller ones.':
    'Регулярные выражения целей счётчика вместе слишком велики: возьмите меньше или покороче.',
  'Too many previews at once: wait for those under way.':
    'Слишком много проверок одновременно: дождитесь начатых.',
  'Wrong value of "{}": {}.': 'Неверное значение «{1}»: {2}.',
  'a CSS selector that every browser takes is needed, such as #order .total':
    'нужен CSS-селектор, понятный любому браузеру, например #order .total',
  'a device or a source counts by itself only with `all`: in `any` each hit would meet it':
    'устройство или источник считаются только вместе с другим условием («все»): в «любом» им отвечал бы каждый хит',
  'a goal has either `any` or `all`, not both': 'у цели либо «любое из», либо «все», но не то и другое',
  'a goal of several conditions has {} to {} of them': 'у составной цели от {1} до {2} условий',
  'a lower or an upper end is needed': 'нужна нижняя или верхняя граница',
  'a multi-step goal has {} to {} steps': 'у составной цели от {1} до {2} шагов',
  'a path into the params is needed': 'нужен путь в параметрах',
  'a whole number from {} to {} is needed': 'нужно целое число от {1} до {2}',
  'an automatic goal cannot be a step of a multi-step goal':
    'автоматическая цель не может быть шагом составной цели',
  'an identifier has none of {}': 'в идентификаторе не бывает {1}',
  'at least one condition is needed': 'нужно хотя бы одно условие',
  'at most {} characters': 'знаков — не больше {1}',
  'at most {} conditions': 'условий — не больше {1}',
  'goals of this type do not compare so': 'цели этого типа так не сравнивают',
  'goals of this type do not have it': 'у целей этого типа такого поля нет',
  'it is too large: use fewer or smaller repeats': 'оно слишком велико: уменьшите число повторов',
  'levels are joined by single points, such as order.total':
    'уровни разделяет одна точка, например order.total',
  'no path of an element, such as `#order>div:2>button`':
    'это не путь к элементу, такой как `#order>div:2>button`',
  'no price is at least {} and less: the upper end must not be below it':
    'цены не меньше {1} и при этом меньше не бывает: верхняя граница не должна быть ниже нижней',
  'no visit can have all of these devices or sources at once: put those that may be into one condition':
    'ни у одного визита не бывает всех этих устройств или источников сразу: сведите возможные в одно условие',
  'not a regular expression that can be used: {}': 'такое регулярное выражение использовать нельзя: {1}',
  'the expression would take too long: use fewer or smaller repeats, or several conditions':
    'выражение работало бы слишком долго: уменьшите число повторов или задайте несколько условий',
  'the expressions of the goal are too large together': 'выражения цели вместе слишком велики',
  'the name of a data attribute is needed, such as data-price':
    'нужно имя data-атрибута, например data-price',
  'the value is none of the ids that the API lists': 'такого значения нет в списке',
  'the value must not be empty': 'значение не должно быть пустым',
  'the value needs at least one of {}': 'в значении нужно хотя бы одно из {1}',
  'this link has ended: make a new one.': 'эта ссылка больше не действует: создайте новую.',
  'this link is of another counter.': 'эта ссылка от другого счётчика.',
  'this link was not made here.': 'эта ссылка создана не здесь.',
  'token: this link has ended: make a new one.': 'Эта ссылка больше не действует: создайте новую.',
  'token: this link was not made here for this counter.':
    'Эта ссылка создана не здесь или для другого счётчика.',
  'token: {}': 'Ссылка: {1}',
};
