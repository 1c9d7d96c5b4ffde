/** Russian: the frame around every screen, sign-in and words used everywhere. */
import type { Russian } from '../catalogue.ts';

type Part = Pick<
  Russian,
  | 'product'
  | 'skip'
  | 'nav'
  | 'counter'
  | 'menu'
  | 'find'
  | 'word'
  | 'leave'
  | 'failure'
  | 'signIn'
  | 'setup'
  | 'account'
>;

export const frame: Part = {
  product: 'Goalpost',
  skip: 'Перейти к содержимому',
  nav: {
    label: 'Главное меню',
    reports: 'Отчёты',
    setUp: 'Настройка',
    overview: 'Сводка',
    conversions: 'Конверсии',
    goals: 'Цели',
    settings: 'Настройки',
    install: 'Установка',
    health: 'Сбор данных',
    more: 'Ещё',
    collapse: 'Свернуть меню',
    expand: 'Развернуть меню',
  },
  counter: {
    choose: 'Выбрать сайт',
    all: 'Все сайты',
    add: 'Добавить сайт',
    live: 'сейчас {{n}}',
    liveLabel_one: 'Сейчас на сайте {{count}} посетитель',
    liveLabel_few: 'Сейчас на сайте {{count}} посетителя',
    liveLabel_many: 'Сейчас на сайте {{count}} посетителей',
    liveLabel_other: 'Сейчас на сайте {{count}} посетителя',
  },
  menu: {
    account: 'Аккаунт',
    signOut: 'Выйти',
    open: 'Ваш аккаунт',
    theme: 'Оформление',
    light: 'Светлое',
    dark: 'Тёмное',
    system: 'Как в системе',
    language: 'Язык',
  },
  find: {
    open: 'Найти страницу или цель',
    label: 'Найти',
    placeholder: 'Страница, цель или сайт…',
    nothing: 'Ничего не найдено',
    pages: 'Страницы',
    goals: 'Цели',
    sites: 'Сайты',
  },
  word: {
    save: 'Сохранить',
    saved: 'Сохранено',
    cancel: 'Отмена',
    delete: 'Удалить',
    restore: 'Восстановить',
    close: 'Закрыть',
    copy: 'Копировать',
    copied: 'Скопировано',
    retry: 'Повторить',
    loading: 'Загрузка',
  },
  leave: {
    title: 'Уйти без сохранения?',
    text: 'То, что вы здесь изменили, пропадёт.',
    action: 'Уйти',
  },
  failure: {
    title: 'Не удалось загрузить',
    offline: 'Сервер не отвечает. Проверьте, что Goalpost запущен, и повторите.',
    denied: 'У вас нет доступа к этой странице.',
    busy: 'Отчёты сейчас недоступны. Визиты при этом собираются; повторите через минуту.',
    other: 'Что-то пошло не так: {{message}}',
    notFound: 'Такой страницы нет',
    notFoundText: 'Возможно, в адресе опечатка или то, что здесь было, удалено.',
    noCounter: 'Сайта {{id}} у вас нет',
    noCounterText: 'Возможно, в адресе опечатка, сайт удалён или владелец не дал вам к нему доступ.',
    home: 'К списку сайтов',
    unsaved: 'Не сохранено: {{message}}',
  },
  signIn: {
    title: 'Вход',
    email: 'Электронная почта',
    password: 'Пароль',
    showPassword: 'Показать введённое',
    submit: 'Войти',
    wrong: 'Неверная почта или пароль.',
    many: 'Слишком много попыток. Подождите минуту и повторите.',
    setupHint:
      'Ещё нет аккаунта? Попросите приглашение у коллеги или откройте одноразовую ссылку, которую сервер показал при запуске.',
  },
  setup: {
    title: 'Добро пожаловать в Goalpost',
    text: 'Создайте аккаунт владельца. С ним вы будете входить.',
    passwordHint: 'Не короче {{n}} символов',
    submit: 'Создать аккаунт',
    used: 'Ссылка больше не действует',
    usedText:
      'Она срабатывает один раз. Если аккаунт уже есть, войдите; если нет, перезапустите сервер и получите новую.',
    badEmail: 'Это не похоже на адрес электронной почты',
    shortPassword: 'Не короче {{n}} символов',
  },
  account: {
    title: 'Аккаунт',
    look: 'Оформление и язык',
    tokens: 'Токены API',
    tokensText:
      'С токеном программа читает ваши отчёты или меняет настройки без пароля. Передавайте его так: «Authorization: OAuth <токен>».',
    newToken: 'Новый токен',
    tokenName: 'Название',
    tokenNameHint: 'Кто им пользуется, например «Отчёт за неделю»',
    scope: 'Доступ',
    read: 'Только чтение',
    write: 'Чтение и изменение',
    made: 'Скопируйте токен сейчас. Больше он показан не будет.',
    madeLabel: 'Токен',
    created: 'создан {{date}}',
    lastUsed: 'использован {{date}}',
    neverUsed: 'ещё не использован',
    revoke: 'Отозвать',
    revokeTitle: 'Отозвать «{{name}}»?',
    revokeText: 'Всё, что пользуется этим токеном, сразу перестанет работать. Отменить это нельзя.',
    empty: 'Токенов пока нет.',
  },
};
