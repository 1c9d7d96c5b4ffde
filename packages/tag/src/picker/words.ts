/** What the picker says, in the language of its link: the build makes one script for each. */
import type { By } from './ways.ts';
import type { PickedType, PickerLanguage, PickerRefusal } from '@goalpost/contract/picker';

/** The build puts it in. */
declare const GOALPOST_LANGUAGE: PickerLanguage;

export interface Words {
  readonly title: Readonly<Record<PickedType, string>>;
  readonly how: Readonly<Record<PickedType, string>>;
  readonly none: Readonly<Record<PickedType, string>>;
  readonly by: Readonly<Record<By, string>>;
  /** Of what looks like a button and is told as a link. */
  readonly link: string;
  /** Of what cannot be picked. */
  readonly nothingHere: Readonly<Record<PickedType, string>>;
  readonly byLabel: string;
  readonly value: string;
  readonly matches: (count: number) => string;
  readonly nothingFits: string;
  readonly counting: string;
  readonly counted: (count: number, days: number, sampled: boolean) => string;
  readonly uncounted: string;
  /** @param price as it was understood; empty: it was not */
  readonly read: (text: string, price: string) => string;
  readonly use: string;
  readonly used: string;
  readonly unused: string;
  readonly previous: string;
  readonly next: string;
  readonly browse: string;
  readonly pick: string;
  readonly end: string;
  readonly refused: Readonly<Record<PickerRefusal, string>>;
}

type RussianForms = Readonly<Record<'one' | 'few' | 'many', string>>;
const russian = (count: number, forms: RussianForms): string =>
  `${count.toLocaleString('ru')} ${forms[new Intl.PluralRules('ru').select(count) as 'one' | 'few' | 'many'] ?? forms.many}`;
const english = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${new Intl.PluralRules('en').select(count) === 'one' ? one : many}`;

const EN: Words = {
  title: { form: 'Pick a form', button: 'Pick a button', price: 'Show a price' },
  how: {
    form: 'Click a form on the page, or step through them with the arrow keys.',
    button: 'Click a button on the page, or step through them with the arrow keys.',
    price: 'Click the price on the page, or step through them with the arrow keys.',
  },
  none: {
    form: 'There is no form on this page.',
    button: 'There is no button on this page.',
    price: 'There is no price on this page.',
  },
  by: {
    id: 'Its id',
    name: 'Its name',
    text: 'Its text',
    path: 'Its place on the page',
    data: 'Its data attribute',
    prop: 'Its mark-up',
    class: 'Its class',
  },
  link: 'This is a link (other site, phone, e-mail or file), not a button: make a goal of that type.',
  nothingHere: { form: 'This is no form.', button: 'This is no button.', price: 'This is no price.' },
  byLabel: 'Recognise it by',
  value: 'Value',
  matches: (count) => `On this page it fits ${english(count, 'element', 'elements')}.`,
  nothingFits: 'On this page it fits nothing.',
  counting: 'Counting past events …',
  counted: (count, days, sampled) =>
    `In the last ${days} days it would have counted ${sampled ? 'about ' : ''}${english(count, 'event', 'events')}.`,
  uncounted: 'Past events could not be counted:',
  read: (text, price) => (price ? `It reads ${price}.` : `“${text}” is not understood as a price.`),
  use: 'Use',
  used: 'Taken. Go back to the tab with the goal: its form is filled in.',
  unused: 'It could not be handed back. Try again.',
  previous: 'Previous',
  next: 'Next',
  browse: 'Use the page',
  pick: 'Pick again',
  end: 'Close',
  refused: {
    forged: 'This link was not made by the server that counts this page. Open a new one from the goal.',
    old: 'This link has ended. Open a new one from the goal.',
    other_counter: 'This link is for another counter than the one on this page.',
  },
};

const RU: Words = {
  title: { form: 'Выбор формы', button: 'Выбор кнопки', price: 'Выбор цены' },
  how: {
    form: 'Щёлкните форму на странице или переберите их стрелками.',
    button: 'Щёлкните кнопку на странице или переберите их стрелками.',
    price: 'Щёлкните цену на странице или переберите их стрелками.',
  },
  none: {
    form: 'На этой странице нет форм.',
    button: 'На этой странице нет кнопок.',
    price: 'На этой странице нет цен.',
  },
  by: {
    id: 'Её id',
    name: 'Её имя',
    text: 'Её текст',
    path: 'Её место на странице',
    data: 'Её data-атрибут',
    prop: 'Её разметка',
    class: 'Её класс',
  },
  link: 'Это ссылка (другой сайт, телефон, почта, файл), а не кнопка: выберите такой тип цели.',
  nothingHere: { form: 'Это не форма.', button: 'Это не кнопка.', price: 'Это не цена.' },
  byLabel: 'Узнавать по признаку',
  value: 'Значение',
  matches: (count) =>
    `На этой странице подходит: ${russian(count, { one: 'элемент', few: 'элемента', many: 'элементов' })}.`,
  nothingFits: 'На этой странице ничего не подходит.',
  counting: 'Считаем прошлые события …',
  counted: (count, days, sampled) =>
    `За последние ${days} дней ${sampled ? 'примерно ' : ''}засчитано было бы: ${russian(count, { one: 'событие', few: 'события', many: 'событий' })}.`,
  uncounted: 'Прошлые события не посчитаны:',
  read: (text, price) => (price ? `Читается как ${price}.` : `«${text}» не понять как цену.`),
  use: 'Использовать',
  used: 'Готово. Вернитесь на вкладку с целью: её форма заполнена.',
  unused: 'Передать не удалось. Попробуйте ещё раз.',
  previous: 'Предыдущая',
  next: 'Следующая',
  browse: 'Пользоваться страницей',
  pick: 'Выбирать дальше',
  end: 'Закрыть',
  refused: {
    forged: 'Эту ссылку сделал другой сервер. Откройте новую из формы цели.',
    old: 'Срок ссылки истёк. Откройте новую из формы цели.',
    other_counter: 'Эта ссылка для другого счётчика.',
  },
};

export const WORDS = GOALPOST_LANGUAGE === 'ru' ? RU : EN;
